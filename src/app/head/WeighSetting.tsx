import { choiceOf } from '../../state/index.ts';
import { Select } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';

/** What a cell's colour is: the weight, or beside it what an output word's gradient makes of it. */
const WEIGHED = ['pattern', 'product', 'gradient'] as const;
type Weighed = (typeof WEIGHED)[number];

export function WeighSetting() {
  const t = useWords();
  const { act } = useHeadlight();
  const weigh = useApp((state) => choiceOf(state).weigh);
  const choose = (value: Weighed) =>
    act.choose(value === 'pattern' ? { weigh: value } : { view: 'heatmap', weigh: value });
  return (
    <Select
      label={t('settings.weigh')}
      value={WEIGHED.find((one) => one === weigh) ?? 'pattern'}
      options={WEIGHED.map((value) => ({ value, label: t(`settings.weigh.${value}`) }))}
      onChange={choose}
    />
  );
}
