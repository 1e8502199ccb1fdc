import type { CellFate } from '../../contract/index.ts';
import { amountScale, keptDigits, letters, type MaskStep, signed, vectorOf } from '../../layout/index.ts';
import { BarsPicture } from './BarsPicture.tsx';
import type { StepSetting } from './props.ts';
import { Strip } from './Strip.tsx';
import { commonLimit, Letter } from './vectors.tsx';
import { WordAxis } from './WordAxis.tsx';

/** Decimals of a weight. */
const WEIGHT_DECIMALS = 3;

/** Forbidden by the person, cell by cell or at one stroke: what can be allowed here again. */
const byHand = ({ reason }: CellFate): boolean =>
  reason === 'cell' || reason === 'row' || reason === 'column';

/** The row's scores, what of them is left for the softmax, and what that makes of it. A cell can be forbidden here. */
export function MaskPicture({ step, setting }: { readonly step: MaskStep; readonly setting: StepSetting }) {
  const { t, keys, key, names, kind, theme, palette, onForbid } = setting;
  const named = (index: number, what: string) =>
    t('inspect.said', { what: t('inspect.quoted', { word: keys[index] ?? '' }), value: what });
  const score = (index: number) => signed(step.row[index] ?? 0, step.alphaDecimals, t.language);
  const left = (index: number) => {
    const fate = step.fates[index]?.fate;
    if (fate === 'forbidden') return named(index, '−∞');
    return named(index, fate === 'zeroed' ? `${score(index)}, ${t('inspect.zeroed')}` : score(index));
  };
  const weight = (index: number) =>
    named(index, keptDigits(step.weights[index] ?? 0, WEIGHT_DECIMALS, t.language));
  const row = vectorOf(step.row);
  const shared = { setting, word: names.query, mark: key };
  const limit = commonLimit(row);
  // What is forbidden is not the largest any more.
  const open = step.row.map((value, index) => (step.fates[index]?.fate === 'forbidden' ? 0 : value));
  const toggle = (index: number) => {
    const fate = step.fates[index];
    if (fate && (fate.fate === 'open' || byHand(fate))) onForbid?.(index, fate.fate === 'open');
  };
  return (
    <div className="ci-group ci-high">
      <WordAxis setting={setting} fates={step.fates} />
      <Strip
        {...shared}
        limit={limit}
        vector={row}
        name="scores"
        label={<Letter setting={setting} of={letters.alpha} word={names.query} />}
        note={named(key, score(key))}
        said={(index) => named(index, score(index))}
      />
      <Strip
        {...shared}
        limit={limit}
        vector={vectorOf(open)}
        name="masked"
        label={t('inspect.afterMask')}
        note={onForbid && step.fate.fate === 'open' ? t('inspect.maskHint') : left(key)}
        said={left}
        fates={step.fates}
        {...(onForbid && { pick: { hint: t('inspect.pickMask'), at: toggle } })}
      />
      <BarsPicture
        {...shared}
        vector={vectorOf(step.weights)}
        name="weights"
        label={<Letter setting={setting} of={letters.alphaHat} />}
        note={weight(key)}
        said={weight}
        shape="bars"
        colour={amountScale(kind, theme, palette).css(1)}
        most={1}
      />
    </div>
  );
}
