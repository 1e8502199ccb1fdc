/**
 * Calls `act` once what was just given to the page is painted; at once, but not within this call, where nothing
 * paints.
 */
export function afterPaint(act: () => void): void {
  if (typeof requestAnimationFrame !== 'function') {
    setTimeout(act, 0);
    return;
  }
  // The first frame's callbacks run before it is painted.
  requestAnimationFrame(() => requestAnimationFrame(act));
}
