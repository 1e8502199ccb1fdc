/** Smallest thumbnail in which a pattern can still be told from another, and largest that is still a thumbnail. */
export const THUMB_LEAST_PX = 14;
export const THUMB_MOST_PX = 44;
const LINES_MOST = 4;

const gapOf = (thumbPx: number) => (thumbPx >= 20 ? 3 : 2);

export interface ThumbnailFit {
  readonly thumbPx: number;
  /** Thumbnails on a full line. */
  readonly columns: number;
  readonly gapPx: number;
}

/**
 * The largest thumbnails for `heads` heads in `widthPx`, on one line or, where that makes them larger, on several;
 * `heightPx` is the room of all its lines together. Never below THUMB_LEAST_PX unless the width asks for it.
 */
export function fitThumbnails(heads: number, widthPx: number, heightPx: number): ThumbnailFit {
  let best: ThumbnailFit | null = null;
  for (let lines = 1; lines <= Math.min(heads, LINES_MOST); lines++) {
    const columns = Math.ceil(heads / lines);
    const byWidth = (widthPx + 3) / columns - 3;
    const byHeight = Math.max((heightPx + 3) / lines - 3, THUMB_LEAST_PX);
    const thumbPx = Math.max(1, Math.floor(Math.min(byWidth, byHeight, THUMB_MOST_PX)));
    if (!best || thumbPx > best.thumbPx) best = { thumbPx, columns, gapPx: gapOf(thumbPx) };
  }
  return best ?? { thumbPx: THUMB_LEAST_PX, columns: 1, gapPx: 2 };
}
