import { useMemo } from 'react';
import {
  type AlignedPlace,
  alignTokens,
  type Grid,
  gridDifference,
  largestSize,
  placedGrid,
} from '../../layout/index.ts';
import type { PairSide, PairViewProps } from './props.ts';

/** Smaller differences than this do not get the full colour: two pictures that hardly differ shall look so. */
const LEAST_LIMIT = 0.2;

/** Both sides on shared places. */
export interface Pair {
  readonly rows: readonly AlignedPlace[];
  readonly columns: readonly AlignedPlace[];
  readonly a: Grid;
  readonly b: Grid;
  readonly difference: Grid;
  /** The size of difference that gets the full colour. */
  readonly limit: number;
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
  const limit = Math.max(LEAST_LIMIT, largestSize(difference.values.map((value) => value ?? 0)));
  return { rows, columns, a: gridA, b: gridB, difference, limit };
}

/** The pair as it is drawn; null while one side is missing. */
export function usePair({ a, b, kind }: PairViewProps): Pair | null {
  return useMemo(() => b && pairOf(a, b, kind), [a, b, kind]);
}
