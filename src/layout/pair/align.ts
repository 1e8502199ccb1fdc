import type { AttentionKind, Token } from '../../contract/index.ts';
import { joinTokens } from '../matrix/joinWords.ts';
import { type Forbidden, isMasked, type Matrix, weightAt } from '../matrix/matrix.ts';

/** One place of two sentences laid beside each other; at least one of the two has a word there. */
export interface AlignedPlace {
  /** Index of the word in the first and in the second sentence; null where it has none. */
  readonly a: number | null;
  readonly b: number | null;
  /** The same word in both. */
  readonly same: boolean;
}

/** Lengths of longest common subsequences: `at(i, j)` of what follows a's first i and b's first j words. */
function commonLengths(a: readonly string[], b: readonly string[]) {
  const wide = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * wide);
  const at = (i: number, j: number) => lengths[i * wide + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * wide + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

/**
 * Lays two sentences beside each other: the longest common subsequence of their words stands in the same places, and
 * what differs between two of its words is paired in order.
 */
export function alignWords(a: readonly string[], b: readonly string[]): readonly AlignedPlace[] {
  const common = commonLengths(a, b);
  const places: AlignedPlace[] = [];
  let [i, j] = [0, 0];
  let [aloneA, aloneB]: [number[], number[]] = [[], []];
  const flush = () => {
    for (let n = 0; n < Math.max(aloneA.length, aloneB.length); n++) {
      places.push({ a: aloneA[n] ?? null, b: aloneB[n] ?? null, same: false });
    }
    [aloneA, aloneB] = [[], []];
  };
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      flush();
      places.push({ a: i++, b: j++, same: true });
    } else if (j >= b.length || (i < a.length && common(i + 1, j) >= common(i, j + 1))) aloneA.push(i++);
    else aloneB.push(j++);
  }
  flush();
  return places;
}

/** Tokens laid beside each other by their texts; marks only meet marks of their role. */
export function alignTokens(a: readonly Token[], b: readonly Token[]): readonly AlignedPlace[] {
  const spelling = ({ role, text }: Token) => (role === 'text' ? `text ${text}` : role);
  return alignWords(a.map(spelling), b.map(spelling));
}

const ELIDED = /['’]$/;

/**
 * The words of a sentence, marks left out; what is elided stands alone: “l'” and “animal”, so that only one of them
 * need differ.
 */
export function wordsApart(tokens: readonly Token[]): readonly Token[] {
  let word = 0;
  const apart = tokens.map((token, i): Token => {
    const before = tokens[i - 1];
    if (before && (before.word !== token.word || ELIDED.test(before.text))) word += 1;
    return { ...token, word };
  });
  return joinTokens(apart).filter(({ role }) => role === 'text');
}

/** T × S numbers, row-major; null where there is no such cell. */
export interface Grid {
  readonly values: readonly (number | null)[];
  readonly T: number;
  readonly S: number;
}

/** The number of a cell; null outside and where there is none. */
export function gridAt(grid: Grid, query: number, key: number): number | null {
  if (query < 0 || key < 0 || query >= grid.T || key >= grid.S) return null;
  return grid.values[query * grid.S + key] ?? null;
}

/**
 * A matrix of its own words, put on places it shares with another: where it has no word, or the kind may not look, it
 * has no cell.
 * @param kind left out for numbers that know no mask
 */
export function placedGrid(
  matrix: Matrix,
  rows: readonly (number | null)[],
  columns: readonly (number | null)[],
  kind?: AttentionKind,
): Grid {
  const at = (query: number | null, key: number | null): number | null => {
    if (query === null || key === null) return null;
    const weight = weightAt(matrix, { query, key });
    // With another mask in the place of its own, a decoder may look ahead.
    return kind !== undefined && weight === 0 && isMasked(kind, query, key) ? null : weight;
  };
  const values = rows.flatMap((query) => columns.map((key) => at(query, key)));
  return { values, T: rows.length, S: columns.length };
}

/** A grid as numbers, 0 where there is no cell, and which cells those are. */
export function gridCells({ values, T, S }: Grid): { readonly matrix: Matrix; readonly without: Forbidden } {
  return {
    matrix: { data: Float32Array.from(values, (value) => value ?? 0), T, S },
    without: { T, S, why: Uint8Array.from(values, (value) => (value === null ? 1 : 0)) },
  };
}

/** b − a, cell by cell; no cell where one of them has none. Both are of one size. */
export function gridDifference(a: Grid, b: Grid): Grid {
  const values = a.values.map((before, i) => {
    const after = b.values[i] ?? null;
    return before === null || after === null ? null : after - before;
  });
  return { values, T: a.T, S: a.S };
}
