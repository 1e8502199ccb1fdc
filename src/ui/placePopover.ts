/** A box in viewport coordinates, px. */
export interface BoxPx {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 6;
const EDGE_PX = 8;

/**
 * Where a panel opens: beneath its button and flush with its right edge, above it where there is more room there, and
 * always inside the viewport. Where there is room to the left of what is to stay in sight, there.
 */
export function placePopover(
  anchor: BoxPx,
  panel: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
  inSight: BoxPx | null = null,
): { readonly left: number; readonly top: number } {
  const below = anchor.top + anchor.height + GAP_PX;
  const above = anchor.top - GAP_PX - panel.height;
  const fits = below + panel.height <= viewport.height - EDGE_PX;
  const top = fits || above < EDGE_PX ? below : above;
  const beside = inSight === null ? -1 : inSight.left - GAP_PX - panel.width;
  const left = beside >= EDGE_PX ? beside : anchor.left + anchor.width - panel.width;
  const clamp = (value: number, size: number, room: number) =>
    Math.max(EDGE_PX, Math.min(value, room - EDGE_PX - size));
  return {
    left: clamp(left, panel.width, viewport.width),
    top: clamp(top, panel.height, viewport.height),
  };
}
