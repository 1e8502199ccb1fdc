import {
  ATTENTION_KINDS,
  attentionStage,
  axesOf,
  type Cell,
  type HeadAt,
  type PatternMeasure,
  type Picture,
  type Token,
} from '../../contract/index.ts';
import { forbiddenOf } from '../changes/forbidden.ts';
import { headMatrix, isMasked, type Matrix, patternShape, type Readable, rowOf } from '../matrix/matrix.ts';
import { meanOf, rowEntropy, rowSum } from '../matrix/rows.ts';

/** A head as a word, for keys of lists and maps. */
export const headKey = ({ kind, layer, head }: HeadAt): string => `${kind}/${layer}/${head}`;

/**
 * What a pattern alone tells of a head, each a mean over its rows. Rows that have no choice (they may read one key
 * only) or read nothing are left out.
 * - - `distance`: how far away the keys are that it reads, in tokens, weighted by α̂. In `cross`, tokens of the
 *   source from the diagonal.
 * - `entropy`: of a row's weights, in bits: 0 for one key, log2 n for n keys read evenly.
 * - `evenness`: entropy ÷ log2 of the keys the row may read, 0 … 1.
 * - `same`, `previous`, `next`: weight of the key at the query's own position, one before it, one after it.
 * - `first`: weight of the first key, of rows that are not about it themselves.
 * - `separator`: weight of the end mark and of punctuation together, of rows that are neither.
 * - `strongest`: not a mean, but the largest single weight.
 */
export interface HeadMeasures extends HeadAt {
  /** Null where the head has no such thing: a decoder cannot read the next word. */
  readonly values: Readonly<Record<PatternMeasure, number | null>>;
  /** The cell of `strongest`. */
  readonly strongestCell: Cell | null;
}

/**
 * The key on the diagonal of a T × S pattern, in parts of a token: the query's own position where both axes are the
 * same words; else scaled, so that first meets first and last meets last.
 */
export function diagonalOf(query: number, T: number, S: number): number {
  return T > 1 ? (query * (S - 1)) / (T - 1) : 0;
}

/** The end mark, or a token of punctuation and signs alone. */
export function isSeparator({ role, text }: Pick<Token, 'role' | 'text'>): boolean {
  return role === 'end' || (role === 'text' && /^[\p{P}\p{S}]+$/u.test(text));
}

/** What all rows of one head share. */
interface HeadRows {
  readonly matrix: Matrix;
  readonly may: Readable;
  /** Positions of the keys that are separators, and whether each query is one. */
  readonly separatorKeys: readonly number[];
  readonly separatorQueries: readonly boolean[];
}

type RowMeasures = Readonly<Record<Exclude<PatternMeasure, 'strongest'>, number | null>>;

/** How far a row reads on the average; its weights need not sum to 1. */
function distanceOf(row: Float32Array, diagonal: number): number {
  const away = row.reduce((total, weight, key) => total + weight * Math.abs(key - diagonal), 0);
  return away / rowSum(row);
}

/** Of one row; null for a row without a choice, or that reads nothing. */
function measureRow({ matrix, may, separatorKeys, separatorQueries }: HeadRows, query: number) {
  const row = rowOf(matrix, query);
  const mayRead = (key: number) => (row[key] ?? 0) > 0 || !isMasked(may, query, key);
  const readable = row.reduce((count, _, key) => count + Number(mayRead(key)), 0);
  if (readable < 2 || !row.some((weight) => weight > 0)) return null;
  const diagonal = diagonalOf(query, matrix.T, matrix.S);
  const own = Math.round(diagonal);
  const entropy = rowEntropy(row);
  const weight = (key: number) => (mayRead(key) ? (row[key] ?? null) : null);
  const separators = separatorQueries[query] ? [] : separatorKeys.filter(mayRead);
  return {
    distance: distanceOf(row, diagonal),
    entropy,
    evenness: entropy / Math.log2(readable),
    same: weight(own),
    previous: weight(own - 1),
    next: weight(own + 1),
    first: own === 0 ? null : weight(0),
    separator: separators.length === 0 ? null : separators.reduce((sum, key) => sum + (row[key] ?? 0), 0),
  } satisfies RowMeasures;
}

/** The mean of each measure over the rows that have it. */
function meansOf(rows: readonly RowMeasures[]): RowMeasures {
  const mean = (name: keyof RowMeasures) => {
    const known = rows.flatMap((row) => row[name] ?? []);
    return known.length === 0 ? null : meanOf(known);
  };
  return {
    distance: mean('distance'),
    entropy: mean('entropy'),
    evenness: mean('evenness'),
    same: mean('same'),
    previous: mean('previous'),
    next: mean('next'),
    first: mean('first'),
    separator: mean('separator'),
  };
}

/**
 * All measures of one head.
 * @param matrix [T, S] over `queries` (T) and `keys` (S)
 */
export function measureHead(
  matrix: Matrix,
  may: Readable,
  { queries, keys }: { readonly queries: readonly Token[]; readonly keys: readonly Token[] },
): Pick<HeadMeasures, 'values' | 'strongestCell'> {
  const head: HeadRows = {
    matrix,
    may,
    separatorKeys: keys.flatMap((token, key) => (isSeparator(token) ? [key] : [])),
    separatorQueries: queries.map(isSeparator),
  };
  const rows: RowMeasures[] = [];
  let strongestCell: Cell | null = null;
  let most = 0;
  for (let query = 0; query < matrix.T; query++) {
    const measures = measureRow(head, query);
    if (measures === null) continue;
    rows.push(measures);
    const row = rowOf(matrix, query);
    for (let key = 0; key < row.length; key++) {
      const weight = row[key] ?? 0;
      if (weight > most) [most, strongestCell] = [weight, { query, key }];
    }
  }
  return { values: { ...meansOf(rows), strongest: rows.length === 0 ? null : most }, strongestCell };
}

/** Every head of a picture, by kind, layer and head. @throws EngineError `shape` for a pattern that is none. */
export function measureHeads({
  changes,
  ...picture
}: Pick<Picture, 'frames' | 'source' | 'target' | 'changes'>): readonly HeadMeasures[] {
  const all: HeadMeasures[] = [];
  for (const kind of ATTENTION_KINDS) {
    const axes = axesOf(kind, picture);
    for (let layer = 0; ; layer++) {
      const frame = picture.frames.get(attentionStage(kind, layer, 'pattern'));
      if (!frame) break;
      const [H, T, S] = patternShape('measureHeads', frame);
      for (let head = 0; head < H; head++) {
        const at = { kind, layer, head };
        const may = changes.length === 0 ? kind : forbiddenOf(changes, at, T, S);
        all.push({ ...at, ...measureHead(headMatrix(frame, head), may, axes) });
      }
    }
  }
  return all;
}
