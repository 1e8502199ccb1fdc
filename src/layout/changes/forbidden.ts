import {
  type AttentionKind,
  type Cell,
  type CellSet,
  EngineError,
  type ForbidMode,
  type HeadSet,
  type Intervention,
  type Mask,
  type Token,
} from '../../contract/index.ts';
import { wordNumbers } from '../matrix/joinWords.ts';
import type { Forbidden } from '../matrix/matrix.ts';

/**
 * Why a query may not read a key. `own`: the kind's own mask (the decoder's is causal); `mask`: one put in its place;
 * `before`, `after`: forbidden cell by cell, before or after softmax.
 */
export const WHYS = ['none', 'own', 'mask', 'before', 'after'] as const;
export type Why = (typeof WHYS)[number];
const codeOf = (why: Why): number => WHYS.indexOf(why);

/** Of a cell; `none` where it may be read, and outside. */
export function whyForbidden({ T, S, why }: Forbidden, { query, key }: Cell): Why {
  if (query < 0 || key < 0 || query >= T || key >= S) return 'none';
  return WHYS[why[query * S + key] ?? 0] ?? 'none';
}

/** The kind's own mask and nothing else. */
export function ownForbidden(kind: AttentionKind, T: number, S: number): Forbidden {
  const own = codeOf('own');
  const why = Uint8Array.from({ length: T * S }, (_, i) =>
    kind === 'decoder' && i % S > Math.floor(i / S) ? own : 0,
  );
  return { T, S, why };
}

/** Whether a change speaks of a head. */
export function covers(set: HeadSet, kind: AttentionKind, layer: number, head: number): boolean {
  return (
    set.kind === kind &&
    (set.layer === null || set.layer === layer) &&
    (set.heads === null || set.heads.includes(head))
  );
}

/** Whether a mask hides a key from a query, positions from 0. */
function masks(mask: Mask, size: number, { query, key }: Cell): boolean {
  if (mask === 'causal') return key > query;
  if (mask === 'padding') return key >= size;
  if (mask === 'window') return Math.abs(key - query) > size;
  if (mask === 'block') return Math.floor(key / size) !== Math.floor(query / size);
  return false;
}

/**
 * The masks that hold in the end with their sizes: `none` takes away all before it, of one sort the later size holds.
 */
export function masksThatHold(
  changes: readonly Intervention[],
  kind: AttentionKind,
): ReadonlyMap<Exclude<Mask, 'none'>, number> {
  const held = new Map<Exclude<Mask, 'none'>, number>(kind === 'decoder' ? [['causal', 0]] : []);
  for (const change of changes) {
    if (change.type !== 'mask') continue;
    if (change.mask === 'none') held.clear();
    else held.set(change.mask, change.size);
  }
  return held;
}

/** True when a set of cells holds this one. */
const holds = ({ query, key }: CellSet, at: Cell) =>
  (query === null || query === at.query) && (key === null || key === at.key);

/** Of one head's own changes. */
function whyOf(changes: readonly Intervention[], kind: AttentionKind) {
  const held = masksThatHold(changes, kind);
  const forbids = changes.filter((one) => one.type === 'forbid');
  const by = (mode: ForbidMode, at: Cell) =>
    forbids.some((one) => one.mode === mode && one.cells.some((set) => holds(set, at)));
  return (at: Cell): Why => {
    if (kind === 'decoder' && held.has('causal') && masks('causal', 0, at)) return 'own';
    for (const [mask, size] of held) if (masks(mask, size, at)) return 'mask';
    if (by('before', at)) return 'before';
    return by('after', at) ? 'after' : 'none';
  };
}

/**
 * What one head may not read once all changes are made (contract/intervention.ts says how they add up). Where several
 * hide a cell, the first of `own`, `mask`, `before`, `after` is named.
 */
export function forbiddenOf(
  changes: readonly Intervention[],
  { kind, layer, head }: { readonly kind: AttentionKind; readonly layer: number; readonly head: number },
  T: number,
  S: number,
): Forbidden {
  const about = changes.filter((one) => one.type !== 'positions' && covers(one, kind, layer, head));
  if (!about.some(({ type }) => type === 'mask' || type === 'forbid')) return ownForbidden(kind, T, S);
  const name = whyOf(about, kind);
  const why = Uint8Array.from({ length: T * S }, (_, i) =>
    codeOf(name({ query: Math.floor(i / S), key: i % S })),
  );
  return { T, S, why };
}

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
