import { headSetOf } from '../../contract/index.ts';
import { short } from '../../layout/index.ts';
import { Slider, ToggleGroup } from '../../ui/index.ts';
import { DimensionTry } from './DimensionTry.tsx';
import { EntropyPlot } from './EntropyPlot.tsx';
import { commonOf, MIXED } from './notes.ts';
import type { ChangePanelProps } from './props.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import { VariancePlot } from './VariancePlot.tsx';

/** The slider goes by powers of two: as far below the model's own factor as above it. */
const MOST_POWER = 3;
const POWER_STEP = 0.25;
const FIRST_FACTOR = 2;

/** How scores are divided before softmax; what that does to the chosen head's rows, and why there is a √d at all. */
export function ScaleSection(props: ChangePanelProps) {
  const { at, scope, onPut, onTake, t } = props;
  const set = headSetOf(scope, at);
  const now = commonOf(props, ({ factor }) => factor);
  const value = now === MIXED ? MIXED : now === 1 ? 'own' : now === null ? 'none' : 'factor';
  const factor = typeof now === 'number' && now !== 1 ? now : FIRST_FACTOR;
  const put = (next: number | null) => onPut({ type: 'scale', ...set, factor: next });
  const choose = (next: typeof value) => {
    if (next === 'own') onTake('scale', set);
    else if (next !== MIXED) put(next === 'none' ? null : factor);
  };
  return (
    <>
      <p className="cp-about">{t('panel.scale.about')}</p>
      <ScopeChoice {...props} />
      <ToggleGroup
        label={t('panel.scale.scale')}
        showLabel
        value={value}
        options={[
          { value: 'own', label: t('panel.scale.own') },
          { value: 'none', label: t('panel.scale.none') },
          { value: 'factor', label: t('panel.scale.factor') },
          ...(value === MIXED ? [{ value: MIXED, label: t('panel.mixed') } as const] : []),
        ]}
        onChange={choose}
      />
      {value === 'factor' && (
        <Slider
          label={t('panel.scale.factor')}
          min={-MOST_POWER}
          max={MOST_POWER}
          step={POWER_STEP}
          value={Math.log2(Math.max(2 ** -MOST_POWER, factor))}
          text={t('panel.scale.factorValue', { factor: short(factor, t.language) })}
          onChange={(power) => put(2 ** power)}
        />
      )}
      <EntropyPlot {...props} />
      <VariancePlot {...props} />
      <DimensionTry {...props} />
    </>
  );
}
