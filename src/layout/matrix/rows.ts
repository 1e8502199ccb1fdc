import { type Matrix, rowOf } from './matrix.ts';

/** Rows that differ from 1 by less than this sum to 1: float32 and the engine's own rounding. */
export const ONE_WITHIN = 5e-3;

/** Of one row. */
export const rowSum = (row: Float32Array): number => row.reduce((sum, weight) => sum + weight, 0);

/** The sum of each of the T rows. */
export function rowSums(matrix: Matrix): readonly number[] {
  return Array.from({ length: matrix.T }, (_, query) => rowSum(rowOf(matrix, query)));
}

/** The rows that do not sum to 1, as after α̂ := 0, with their sums. */
export function oddSums(matrix: Matrix): ReadonlyMap<number, number> {
  return new Map(
    rowSums(matrix)
      .map((sum, query) => [query, sum] as const)
      .filter(([, sum]) => Math.abs(sum - 1) > ONE_WITHIN),
  );
}

/**
 * Entropy of a row in bits: 0 where all attention rests on one word, log₂ S where it is spread evenly. A row that
 * does not sum to 1 is measured by its shares; an empty row has none.
 */
export function rowEntropy(row: Float32Array): number {
  const sum = rowSum(row);
  if (!(sum > 0)) return 0;
  const bits = row.reduce((total, weight) => {
    const share = weight / sum;
    return share > 0 ? total - share * Math.log2(share) : total;
  }, 0);
  return Math.max(0, bits);
}

/** Of each of the T rows. */
export function rowEntropies(matrix: Matrix): readonly number[] {
  return Array.from({ length: matrix.T }, (_, query) => rowEntropy(rowOf(matrix, query)));
}

/** Each row's largest weight. */
export function rowLargest(matrix: Matrix): readonly number[] {
  return Array.from({ length: matrix.T }, (_, query) =>
    rowOf(matrix, query).reduce((a, b) => Math.max(a, b), 0),
  );
}

/** Arithmetic mean; 0 of no numbers. */
export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Each row scaled so that it sums to what `sumOf` says; a row of zeros stays. A new matrix [T, S]. */
export function scaleRows(matrix: Matrix, sumOf: (query: number) => number): Matrix {
  const data = Float32Array.from(matrix.data);
  rowSums(matrix).forEach((sum, query) => {
    if (!(sum > 0)) return;
    const factor = sumOf(query) / sum;
    for (let i = query * matrix.S; i < (query + 1) * matrix.S; i++) data[i] = (data[i] ?? 0) * factor;
  });
  return { data, T: matrix.T, S: matrix.S };
}
