import type { AttentionKind, Cell, Token } from '../../contract/index.ts';
import { isSelf } from '../../contract/index.ts';
import { type Matrix, type Readable, rowOf } from '../matrix/matrix.ts';
import { measureHead } from './headMeasures.ts';

/** Most of a weight: from here on a row reads one word, or a head does one thing. */
export const MOSTLY = 0.5;

const RULES = ['previous', 'next', 'same', 'first', 'separator'] as const;
export type HereRule = (typeof RULES)[number];

/** What a head does in one picture, in its most telling words. */
export type HeadHere =
  /** The row asked about reads one word with most of its weight; or several, of which this one most. */
  | { readonly does: 'reads' | 'spreads'; readonly cell: Cell; readonly weight: number }
  /** Most of the weight of all rows goes where a rule says; `share` of it. */
  | { readonly does: HereRule; readonly share: number }
  /** No rule holds, but one row reads one word with most of its weight: the strongest cell. */
  | { readonly does: 'strongest'; readonly cell: Cell; readonly weight: number }
  /** Not even that; `evenness` is the entropy as a share of the most it could be. */
  | { readonly does: 'broad'; readonly evenness: number };

/**
 * What a head does here, measured on the picture: of the row asked about what it reads most, else what holds for more
 * than half of all weight, else its strongest cell, else how evenly it reads. Null where there is nothing to measure.
 * @param matrix [T, S] over `queries` (T) and `keys` (S)
 * @param row the row asked about, from 0, or null
 */
export function headHere(
  matrix: Matrix,
  kind: AttentionKind,
  may: Readable,
  words: { readonly queries: readonly Token[]; readonly keys: readonly Token[] },
  row: number | null,
): HeadHere | null {
  if (row !== null && row < matrix.T) {
    const weights = rowOf(matrix, row);
    const weight = Math.max(...weights);
    const cell = { query: row, key: weights.indexOf(weight) };
    return weight > 0 ? { does: weight >= MOSTLY ? 'reads' : 'spreads', cell, weight } : null;
  }
  const { values, strongestCell } = measureHead(matrix, may, words);
  // Positions of another text's words say nothing of what is read.
  const rules = isSelf(kind) ? RULES : (['first', 'separator'] as const);
  const [best] = rules
    .flatMap((does) => {
      const share = values[does];
      return share === null ? [] : [{ does, share }];
    })
    .sort((a, b) => b.share - a.share);
  if (best && best.share >= MOSTLY) return best;
  const { strongest, evenness } = values;
  if (strongestCell && strongest !== null && strongest >= MOSTLY) {
    return { does: 'strongest', cell: strongestCell, weight: strongest };
  }
  return evenness === null ? null : { does: 'broad', evenness };
}
