import type { AttentionKind, ModelInfo } from '../../contract/index.ts';
import type { ThumbnailRow } from './parts.ts';
import { THUMB_MOST_PX } from './sizes.ts';

/** Smallest thumbnail a finger can hit. */
const TOUCH_PX = 32;
const GAP_PX = 4;

/** Heads on a line of the strip: as many as a finger can still tell apart. */
function columnsOf(heads: number, widthPx: number): number {
  const most = Math.max(1, Math.floor((widthPx + GAP_PX) / (TOUCH_PX + GAP_PX)));
  const lines = Math.ceil(heads / most);
  return Math.ceil(heads / lines);
}

/**
 * The strip for narrow screens: one page for each layer, first layer first, with its kinds of row one under the
 * other.
 */
export function stripPages(info: ModelInfo, widthPx: number): readonly (readonly ThumbnailRow[])[] {
  const layers = Math.max(...info.sites.map((site) => site.layers));
  return Array.from({ length: layers }, (_, layer) =>
    info.sites
      .filter((site) => layer < site.layers)
      .map(({ kind, heads }, i) => stripRow(heads, widthPx, kind, layer, i)),
  );
}

function stripRow(
  heads: number,
  widthPx: number,
  kind: AttentionKind,
  layer: number,
  order: number,
): ThumbnailRow {
  const columns = columnsOf(heads, widthPx);
  const thumbPx = Math.max(1, Math.min(THUMB_MOST_PX, Math.floor((widthPx + GAP_PX) / columns) - GAP_PX));
  const width = columns * (thumbPx + GAP_PX) - GAP_PX;
  const height = Math.ceil(heads / columns) * (thumbPx + GAP_PX) - GAP_PX;
  const box = { x: 0, y: order * (height + 20), width, height };
  return { kind, layer, heads, columns, thumbPx, gapPx: GAP_PX, box, captionY: box.y };
}
