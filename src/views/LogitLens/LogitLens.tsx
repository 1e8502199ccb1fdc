import { useMemo, useState } from 'react';
import type { Cell, LensCell } from '../../contract/index.ts';
import { END_SIGN, settledLayer, tokenLabel } from '../../layout/index.ts';
import { Legend } from '../Legend/Legend.tsx';
import { spokenOf } from '../shared/marks.ts';
import { LensGrid } from './LensGrid.tsx';
import type { LensTexts, LogitLensProps } from './props.ts';
import './LogitLens.css';

/** What is written and said for guesses, final words and words fed in. */
function useTexts({ target, steps, endId, t }: LogitLensProps): LensTexts {
  return useMemo(() => {
    const shown = ({ id, text }: LensCell) => (id === endId ? END_SIGN : tokenLabel({ text, role: 'text' }));
    return {
      shown,
      spoken: (cell) => (cell.id === endId ? t('mark.end') : shown(cell)),
      finals: spokenOf(
        steps.map((step) => step.token),
        t,
      ),
      fed: spokenOf(target, t),
    };
  }, [target, steps, endId, t]);
}

/** What every layer would write, if it were the last: layers are rows, the decoder's positions are columns. */
export function LogitLens(props: LogitLensProps) {
  const { lens, t, onPoint } = props;
  const texts = useTexts(props);
  const [pointed, setPointed] = useState<Cell | null>(null);
  const point = (cell: Cell | null) => {
    setPointed(cell);
    onPoint(cell === null ? null : cell.key);
  };
  const say = ({ query, key }: Cell): string => {
    const layer = (lens?.length ?? 0) - query;
    const guess = lens?.[layer - 1]?.[key];
    if (!guess) return '';
    const said = {
      layer,
      after: texts.fed[key] ?? '',
      guess: texts.spoken(guess),
      percent: t.share(guess.probability),
    };
    if (guess.finalRank === 0) return t('lens.cellFirst', said);
    const rank = t.number(guess.finalRank + 1);
    return t('lens.cell', { ...said, final: texts.finals[key] ?? '', rank });
  };
  const settledAt = (key: number): string => {
    const layer = lens && settledLayer(lens, key);
    const word = texts.finals[key] ?? '';
    return layer === null ? t('lens.unsettled', { word }) : t('lens.settled', { word, layer: layer + 1 });
  };
  return (
    <section className="ll-root" data-view="logit-lens" data-kind="decoder" aria-label={t('lens.label')}>
      <p className="ll-about">{t('lens.about')}</p>
      {lens === null ? (
        <p className="ll-about" role="status">
          {t('lens.waiting')}
        </p>
      ) : (
        <LensGrid props={props} lens={lens} texts={texts} pointed={pointed} onPoint={point} say={say} />
      )}
      <div className="ll-foot">
        <p className="ll-says" aria-hidden={pointed !== null}>
          {pointed ? (
            <>
              {say(pointed)} <span className="ll-about">{settledAt(pointed.key)}</span>
            </>
          ) : (
            t('lens.hint')
          )}
        </p>
        <Legend
          kind="decoder"
          theme={props.theme}
          palette={props.palette}
          scale="fixed"
          hatched={false}
          words
          title={t('lens.legend')}
          t={t}
        />
      </div>
    </section>
  );
}
