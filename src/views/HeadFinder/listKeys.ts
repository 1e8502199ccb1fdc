export type ListKey = 'ArrowUp' | 'ArrowDown' | 'PageUp' | 'PageDown' | 'Home' | 'End';
const STEPS: Readonly<Record<ListKey, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -8,
  PageDown: 8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
export const isListKey = (key: string): key is ListKey => Object.hasOwn(STEPS, key);

/** Where a key leads in a list of `count`; it stops at the ends. */
export function moveInList(at: number, key: ListKey, count: number): number {
  return Math.max(0, Math.min(count - 1, at + STEPS[key]));
}
