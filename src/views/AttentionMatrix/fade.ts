import type { Matrix } from '../../layout/index.ts';

/** How long values take to their new colour, ms. */
export const FADE_MS = 120;

/** The old values in the shape of the new ones: the same cells, and 0 for those that were not there. */
export function carryOver(from: Matrix, T: number, S: number): Matrix {
  if (from.T === T && from.S === S) return from;
  const data = new Float32Array(T * S);
  for (let query = 0; query < Math.min(T, from.T); query++) {
    const row = from.data.subarray(query * from.S, query * from.S + Math.min(S, from.S));
    data.set(row, query * S);
  }
  return { data, T, S };
}

/** Between two matrices of one shape: `from` at share 0, `to` at share 1. */
export function mix(from: Matrix, to: Matrix, share: number): Matrix {
  if (share >= 1) return to;
  const data = to.data.map((value, i) => {
    const before = from.data[i] ?? 0;
    return before + (value - before) * share;
  });
  return { data, T: to.T, S: to.S };
}
