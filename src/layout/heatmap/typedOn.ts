import type { HeatmapInput } from './heatmapShape.ts';

/** More words come, gone or changed in one place than these: another sentence, not the same one typed on. */
const TYPED_AT_ONCE = 8;

/** How many labels are left when what two lists begin and end with alike is taken away. */
function changedPart(a: readonly string[], b: readonly string[]): number {
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return Math.max(a.length, b.length) - head - tail;
}

/** Whether these are the words of the layout before, in the same room, typed on: along one axis at least. */
export function isTypedOn({ previous, queries, keys, widthPx, heightPx, compact }: HeatmapInput): boolean {
  if (!previous) return false;
  const { room } = previous;
  if (room.widthPx !== widthPx || room.heightPx !== heightPx || room.compact !== compact) return false;
  return changedPart(room.queries, queries) <= TYPED_AT_ONCE || changedPart(room.keys, keys) <= TYPED_AT_ONCE;
}
