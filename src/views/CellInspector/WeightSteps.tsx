import type { CSSProperties } from 'react';
import {
  amountScale,
  keptDigits,
  letters,
  numberLine,
  type ScaleStep,
  type SoftmaxStep,
  signed,
} from '../../layout/index.ts';
import type { StepSetting } from './props.ts';
import { SoftmaxTry } from './SoftmaxTry.tsx';
import { Spread } from './Spread.tsx';
import { Letter } from './vectors.tsx';
import './tables.css';

/** The whole row's scores on one number line, before and after. */
export function ScalePicture({ step, setting }: { readonly step: ScaleStep; readonly setting: StepSetting }) {
  const line = numberLine([step.before, step.after], 6);
  return (
    <Spread
      setting={setting}
      line={line}
      rows={[
        {
          label: <Letter setting={setting} of={letters.dot} />,
          values: step.before,
          decimals: step.dotDecimals,
        },
        {
          label: <Letter setting={setting} of={letters.alpha} />,
          values: step.after,
          decimals: step.alphaDecimals,
        },
      ]}
    />
  );
}

/** The row's largest terms, one a line: α, e to it, its share. */
export function Softmax({ step, setting }: { readonly step: SoftmaxStep; readonly setting: StepSetting }) {
  return setting.trying ? (
    <SoftmaxTry step={step} setting={setting} />
  ) : (
    <SoftmaxTable step={step} setting={setting} />
  );
}

function SoftmaxTable({ step, setting }: { readonly step: SoftmaxStep; readonly setting: StepSetting }) {
  const { t, keys, key, kind, theme, palette } = setting;
  const { alphaDecimals, weightDecimals, sum } = step;
  const hue = amountScale(kind, theme, palette).css(1);
  const share = (part: number) => `${Math.min(1, part) * 100}%`;
  // From e to the power of the score, 1 for the largest, to its part of their sum.
  const bar = (weight: number, exp: number) => (
    <span className="ct-track">
      <span
        className="ct-bar"
        style={{
          width: share(weight),
          background: hue,
          ...({ '--from-width': share(exp) } as CSSProperties),
        }}
      />
    </span>
  );
  return (
    <table className="ct-table">
      <thead>
        <tr>
          <th scope="col">{t('inspect.word')}</th>
          <th scope="col">
            <Letter setting={setting} of={letters.alpha} />
            <span className="only-spoken">{t('inspect.column.alpha')}</span>
          </th>
          <th scope="col">
            <Letter setting={setting} of={letters.power} />
            <span className="only-spoken">{t('inspect.column.power')}</span>
          </th>
          <th scope="col">
            <Letter setting={setting} of={letters.alphaHat} />
            <span className="only-spoken">{t('inspect.column.alphaHat')}</span>
          </th>
          <th scope="col" className="ct-bars">
            <span className="only-spoken">{t('inspect.share')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {step.terms.map((term) => (
          <tr key={term.key} data-own={term.key === key || undefined}>
            <th scope="row">
              <bdi>{keys[term.key]}</bdi>
            </th>
            <td>{term.fate.fate === 'forbidden' ? '−∞' : signed(term.alpha, alphaDecimals, t.language)}</td>
            <td>{keptDigits(term.exp, sum.decimals, t.language)}</td>
            <td>{keptDigits(term.weight, weightDecimals, t.language)}</td>
            <td className="ct-bars">{bar(term.weight, term.exp)}</td>
          </tr>
        ))}
        {step.others && (
          <tr className="ct-quiet">
            <th scope="row">{t('inspect.others', { count: step.others.count })}</th>
            <td />
            <td>{keptDigits(step.others.exp, sum.decimals, t.language)}</td>
            <td>{keptDigits(step.others.weight, weightDecimals, t.language)}</td>
            <td className="ct-bars">{bar(step.others.weight, step.others.exp)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('inspect.total')}</th>
          <td />
          <td>{signed(sum.total, sum.decimals, t.language)}</td>
          <td>{signed(step.rowSum, weightDecimals, t.language)}</td>
          <td className="ct-bars" />
        </tr>
      </tfoot>
    </table>
  );
}
