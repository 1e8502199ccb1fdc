import { type CellSet, FORBID_MODES, type ForbidMode } from '../intervention.ts';
import type { HeadMeaning } from './head.ts';
import { MASK_NAMES, type MaskHeld, type MaskName, shutsOf } from './masks.ts';

/** What a person forbade: this cell, this query's whole row, this key's whole column (or every cell). */
const BY_HAND = ['cell', 'row', 'column'] as const;
type ByHand = (typeof BY_HAND)[number];

/**
 * What becomes of a cell, and what decides. `open`: read. `forbidden`: its score is −∞ for the softmax; by a mask, by
 * hand, or because the head is off and rests on the first key. `zeroed`: weighed by the softmax and then set to 0.
 */
export type CellFate =
  | { readonly fate: 'open'; readonly reason: null }
  | { readonly fate: 'forbidden'; readonly reason: MaskName | ByHand | 'first' }
  | { readonly fate: 'zeroed'; readonly reason: ByHand };

const handFate = (mode: ForbidMode, reason: ByHand): CellFate =>
  mode === 'before' ? { fate: 'forbidden', reason } : { fate: 'zeroed', reason };

/** Every fate there is; grids of cells hold indices into this list. Open is 0. */
export const FATES: readonly CellFate[] = [
  { fate: 'open', reason: null },
  { fate: 'forbidden', reason: 'first' },
  ...MASK_NAMES.map((reason): CellFate => ({ fate: 'forbidden', reason })),
  ...FORBID_MODES.flatMap((mode) => BY_HAND.map((reason) => handFate(mode, reason))),
];
const OPEN = 0;
const FIRST = 1;
const codeOf = ({ fate, reason }: CellFate): number =>
  FATES.findIndex((one) => one.fate === fate && one.reason === reason);
const codesOf = <Word extends string>(words: readonly Word[], fateFor: (word: Word) => CellFate) =>
  new Map(words.map((word) => [word, codeOf(fateFor(word))]));
const MASK_CODES = codesOf(MASK_NAMES, (reason) => ({ fate: 'forbidden', reason }));
const HAND_CODES: Readonly<Record<ForbidMode, ReadonlyMap<ByHand, number>>> = {
  before: codesOf(BY_HAND, (reason) => handFate('before', reason)),
  after: codesOf(BY_HAND, (reason) => handFate('after', reason)),
};
/** Codes from here on are those of `zeroed`. */
const ZEROED_FROM = FATES.findIndex(({ fate }) => fate === 'zeroed');

/** Rows of a pattern: row t stands at position `queryStart` + t, column s at s. */
export interface PatternRows {
  readonly queryStart: number;
  /** T */
  readonly rows: number;
  /** S */
  readonly keys: number;
}

function putMask(cells: Uint8Array, { queryStart, rows, keys }: PatternRows, { mask, size }: MaskHeld): void {
  const [code, shuts] = [MASK_CODES.get(mask) as number, shutsOf(mask)];
  for (let t = 0, i = 0; t < rows; t++) {
    for (let s = 0; s < keys; s++, i++) {
      if (cells[i] === OPEN && shuts(queryStart + t, s, size)) cells[i] = code;
    }
  }
}

function reasonOf({ query, key }: CellSet): ByHand {
  if (query === null) return 'column';
  return key === null ? 'row' : 'cell';
}

/** What is forbidden already stays so; what is to be set to 0 can still be forbidden. */
function putCell(
  cells: Uint8Array,
  { queryStart, rows, keys }: PatternRows,
  put: CellSet,
  mode: ForbidMode,
): void {
  const code = HAND_CODES[mode].get(reasonOf(put)) as number;
  const [from, to] = put.query === null ? [0, rows] : [put.query - queryStart, put.query - queryStart + 1];
  const [left, right] = put.key === null ? [0, keys] : [put.key, put.key + 1];
  for (let t = Math.max(0, from); t < Math.min(rows, to); t++) {
    for (let s = left; s < Math.min(keys, right); s++) {
      const now = cells[t * keys + s] as number;
      if (now === OPEN || (now >= ZEROED_FROM && code < ZEROED_FROM)) cells[t * keys + s] = code;
    }
  }
}

/**
 * What becomes of the cells of one head. Before the softmax is stronger than after it: what it never sees has no weight
 * to set to 0; a mask is named before what was done by hand. Of a head off by `first` the first key alone is open,
 * whatever is forbidden.
 * @returns [T, S], row-major: indices into FATES
 */
export function fatesOf(meaning: HeadMeaning, pattern: PatternRows): Uint8Array {
  const { rows, keys } = pattern;
  const cells = new Uint8Array(rows * keys);
  if (meaning.off === 'first') return cells.fill(FIRST).map((code, i) => (i % keys === 0 ? OPEN : code));
  for (const held of meaning.masks) putMask(cells, pattern, held);
  for (const { mode, cells: sets } of meaning.forbidden)
    for (const set of sets) putCell(cells, pattern, set, mode);
  return cells;
}

/** What becomes of one cell. */
export function fateOf(meaning: HeadMeaning, query: number, key: number): CellFate {
  const [code = OPEN] = fatesOf(meaning, { queryStart: query, rows: 1, keys: key + 1 }).subarray(key);
  return FATES[code] as CellFate;
}
