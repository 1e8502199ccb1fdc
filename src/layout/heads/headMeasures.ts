import {
  ATTENTION_KINDS,
  type AttentionKind,
  attentionStage,
  axesOf,
  type Cell,
  type HeadAt,
  PATTERN_MEASURES,
  type PatternMeasure,
  type Picture,
  type Token,
} from '../../contract/index.ts';
import { headMatrix, isMasked, type Matrix, patternShape, rowOf } from '../matrix/matrix.ts';

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
  readonly kind: AttentionKind;
  /** Positions of the keys that are separators, and whether each query is one. */
  readonly separatorKeys: readonly number[];
  readonly separatorQueries: readonly boolean[];
}

/** Means that are filled number by number; null where there was none. */
class Means {
  readonly #sums = new Map<PatternMeasure, number>();
  readonly #counts = new Map<PatternMeasure, number>();
  add(name: PatternMeasure, value: number): void {
    this.#sums.set(name, (this.#sums.get(name) ?? 0) + value);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }
  get(name: PatternMeasure): number | null {
    const count = this.#counts.get(name);
    return count === undefined ? null : (this.#sums.get(name) ?? 0) / count;
  }
}

/** How far and how evenly a row reads; null for a row without a choice. */
function spreadOf(row: Float32Array, query: number, kind: AttentionKind, diagonal: number) {
  let [sum, away, bits, readable] = [0, 0, 0, 0];
  for (let key = 0; key < row.length; key++) {
    const weight = row[key] ?? 0;
    // With another mask in the place of its own, a decoder may look ahead.
    if (!(weight > 0)) {
      if (!isMasked(kind, query, key)) readable += 1;
      continue;
    }
    readable += 1;
    sum += weight;
    away += weight * Math.abs(key - diagonal);
    bits -= weight * Math.log2(weight);
  }
  if (readable < 2 || sum === 0) return null;
  // Of the weights divided by their sum, which is not 1 where cells were forbidden after softmax.
  const entropy = Math.max(0, bits / sum + Math.log2(sum));
  return { distance: away / sum, entropy, evenness: entropy / Math.log2(readable) };
}

/** Adds one row to its head's means; false for a row without a choice, which is left out. */
function addRow(means: Means, head: HeadRows, query: number): boolean {
  const { matrix, kind, separatorKeys, separatorQueries } = head;
  const row = rowOf(matrix, query);
  const diagonal = diagonalOf(query, matrix.T, matrix.S);
  const spread = spreadOf(row, query, kind, diagonal);
  if (spread === null) return false;
  means.add('distance', spread.distance);
  means.add('entropy', spread.entropy);
  means.add('evenness', spread.evenness);
  const own = Math.round(diagonal);
  const mayRead = (key: number) => (row[key] ?? 0) > 0 || !isMasked(kind, query, key);
  const addWeight = (name: PatternMeasure, key: number) => {
    const weight = row[key];
    if (weight !== undefined && mayRead(key)) means.add(name, weight);
  };
  addWeight('same', own);
  addWeight('previous', own - 1);
  addWeight('next', own + 1);
  if (own !== 0) addWeight('first', 0);
  const separators = separatorQueries[query] ? [] : separatorKeys.filter(mayRead);
  if (separators.length > 0) {
    means.add(
      'separator',
      separators.reduce((sum, key) => sum + (row[key] ?? 0), 0),
    );
  }
  return true;
}

/**
 * All measures of one head.
 * @param matrix [T, S] over `queries` (T) and `keys` (S)
 */
export function measureHead(
  matrix: Matrix,
  kind: AttentionKind,
  { queries, keys }: { readonly queries: readonly Token[]; readonly keys: readonly Token[] },
): Pick<HeadMeasures, 'values' | 'strongestCell'> {
  const head: HeadRows = {
    matrix,
    kind,
    separatorKeys: keys.flatMap((token, key) => (isSeparator(token) ? [key] : [])),
    separatorQueries: queries.map(isSeparator),
  };
  const means = new Means();
  let strongestCell: Cell | null = null;
  let most = 0;
  for (let query = 0; query < matrix.T; query++) {
    if (!addRow(means, head, query)) continue;
    const row = rowOf(matrix, query);
    for (let key = 0; key < row.length; key++) {
      const weight = row[key] ?? 0;
      if (weight > most) [most, strongestCell] = [weight, { query, key }];
    }
  }
  if (strongestCell !== null) means.add('strongest', most);
  const values = Object.fromEntries(PATTERN_MEASURES.map((name) => [name, means.get(name)]));
  return { values: values as Record<PatternMeasure, number | null>, strongestCell };
}

/** Every head of a picture, by kind, layer and head. @throws EngineError `shape` for a pattern that is none. */
export function measureHeads(
  picture: Pick<Picture, 'frames' | 'source' | 'target'>,
): readonly HeadMeasures[] {
  const all: HeadMeasures[] = [];
  for (const kind of ATTENTION_KINDS) {
    const axes = axesOf(kind, picture);
    for (let layer = 0; ; layer++) {
      const frame = picture.frames.get(attentionStage(kind, layer, 'pattern'));
      if (!frame) break;
      const [H] = patternShape('measureHeads', frame);
      for (let head = 0; head < H; head++) {
        all.push({ kind, layer, head, ...measureHead(headMatrix(frame, head), kind, axes) });
      }
    }
  }
  return all;
}
