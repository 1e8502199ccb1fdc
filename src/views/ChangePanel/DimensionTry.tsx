import { useMemo, useState } from 'react';
import { MOST_DIMENSIONS, percent, randomScores, short } from '../../layout/index.ts';
import { Slider } from '../../ui/index.ts';
import type { ChangePanelProps } from './props.ts';

const FIRST_POWER = 6;

/** One row of weights as bars, and what the largest is. */
function Row(props: {
  readonly label: string;
  readonly weights: Float64Array;
  readonly t: ChangePanelProps['t'];
}) {
  const { label, weights, t } = props;
  const bars = Array.from(weights, (weight, key) => ({ weight, key }));
  return (
    <div className="cp-random">
      <span>{label}</span>
      <span className="cp-random-bars" aria-hidden="true">
        {bars.map(({ weight, key }) => (
          <span key={key} style={{ height: `${100 * weight}%` }} />
        ))}
      </span>
      <span>{t('panel.scale.randomLargest', { weight: percent(Math.max(...weights), t.language) })}</span>
    </div>
  );
}

/** Random q and k of any length: how far apart their scores are, and what softmax makes of them with and without √d. */
export function DimensionTry({ at, t }: ChangePanelProps) {
  const [power, setPower] = useState(FIRST_POWER);
  const d = 2 ** power;
  const random = useMemo(() => randomScores(d), [d]);
  return (
    <figure className="cp-figure" data-kind={at.kind}>
      <figcaption className="cp-sub">{t('panel.scale.random')}</figcaption>
      <Slider
        label={t('panel.scale.randomDimensions')}
        min={0}
        max={Math.log2(MOST_DIMENSIONS)}
        step={1}
        value={power}
        text={t.number(d)}
        onChange={setPower}
      />
      <div role="status">
        <p className="cp-help">
          {t('panel.scale.randomVariance', {
            variance: short(random.variance, t.language),
            divided: short(random.dividedVariance, t.language),
          })}
        </p>
        <Row label={t('panel.scale.none')} weights={random.undivided} t={t} />
        <Row label={t('panel.scale.own')} weights={random.divided} t={t} />
      </div>
    </figure>
  );
}
