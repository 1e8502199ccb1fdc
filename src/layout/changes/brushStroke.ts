import type { Cell, CellSet, ForbidMode } from '../../contract/index.ts';
import type { Forbidden } from '../matrix/matrix.ts';
import { WHYS, type Why, whyForbidden } from './forbidden.ts';

/** What one drag, click or key asks: these cells forbidden by hand, or allowed again. */
export interface Stroke {
  readonly cells: readonly CellSet[];
  readonly forbid: boolean;
}

/** The cells on the straight way from one to another, both included: a fast pointer jumps over some. */
export function cellsBetween(from: Cell, to: Cell): readonly Cell[] {
  const steps = Math.max(Math.abs(to.query - from.query), Math.abs(to.key - from.key), 1);
  const cells = Array.from({ length: steps + 1 }, (_, i) => ({
    query: Math.round(from.query + ((to.query - from.query) * i) / steps),
    key: Math.round(from.key + ((to.key - from.key) * i) / steps),
  }));
  return cells.filter(
    (cell, i) => i === 0 || cell.query !== cells[i - 1]?.query || cell.key !== cells[i - 1]?.key,
  );
}

/** Where a mask, or a head that is off, leaves nothing to paint. */
const HIDDEN: readonly Why[] = ['own', 'mask', 'first'];
const byHand = (grid: Forbidden, at: Cell) => ['before', 'after'].includes(whyForbidden(grid, at));

/** The cells of the grid that a set names. */
export function cellsOf({ query, key }: CellSet, { T, S }: Pick<Forbidden, 'T' | 'S'>): readonly Cell[] {
  const rows = query === null ? Array.from({ length: T }, (_, i) => i) : [query];
  const columns = key === null ? Array.from({ length: S }, (_, i) => i) : [key];
  return rows.flatMap((q) => columns.map((k) => ({ query: q, key: k })));
}

/**
 * Whether a stroke that begins here forbids or allows: it allows where a cell is already forbidden by hand; a row or
 * column, when all of it is that a mask does not hide anyway.
 */
export function strokeForbids(grid: Forbidden, start: CellSet): boolean {
  const open = cellsOf(start, grid).filter((at) => !HIDDEN.includes(whyForbidden(grid, at)));
  return open.length === 0 || !open.every((at) => byHand(grid, at));
}

/** The grid as it will be after the stroke, for looking at it meanwhile. What a mask hides stays hidden. */
export function previewStroke(grid: Forbidden, stroke: Stroke, mode: ForbidMode): Forbidden {
  const why = Uint8Array.from(grid.why);
  for (const { query, key } of stroke.cells.flatMap((set) => cellsOf(set, grid))) {
    if (HIDDEN.includes(whyForbidden(grid, { query, key }))) continue;
    why[query * grid.S + key] = stroke.forbid ? WHYS.indexOf(mode) : 0;
  }
  return { T: grid.T, S: grid.S, why };
}
