import { useMemo } from 'react';
import type { Token } from '../../contract/index.ts';
import { alignTokens, wordsApart } from '../../layout/index.ts';
import { gapBetween } from '../shared/gapBetween.ts';
import { spokenOf } from '../shared/marks.ts';
import type { PairViewProps } from './props.ts';

interface Place {
  readonly same: boolean;
  readonly a: string;
  readonly b: string;
}

/** How many words on either side of a difference say where it is. */
const BESIDE = 1;
const ELISION = '…';

/** Only where they differ, with a word on either side; dots stand for what is between. All of it where nothing does. */
function shortened(places: readonly Place[]): readonly Place[] {
  if (places.every(({ same }) => same)) return places;
  const dots = { same: true, a: ELISION, b: ELISION };
  const isNear = (at: number) =>
    places.slice(Math.max(0, at - BESIDE), at + BESIDE + 1).some(({ same }) => !same);
  return places.flatMap((place, at) => (isNear(at) ? [place] : at === 0 || isNear(at - 1) ? [dots] : []));
}

/** Two sentences in one line: what they share once, and where they differ both, marked A and B. */
export function DiffLine(props: {
  readonly title: string;
  readonly a: readonly Token[];
  readonly b: readonly Token[];
  readonly lang: string;
  /** Only where they differ. */
  readonly short?: boolean;
  readonly t: PairViewProps['t'];
}) {
  const { title, a, b, lang, short = false, t } = props;
  const places = useMemo(() => {
    const [left, right] = [wordsApart(a), wordsApart(b)];
    const [textsA, textsB] = [spokenOf(left, t), spokenOf(right, t)];
    const all = alignTokens(left, right).map((place) => ({
      same: place.same,
      a: place.a === null ? t('pair.nothing') : (textsA[place.a] ?? ''),
      b: place.b === null ? t('pair.nothing') : (textsB[place.b] ?? ''),
    }));
    return short ? shortened(all) : all;
  }, [a, b, short, t]);
  return (
    <p className="pv-line">
      <span className="pv-line-title">{title}</span>{' '}
      {places.map((place, i) => {
        const next = places[i + 1]?.a;
        return place.same ? (
          <span key={`${i + 1}/${place.a}`} lang={lang}>
            {place.a}
            {gapBetween(place.a, next)}
          </span>
        ) : (
          <span key={`${i + 1}/${place.a}/${place.b}`}>
            <span className="only-spoken">{t('pair.differs', { a: place.a, b: place.b })} </span>
            <span className="pv-differs" aria-hidden="true">
              <b>{t('pair.a')}</b> <span lang={lang}>{place.a}</span> <b>{t('pair.b')}</b>{' '}
              <span lang={lang}>{place.b}</span>
            </span>
            {gapBetween('', next)}
          </span>
        );
      })}
    </p>
  );
}
