import { useState } from 'react';
import {
  amountScale,
  keptDigits,
  letters,
  rowSoftmax,
  type SoftmaxStep,
  signed,
} from '../../layout/index.ts';
import type { StepSetting } from './props.ts';
import './SoftmaxTry.css';
import { Letter } from './vectors.tsx';

/** How far beyond the row's scores one can go, and by how much a key goes. */
const BEYOND = 3;
const BY = 0.1;

const same = (one: Float32Array, other: Float32Array) =>
  one.length === other.length && one.every((value, index) => value === other[index]);

/** The person's scores of the row, the model's until one is dragged; the model's again when those are others. */
function useScores({ row }: SoftmaxStep) {
  const [mine, setMine] = useState({ row, scores: Float64Array.from(row) });
  const scores = same(mine.row, row) ? mine.scores : Float64Array.from(row);
  const drag = (key: number, alpha: number) =>
    setMine({ row, scores: scores.map((value, index) => (index === key ? alpha : value)) });
  return { scores, drag };
}

/** Between which scores one drags: the row's own, and some more on either side. */
function limitsOf({ row, fates }: SoftmaxStep): readonly [number, number] {
  const open = Array.from(row).filter((_, key) => fates[key]?.fate !== 'forbidden');
  return [Math.floor(Math.min(0, ...open)) - BEYOND, Math.ceil(Math.max(0, ...open)) + BEYOND];
}

/** Two weights of a word as bars: the model's above the person's. */
function TwoBars(props: { readonly own: number; readonly yours: number; readonly hue: string }) {
  const width = (weight: number) => `${Math.max(0, Math.min(1, weight)) * 100}%`;
  return (
    <span className="cy-tracks">
      <span className="cy-bar" style={{ width: width(props.own), background: props.hue }} />
      <span className="cy-bar cy-yours" style={{ width: width(props.yours) }} />
    </span>
  );
}

/** The softmax of scores that the person drags, beside the model's own: what it would make of this row, no more. */
export function SoftmaxTry({ step, setting }: { readonly step: SoftmaxStep; readonly setting: StepSetting }) {
  const { t, keys, key: own, kind, theme, palette } = setting;
  const { scores, drag } = useScores(step);
  const { weights } = rowSoftmax(scores, step.fates);
  const [min, max] = limitsOf(step);
  const hue = amountScale(kind, theme, palette).css(1);
  const write = (weight: number) => keptDigits(weight, 3, t.language);
  const shown = new Set(step.terms.map((term) => term.key));
  const others = weights.reduce((sum, weight, key) => (shown.has(key) ? sum : sum + weight), 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const both = (from: number, to: number) => (
    <>
      <td>{write(from)}</td>
      <td className="cy-mine">{write(to)}</td>
      <td className="ct-bars">
        <TwoBars own={from} yours={to} hue={hue} />
      </td>
    </>
  );
  return (
    <table className="ct-table cy-table">
      <caption>{t('inspect.try.about')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('inspect.word')}</th>
          <th scope="col" className="cy-mine">
            <Letter setting={setting} of={letters.alpha} /> {t('inspect.try.yours')}
          </th>
          <th scope="col">
            <Letter setting={setting} of={letters.alphaHat} /> {t('inspect.try.model')}
          </th>
          <th scope="col" className="cy-mine">
            <Letter setting={setting} of={letters.alphaHat} /> {t('inspect.try.yours')}
          </th>
          <th scope="col" className="ct-bars">
            <span className="only-spoken">{t('inspect.share')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {step.terms.map(({ key, weight, fate }) => {
          const score = scores[key] ?? 0;
          const mine = weights[key] ?? 0;
          return (
            <tr key={key} data-own={key === own || undefined}>
              <th scope="row">
                <bdi>{keys[key]}</bdi>
              </th>
              <td className="cy-mine">
                <span className="cy-drag">
                  <input
                    type="range"
                    className="ui-slider"
                    aria-label={t('inspect.try.slider', { word: keys[key] ?? '' })}
                    aria-valuetext={t('inspect.try.said', {
                      score: signed(score, 1, t.language),
                      weight: write(mine),
                    })}
                    min={min}
                    max={max}
                    step={BY}
                    value={score}
                    disabled={fate.fate === 'forbidden'}
                    onKeyDown={(event) => {
                      if (event.key !== 'Escape') event.stopPropagation();
                    }}
                    onChange={(event) => drag(key, event.currentTarget.valueAsNumber)}
                  />
                  <span>{fate.fate === 'forbidden' ? '−∞' : signed(score, 1, t.language)}</span>
                </span>
              </td>
              {both(weight, mine)}
            </tr>
          );
        })}
        {step.others && (
          <tr className="ct-quiet">
            <th scope="row">{t('inspect.others', { count: step.others.count })}</th>
            <td />
            {both(step.others.weight, others)}
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('inspect.total')}</th>
          <td />
          <td>{signed(step.rowSum, 3, t.language)}</td>
          <td className="cy-mine">{signed(total, 3, t.language)}</td>
          <td className="ct-bars" />
        </tr>
      </tfoot>
    </table>
  );
}
