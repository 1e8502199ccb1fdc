import { descending } from 'd3';
import type { Cell } from '../../contract/index.ts';
import { occurrence } from '../heatmap/labels.ts';
import { isMasked, type Matrix, type Readable, rowOf, weightAt } from './matrix.ts';

export interface ReadingItem {
  readonly key: number;
  readonly label: string;
  /** Which of several equal words it is, from 1; 0 when there is only one. */
  readonly occurrence: number;
  readonly weight: number;
}

/** What one word reads: its row in words. */
export interface Reading {
  readonly query: number;
  readonly label: string;
  /** Largest weights first; equal ones in the order of the sentence. */
  readonly top: readonly ReadingItem[];
  /** The keys not in `top` that may be read at all, and their weights' sum. */
  readonly rest: { readonly count: number; readonly weight: number };
}

/** Keys of a row from the largest weight, or largest change of either sign, to the smallest, masked ones left out. */
export function rankedKeys(matrix: Matrix, query: number, may: Readable): readonly number[] {
  const row = rowOf(matrix, query);
  return Array.from(row.keys())
    .filter((key) => !isMasked(may, query, key))
    .sort((a, b) => descending(Math.abs(row[a] ?? 0), Math.abs(row[b] ?? 0)) || a - b);
}

/**
 * The `count` keys a query reads most. Null when the matrix has no such row.
 * @param labels of the T queries and the S keys.
 * @param leftOut keys whose columns are not drawn: they are nothing that is left to be read
 */
export function reading(
  matrix: Matrix,
  query: number,
  labels: { readonly queries: readonly string[]; readonly keys: readonly string[] },
  count: number,
  may: Readable,
  leftOut: readonly number[] = [],
): Reading | null {
  if (query < 0 || query >= matrix.T) return null;
  const ranked = rankedKeys(matrix, query, may).filter((key) => !leftOut.includes(key));
  const top = ranked.slice(0, count).map((key) => ({
    key,
    label: labels.keys[key] ?? '',
    occurrence: occurrence(labels.keys, key),
    weight: weightAt(matrix, { query, key }),
  }));
  const others = ranked.slice(count);
  const weight = others.reduce((sum, key) => sum + weightAt(matrix, { query, key }), 0);
  return { query, label: labels.queries[query] ?? '', top, rest: { count: others.length, weight } };
}

/** The query that reads a key most; the first of equals. */
export function strongestQuery(matrix: Matrix, key: number): number {
  let most = 0;
  for (let query = 1; query < matrix.T; query++) {
    if (weightAt(matrix, { query, key }) > weightAt(matrix, { query: most, key })) most = query;
  }
  return most;
}

/** A cell for a screen reader, in pieces for a sentence of any language. */
export interface SpokenCell {
  readonly query: string;
  readonly key: string;
  readonly weight: number;
  /** Place of this key in its row, 1 the largest; 0 when masked. */
  readonly rank: number;
  readonly masked: boolean;
}

export function spokenCell(
  matrix: Matrix,
  cell: Cell,
  labels: { readonly queries: readonly string[]; readonly keys: readonly string[] },
  may: Readable,
): SpokenCell {
  const masked = isMasked(may, cell.query, cell.key);
  return {
    query: labels.queries[cell.query] ?? '',
    key: labels.keys[cell.key] ?? '',
    weight: weightAt(matrix, cell),
    rank: masked ? 0 : rankedKeys(matrix, cell.query, may).indexOf(cell.key) + 1,
    masked,
  };
}

/** The key a query reads most; null when the matrix has no such row. */
export function strongestKey(matrix: Matrix, query: number, may: Readable): number | null {
  return query < 0 || query >= matrix.T ? null : (rankedKeys(matrix, query, may)[0] ?? null);
}
