import type { CellSet } from '../contract/index.ts';
import { cellsOf, type Stroke } from '../layout/index.ts';

const order = (at: number | null) => at ?? -1;
const nameOf = ({ query, key }: CellSet) => `${query} ${key}`;

/** Ascending by query, then key, whole rows and columns first; each once. */
function sorted(cells: readonly CellSet[]): readonly CellSet[] {
  const unique = [...new Map(cells.map((cell) => [nameOf(cell), cell])).values()];
  return unique.sort((a, b) => order(a.query) - order(b.query) || order(a.key) - order(b.key));
}

/** True when one set holds all that another does. */
const within = (inner: CellSet, outer: CellSet) =>
  (outer.query === null || outer.query === inner.query) && (outer.key === null || outer.key === inner.key);

/**
 * What a store makes of a stroke: a head's forbidden cells after it, as the contract wants them. Forbidding a row
 * takes in its single cells; allowing one cell of a forbidden row leaves the row's other cells of this grid.
 */
export function applyStroke(
  cells: readonly CellSet[],
  stroke: Stroke,
  size: Readonly<Record<'T' | 'S', number>>,
): readonly CellSet[] {
  if (stroke.forbid) {
    const all = [...cells, ...stroke.cells];
    return sorted(
      all.filter((cell) => !all.some((other) => nameOf(other) !== nameOf(cell) && within(cell, other))),
    );
  }
  const freed = (cell: CellSet) => stroke.cells.some((set) => within(cell, set));
  const touched = (cell: CellSet) =>
    stroke.cells.some(
      (set) =>
        (set.query === null || cell.query === null || set.query === cell.query) &&
        (set.key === null || cell.key === null || set.key === cell.key),
    );
  return sorted(
    cells.flatMap((cell) => {
      if (!touched(cell)) return [cell];
      return freed(cell) ? [] : cellsOf(cell, size).filter((one) => !freed(one));
    }),
  );
}
