import {
  type AttentionKind,
  type Cell,
  type CellFate,
  EngineError,
  FATES,
  fatesOf,
  type HeadAt,
  type Intervention,
  meaningOf,
  ownMasks,
  type Token,
} from '../../contract/index.ts';
import { wordNumbers } from '../matrix/joinWords.ts';
import type { Forbidden } from '../matrix/matrix.ts';

/**
 * Why a query may not read a key. `own`: the kind's own mask (the decoder's is causal); `mask`: one put in its place;
 * `before`, `after`: forbidden cell by cell, before or after softmax; `first`: the head is off and rests on the first
 * token.
 */
export const WHYS = ['none', 'own', 'mask', 'before', 'after', 'first'] as const;
export type Why = (typeof WHYS)[number];

/** Of a cell; `none` where it may be read, and outside. */
export function whyForbidden({ T, S, why }: Forbidden, { query, key }: Cell): Why {
  if (query < 0 || key < 0 || query >= T || key >= S) return 'none';
  return WHYS[why[query * S + key] ?? 0] ?? 'none';
}

function whyOf({ fate, reason }: CellFate, kind: AttentionKind): Why {
  if (fate === 'open') return 'none';
  if (fate === 'zeroed') return 'after';
  if (reason === 'first') return 'first';
  if (reason === 'cell' || reason === 'row' || reason === 'column') return 'before';
  return ownMasks(kind).some(({ mask }) => mask === reason) ? 'own' : 'mask';
}

/**
 * What one head may not read once all changes are made, as src/contract/meaning/ says: what is drawn hatched is what
 * the engine masks.
 */
export function forbiddenOf(changes: readonly Intervention[], at: HeadAt, T: number, S: number): Forbidden {
  const codes = Uint8Array.from(FATES, (fate) => WHYS.indexOf(whyOf(fate, at.kind)));
  const fates = fatesOf(meaningOf(changes, at), { queryStart: 0, rows: T, keys: S });
  return { T, S, why: fates.map((fate) => codes[fate] as number) };
}

/** The kind's own mask and nothing else. */
export const ownForbidden = (kind: AttentionKind, T: number, S: number): Forbidden =>
  forbiddenOf([], { kind, layer: 0, head: 0 }, T, S);

/** Over several heads drawn as one: a cell is forbidden when it is in all of them. */
export function forbiddenInAll(grids: readonly Forbidden[]): Forbidden | null {
  const [first] = grids;
  if (!first) return null;
  const why = first.why.map((code, i) => (grids.every((grid) => (grid.why[i] ?? 0) !== 0) ? code : 0));
  return { T: first.T, S: first.S, why };
}

/**
 * From pieces to words: a word may not read another when none of its pieces may read any of the other's.
 * @throws EngineError `shape` when the tokens are not as many as rows and columns.
 */
export function joinForbidden(
  { T, S, why }: Forbidden,
  queryTokens: readonly Token[],
  keyTokens: readonly Token[],
): Forbidden {
  if (queryTokens.length !== T || keyTokens.length !== S) {
    const got = `${queryTokens.length} and ${keyTokens.length}`;
    throw new EngineError('shape', 'joinForbidden', 'tokens', `${T} queries and ${S} keys`, got);
  }
  const [rows, columns] = [wordNumbers(queryTokens), wordNumbers(keyTokens)];
  const [height, width] = [(rows.at(-1) ?? -1) + 1, (columns.at(-1) ?? -1) + 1];
  const codes: (number | undefined)[] = Array.from({ length: height * width });
  rows.forEach((row, query) => {
    columns.forEach((column, key) => {
      const code = why[query * S + key] ?? 0;
      const at = row * width + column;
      codes[at] = code === 0 ? 0 : (codes[at] ?? code);
    });
  });
  return { T: height, S: width, why: Uint8Array.from(codes, (code) => code ?? 0) };
}
