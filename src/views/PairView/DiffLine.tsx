import { useMemo } from 'react';
import type { Token } from '../../contract/index.ts';
import { alignTokens, wordsApart } from '../../layout/index.ts';
import { spokenOf } from '../shared/marks.ts';
import type { PairViewProps } from './props.ts';

/** Nothing stands between an elided word and the next, or before a full stop. */
export const gapBetween = (text: string, next: string | undefined): string =>
  next === undefined || /['’]$/.test(text) || /^[.,…?!;:)\]]/.test(next) ? '' : ' ';

/** Two sentences in one line: what they share once, and where they differ both, marked A and B. */
export function DiffLine(props: {
  readonly title: string;
  readonly a: readonly Token[];
  readonly b: readonly Token[];
  readonly lang: string;
  readonly t: PairViewProps['t'];
}) {
  const { title, a, b, lang, t } = props;
  const places = useMemo(() => {
    const [left, right] = [wordsApart(a), wordsApart(b)];
    const [textsA, textsB] = [spokenOf(left, t), spokenOf(right, t)];
    return alignTokens(left, right).map((place) => ({
      same: place.same,
      a: place.a === null ? t('pair.nothing') : (textsA[place.a] ?? ''),
      b: place.b === null ? t('pair.nothing') : (textsB[place.b] ?? ''),
    }));
  }, [a, b, t]);
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
