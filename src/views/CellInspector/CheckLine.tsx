import type { Check } from '../../layout/index.ts';
import { Icon } from '../../ui/index.ts';
import type { StepSetting } from './props.ts';

/** Whether the step's numbers are the engine's. */
export function CheckLine({
  checks,
  setting,
}: {
  readonly checks: readonly Check[];
  readonly setting: StepSetting;
}) {
  const { t } = setting;
  const off = ({ computed, frame }: Check) => (computed === frame ? 0 : Math.abs(computed - frame));
  const write = (value: number) =>
    new Intl.NumberFormat(t.language, { maximumSignificantDigits: 1 }).format(value);
  const wrong = checks.find((check) => !check.agrees);
  const text = wrong
    ? t('inspect.differs', { stage: wrong.stage, difference: write(off(wrong)) })
    : t('inspect.agrees');
  return (
    <span className="ci-check" data-agrees={!wrong}>
      <Icon name={wrong ? 'warning' : 'check'} sizePx={14} />
      {text}
    </span>
  );
}
