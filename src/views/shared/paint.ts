import type { AmountScale } from '../../layout/index.ts';

/** Colours of the amounts 0 … 255, one canvas pixel (RGBA in memory) each; amount 0 is the scale's paper. */
export function amountPixels(scale: AmountScale): Uint32Array {
  const pixels = new Uint32Array(256);
  const bytes = new Uint8Array(pixels.buffer);
  for (let i = 0; i < 256; i++) bytes.set([...scale.rgb(i / 255), 255], i * 4);
  return pixels;
}

/** Pixels to write on, row-major. */
export interface PixelTarget {
  readonly pixels: Uint32Array;
  /** Pixels of one row. */
  readonly stride: number;
}

/** Where a square thumbnail stands among the pixels. */
export interface PixelSquare {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** One head's [T, S] numbers inside a longer list. */
export interface HeadPattern {
  readonly data: Float32Array;
  readonly offset: number;
  readonly T: number;
  readonly S: number;
}

/** For each of `side` pixels the first cell it shows, and one entry more for the end. */
function cellEdges(side: number, cells: number): Int32Array {
  const edges = new Int32Array(side + 1);
  for (let i = 0; i <= side; i++) edges[i] = Math.floor((i * cells) / side);
  return edges;
}

/**
 * Draws a pattern into a square, nearest neighbour. Where several cells share a pixel the largest of them is shown: a
 * mean would wash out the one bright cell that makes a head what it is.
 */
export function paintPattern(
  target: PixelTarget,
  square: PixelSquare,
  pattern: HeadPattern,
  colours: Uint32Array,
): void {
  const { data, offset, T, S } = pattern;
  const { side } = square;
  const rows = cellEdges(side, T);
  const columns = cellEdges(side, S);
  for (let y = 0; y < side; y++) {
    const start = (square.y + y) * target.stride + square.x;
    // Pixel rows that show the same cells are the same: most of them, as a thumbnail has more pixels than words.
    if (y > 0 && T <= side && rows[y] === rows[y - 1]) {
      target.pixels.copyWithin(start, start - target.stride, start - target.stride + side);
      continue;
    }
    const rowFrom = rows[y] ?? 0;
    const rowTo = Math.max(rowFrom + 1, rows[y + 1] ?? 0);
    for (let x = 0; x < side; x++) {
      const from = columns[x] ?? 0;
      const to = Math.max(from + 1, columns[x + 1] ?? 0);
      let most = 0;
      for (let t = rowFrom; t < rowTo; t++) {
        const line = offset + t * S;
        for (let s = line + from; s < line + to; s++) most = Math.max(most, data[s] ?? 0);
      }
      target.pixels[start + x] = colours[Math.min(255, Math.round(most * 255))] ?? 0;
    }
  }
}
