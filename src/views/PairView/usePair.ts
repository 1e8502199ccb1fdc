import { useMemo } from 'react';
import type { Token } from '../../contract/index.ts';
import {
  type AlignedPlace,
  alignTokens,
  type Grid,
  gridDifference,
  largestSize,
  placedGrid,
  tokenLabel,
} from '../../layout/index.ts';
import type { GridLabel } from '../NumberGrid/index.ts';
import { spokenOf } from '../shared/marks.ts';
import type { PairSide, PairViewProps, PairViewWords } from './props.ts';

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

/** What is written at a place where they differ: one word over the other's place, or both. */
const DIFFERS = '≠';

export interface PairLabels {
  readonly a: readonly GridLabel[];
  readonly b: readonly GridLabel[];
  /** Of the difference: both words; `short`, for a small picture, only one of them. */
  readonly both: readonly GridLabel[];
  readonly short: readonly GridLabel[];
}

/** The words along one axis, for each of the pictures: the same places in all of them; where they differ, a sign says so. */
export function pairLabels(
  places: readonly AlignedPlace[],
  tokensA: readonly Token[],
  tokensB: readonly Token[],
  words: PairViewWords,
): PairLabels {
  const [spokenA, spokenB] = [spokenOf(tokensA, words), spokenOf(tokensB, words)];
  const one = (tokens: readonly Token[], spoken: readonly string[], at: number | null, same: boolean) => {
    const token = at === null ? undefined : tokens[at];
    if (!token) return { shown: words.nothing, spoken: words.nothing };
    const label = tokenLabel(token);
    return { shown: same ? label : `${DIFFERS} ${label}`, spoken: spoken[at ?? 0] ?? '' };
  };
  const a = places.map((place) => one(tokensA, spokenA, place.a, place.same));
  const b = places.map((place) => one(tokensB, spokenB, place.b, place.same));
  const both = places.map((place, i) => {
    const [left, right] = [a[i]?.spoken ?? '', b[i]?.spoken ?? ''];
    if (place.same) return a[i] ?? { shown: '', spoken: '' };
    const bare = (side: 'a' | 'b') => {
      const tokens = side === 'a' ? tokensA : tokensB;
      const token = tokens[place[side] ?? -1];
      return token ? tokenLabel(token) : words.nothing;
    };
    return { shown: `${bare('a')} ${DIFFERS} ${bare('b')}`, spoken: words.differs(left, right) };
  });
  const short = both.map((label, i) => {
    const side = places[i]?.b === null ? a : b;
    return { ...label, shown: side[i]?.shown ?? '' };
  });
  return { a, b, both, short };
}
