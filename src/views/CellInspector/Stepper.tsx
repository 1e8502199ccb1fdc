import type { Translate } from '../../i18n/index.ts';
import { INSPECT_STEPS, type InspectStepName } from '../../layout/index.ts';
import './Stepper.css';

/** All steps by name; the one on screen is marked. */
export function Stepper(props: {
  readonly step: InspectStepName;
  readonly onStep: (step: InspectStepName) => void;
  readonly t: Translate<'inspect'>;
}) {
  const { step, onStep, t } = props;
  return (
    <nav aria-label={t('inspect.steps')}>
      <ol className="stepper">
        {INSPECT_STEPS.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="stepper-step"
              aria-current={name === step ? 'step' : undefined}
              title={t(`inspect.title.${name}`)}
              onClick={() => onStep(name)}
            >
              {t(`inspect.step.${name}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
