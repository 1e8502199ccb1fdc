import type { AmountScale, DivergingScale } from '../../layout/index.ts';

/** Steps from nothing to the full colour. */
const FULL = 255;
/** Of a switched-off head's colours, what is left of their distance from the paper. */
const PALE = 0.35;

/** One canvas pixel (RGBA in memory) for each amount. */
function pixelsOf(
  colours: readonly (readonly [number, number, number])[],
  paper: number,
  pale: boolean,
): Uint32Array {
  const pixels = new Uint32Array(colours.length);
  const bytes = new Uint8Array(pixels.buffer);
  const ground = colours[paper] ?? [0, 0, 0];
  colours.forEach((colour, i) => {
    const shown = colour.map((c, j) =>
      pale ? Math.round((ground[j] ?? 0) + (c - (ground[j] ?? 0)) * PALE) : c,
    );
    bytes.set([...shown, 255], i * 4);
  });
  return pixels;
}

/** Colours of the amounts 0 … 255; amount 0 is the scale's paper. */
export function amountPixels(scale: AmountScale, pale = false): Uint32Array {
  return pixelsOf(
    Array.from({ length: FULL + 1 }, (_, i) => scale.rgb(i / FULL)),
    0,
    pale,
  );
}

/** Colours of the differences −255 … 255, 0 in the middle. */
export function differencePixels(scale: DivergingScale, pale = false): Uint32Array {
  const colours = Array.from({ length: 2 * FULL + 1 }, (_, i) =>
    scale.rgb((scale.limit * (i - FULL)) / FULL),
  );
  return pixelsOf(colours, FULL, pale);
}

/** Pixels to write on, row-major. */
export interface PixelTarget {
  readonly pixels: Uint32Array;
  /** Pixels of one row. */
  readonly stride: number;
}

/** Where a picture stands among the pixels. */
export interface PixelRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One head's [T, S] numbers inside a longer list. */
export interface HeadPattern {
  readonly data: Float32Array;
  readonly offset: number;
  readonly T: number;
  readonly S: number;
  /** The size that gets the full colour; 1 unless said otherwise. */
  readonly limit?: number;
}

/** For each of `side` pixels of one side the first cell it shows, and one entry more for the end. */
function cellEdges(side: number, cells: number): Int32Array {
  const edges = new Int32Array(side + 1);
  for (let i = 0; i <= side; i++) edges[i] = Math.floor((i * cells) / side);
  return edges;
}

/**
 * Draws a pattern into a rectangle, nearest neighbour. Where several cells share a pixel the largest of them is
 * shown, of differences the largest either way: a mean would wash out the one bright cell that makes a head what it
 * is.
 * @param colours of amounts (256) or of differences (511)
 */
export function paintPattern(
  target: PixelTarget,
  rect: PixelRect,
  pattern: HeadPattern,
  colours: Uint32Array,
): void {
  const { data, offset, T, S, limit = 1 } = pattern;
  const { width, height } = rect;
  const steps = limit > 0 ? FULL / limit : 0;
  const zero = colours.length > FULL + 1 ? FULL : 0;
  const rows = cellEdges(height, T);
  const columns = cellEdges(width, S);
  for (let y = 0; y < height; y++) {
    const start = (rect.y + y) * target.stride + rect.x;
    // Pixel rows that show the same cells are the same: most of them, as a thumbnail has more pixels than words.
    if (y > 0 && T <= height && rows[y] === rows[y - 1]) {
      target.pixels.copyWithin(start, start - target.stride, start - target.stride + width);
      continue;
    }
    const rowFrom = rows[y] ?? 0;
    const rowTo = Math.max(rowFrom + 1, rows[y + 1] ?? 0);
    for (let x = 0; x < width; x++) {
      const from = columns[x] ?? 0;
      const to = Math.max(from + 1, columns[x + 1] ?? 0);
      let most = 0;
      for (let t = rowFrom; t < rowTo; t++) {
        const line = offset + t * S;
        for (let s = line + from; s < line + to; s++) {
          const value = data[s] ?? 0;
          if (Math.abs(value) > Math.abs(most)) most = value;
        }
      }
      const step = Math.max(-FULL, Math.min(FULL, Math.round(most * steps)));
      target.pixels[start + x] = colours[zero + step] ?? 0;
    }
  }
}
