import type { Token } from '../../contract/index.ts';
import { type AlignedPlace, tokenLabel } from '../../layout/index.ts';
import type { GridLabel } from '../NumberGrid/label.ts';
import { spokenOf } from '../shared/marks.ts';
import type { PairViewProps } from './props.ts';

/** What is written at a place where they differ: one word over the other's place, or both. */
const DIFFERS = '≠';

export interface PairLabels {
  readonly a: readonly GridLabel[];
  readonly b: readonly GridLabel[];
  /** Of the difference: both words; `short`, for a small picture, only one of them. */
  readonly both: readonly GridLabel[];
  readonly short: readonly GridLabel[];
}

/**
 * The words along one axis, for each of the pictures: the same places in all of them; where they differ, a sign says
 * so.
 */
export function pairLabels(
  places: readonly AlignedPlace[],
  tokensA: readonly Token[],
  tokensB: readonly Token[],
  t: PairViewProps['t'],
): PairLabels {
  const [spokenA, spokenB] = [spokenOf(tokensA, t), spokenOf(tokensB, t)];
  const one = (tokens: readonly Token[], spoken: readonly string[], at: number | null, same: boolean) => {
    const token = at === null ? undefined : tokens[at];
    if (!token) return { shown: t('pair.nothing'), spoken: t('pair.nothing'), always: true };
    const label = tokenLabel(token);
    return {
      shown: same ? label : `${DIFFERS} ${label}`,
      spoken: spoken[at ?? 0] ?? '',
      word: token.word,
      always: !same || token.role === 'end',
    };
  };
  const a = places.map((place) => one(tokensA, spokenA, place.a, place.same));
  const b = places.map((place) => one(tokensB, spokenB, place.b, place.same));
  const both = places.map((place, i) => {
    const [left, right] = [a[i]?.spoken ?? '', b[i]?.spoken ?? ''];
    if (place.same) return a[i] ?? { shown: '', spoken: '' };
    const bare = (side: 'a' | 'b') => {
      const tokens = side === 'a' ? tokensA : tokensB;
      const token = tokens[place[side] ?? -1];
      return token ? tokenLabel(token) : t('pair.nothing');
    };
    return {
      shown: `${bare('a')} ${DIFFERS} ${bare('b')}`,
      spoken: t('pair.differs', { a: left, b: right }),
      always: true,
    };
  });
  const short = both.map((label, i) => {
    const side = places[i]?.b === null ? a : b;
    return { ...label, shown: side[i]?.shown ?? '' };
  });
  return { a, b, both, short };
}

/** Labels that are said but not written: the picture to the left has them, row beside row. */
export const unwritten = (labels: readonly GridLabel[]): readonly GridLabel[] =>
  labels.map((label) => ({ ...label, shown: '', word: undefined }));
