import { useMemo } from 'react';
import type { Cell } from '../../contract/index.ts';
import { type AlignedPlace, alignTokens, type Grid, gridDifference, placedGrid } from '../../layout/index.ts';
import type { PairSide, PairViewProps } from './props.ts';

/**
 * The difference that gets the full colour: all of a row's weight. One for every pair, so that two pictures that hardly
 * differ look so, and no colour changes its meaning while a sentence is typed.
 */
export const PAIR_LIMIT = 1;

/** Both sides on shared places. */
export interface Pair {
  readonly rows: readonly AlignedPlace[];
  readonly columns: readonly AlignedPlace[];
  readonly a: Grid;
  readonly b: Grid;
  readonly difference: Grid;
}

/** Whether a row or column stands in one picture only: its cells are hatched in the others. */
export const isUneven = ({ rows, columns }: Pair): boolean =>
  [...rows, ...columns].some(({ a, b }) => a === null || b === null);

/** Where a cell of A stands in all pictures; null where it has no place. */
export function placeOfCell({ rows, columns }: Pair, cell: Cell | null): Cell | null {
  if (cell === null) return null;
  const query = rows.findIndex(({ a }) => a === cell.query);
  const key = columns.findIndex(({ a }) => a === cell.key);
  return query < 0 || key < 0 ? null : { query, key };
}

/** The cell of A at a place; null where A has no such word. */
export function cellAtPlace({ rows, columns }: Pair, place: Cell | null): Cell | null {
  const query = place && rows[place.query]?.a;
  const key = place && columns[place.key]?.a;
  return typeof query === 'number' && typeof key === 'number' ? { query, key } : null;
}

function pairOf(a: PairSide, b: PairSide, kind: PairViewProps['kind']): Pair {
  const rows = alignTokens(a.queryTokens, b.queryTokens);
  const columns = alignTokens(a.keyTokens, b.keyTokens);
  const placed = (side: 'a' | 'b') =>
    placedGrid(
      (side === 'a' ? a : b).matrix,
      rows.map((place) => place[side]),
      columns.map((place) => place[side]),
      kind,
    );
  const [gridA, gridB] = [placed('a'), placed('b')];
  const difference = gridDifference(gridA, gridB);
  return { rows, columns, a: gridA, b: gridB, difference };
}

/** The pair as it is drawn; null while one side is missing. */
export function usePair({ a, b, kind }: PairViewProps): Pair | null {
  return useMemo(() => b && pairOf(a, b, kind), [a, b, kind]);
}
