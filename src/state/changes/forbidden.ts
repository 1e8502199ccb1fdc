import {
  type AttentionKind,
  type CellSet,
  type CellsForbidden,
  FORBID_MODES,
  type ForbidMode,
} from '../../contract/index.ts';
import { byKind, byList, byNumber } from './place.ts';

/** Heads for which a cell is forbidden. */
type Heads = 'all' | ReadonlySet<number>;

/** A cell, row, column or all of them, in one layer or in all, forbidden in one mode for some heads. */
interface Spot {
  readonly kind: AttentionKind;
  readonly layer: number | null;
  readonly mode: ForbidMode;
  readonly cell: CellSet;
  readonly heads: Heads;
}
type Spots = Map<string, Spot>;

const keyOf = (
  kind: AttentionKind,
  layer: number | null,
  mode: ForbidMode,
  { query, key }: CellSet,
): string => `${kind} ${layer} ${mode} ${query} ${key}`;

function spotsOf(changes: readonly CellsForbidden[]): Spots {
  const spots: Spots = new Map();
  for (const { kind, layer, heads, mode, cells } of changes) {
    for (const cell of cells) {
      const key = keyOf(kind, layer, mode, cell);
      const before = spots.get(key)?.heads ?? new Set();
      const all = heads === null || before === 'all';
      const joined: Heads = all ? 'all' : new Set([...before, ...heads]);
      spots.set(key, { kind, layer, mode, cell, heads: joined });
    }
  }
  return spots;
}

const wider = (n: number | null): readonly (number | null)[] => (n === null ? [null] : [n, null]);

/**
 * Heads for which this very cell is spoken of by nothing wider: no row, column or layer-wide change that holds it.
 * Before softmax is stronger than after: a weight that is 0 already cannot be set to 0.
 */
function ownHeads({ kind, layer, mode, cell, heads }: Spot, spots: Spots): Heads {
  let own = heads;
  const modes = mode === 'after' ? FORBID_MODES : [mode];
  const places = wider(layer).flatMap((l) =>
    wider(cell.query).flatMap((query) => wider(cell.key).map((key) => ({ layer: l, cell: { query, key } }))),
  );
  const itself = keyOf(kind, layer, mode, cell);
  for (const other of modes) {
    for (const place of places) {
      const key = keyOf(kind, place.layer, other, place.cell);
      const over = key === itself ? undefined : spots.get(key)?.heads;
      if (over === 'all') return new Set();
      if (over && own !== 'all') own = new Set([...own].filter((head) => !over.has(head)));
    }
  }
  return own;
}

const byCell = (a: CellSet, b: CellSet): number => byNumber(a.query, b.query) || byNumber(a.key, b.key);

/**
 * The one form of forbidden cells that say the same, whatever their order: each cell once, with its heads; cells with
 * the same heads, layer and mode together; nothing that a whole row, column, layer or kind says already.
 */
export function normalForbidden(changes: readonly CellsForbidden[]): readonly CellsForbidden[] {
  const spots = spotsOf(changes);
  const groups = new Map<string, CellsForbidden & { cells: CellSet[] }>();
  for (const spot of spots.values()) {
    const own = ownHeads(spot, spots);
    if (own !== 'all' && own.size === 0) continue;
    const heads = own === 'all' ? null : [...own].sort((a, b) => a - b);
    const { kind, layer, mode, cell } = spot;
    const key = `${kind} ${layer} ${mode} ${heads}`;
    const group = groups.get(key);
    if (group) group.cells.push(cell);
    else groups.set(key, { type: 'forbid', kind, layer, heads, mode, cells: [cell] });
  }
  for (const { cells } of groups.values()) cells.sort(byCell);
  return [...groups.values()].sort(
    (a, b) =>
      byKind(a.kind, b.kind) ||
      byNumber(a.layer, b.layer) ||
      FORBID_MODES.indexOf(a.mode) - FORBID_MODES.indexOf(b.mode) ||
      byList(a.heads, b.heads),
  );
}
