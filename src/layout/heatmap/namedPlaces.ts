import type { Matrix } from '../matrix/matrix.ts';

/** Rows and columns whose words are never left out. */
export interface NamedPlaces {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * The column that has the most of all rows together, of either sign, besides those that bear their word anyhow; null
 * where all others are empty.
 */
export function heaviestColumn({ data, T, S }: Matrix, besides: readonly number[]): number | null {
  const sums = new Float64Array(S);
  for (let query = 0; query < T; query++) {
    for (let key = 0; key < S; key++) sums[key] = (sums[key] ?? 0) + Math.abs(data[query * S + key] ?? 0);
  }
  let most: number | null = null;
  sums.forEach((sum, key) => {
    if (besides.includes(key) || !(sum > 0)) return;
    if (most === null || sum > (sums[most] ?? 0)) most = key;
  });
  return most;
}

/**
 * What must bear its word in a grid: what is always named (end marks, words that changed), the pinned cell's two
 * words, and the column that is read most.
 */
export function namedPlaces(
  matrix: Matrix,
  always: NamedPlaces,
  pinned: { readonly query: number; readonly key: number } | null,
): NamedPlaces {
  const heaviest = heaviestColumn(matrix, always.columns);
  return {
    rows: [...always.rows, ...(pinned ? [pinned.query] : [])],
    columns: [...always.columns, ...(heaviest === null ? [] : [heaviest]), ...(pinned ? [pinned.key] : [])],
  };
}
