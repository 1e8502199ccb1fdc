import type { Lens } from '../../contract/index.ts';

/**
 * The layer from which on the final word stays the likeliest at a decoder row, up to the last; null where not even
 * the last layer has it.
 */
export function settledLayer(lens: Lens, row: number): number | null {
  let settled: number | null = null;
  for (let layer = lens.length - 1; layer >= 0; layer--) {
    if (lens[layer]?.[row]?.finalRank !== 0) break;
    settled = layer;
  }
  return settled;
}
