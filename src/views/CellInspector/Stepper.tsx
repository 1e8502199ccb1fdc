import { INSPECT_STEPS, type InspectStepName } from '../../layout/index.ts';
import type { CellInspectorWords } from './props.ts';
import './Stepper.css';

/** All steps by name; the one on screen is marked. */
export function Stepper(props: {
  readonly step: InspectStepName;
  readonly onStep: (step: InspectStepName) => void;
  readonly words: CellInspectorWords;
}) {
  const { step, onStep, words } = props;
  return (
    <nav aria-label={words.steps}>
      <ol className="stepper">
        {INSPECT_STEPS.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="stepper-step"
              aria-current={name === step ? 'step' : undefined}
              title={words.step(name).title}
              onClick={() => onStep(name)}
            >
              {words.step(name).short}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
