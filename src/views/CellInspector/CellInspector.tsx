import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import {
  formulasOf,
  INSPECT_STEPS,
  type InspectStep,
  type InspectStepName,
  inspectStep,
  type WaitingStep,
} from '../../layout/index.ts';
import { Button } from '../../ui/index.ts';
import { Formula } from '../shared/Formula.tsx';
import { spokenOf } from '../shared/marks.ts';
import './CellInspector.css';
import { CheckLine } from './CheckLine.tsx';
import { MaskPicture } from './MaskPicture.tsx';
import { NormPicture, Output, ValuesPicture } from './OutputSteps.tsx';
import { Project } from './Project.tsx';
import type { CellInspectorProps, StepSetting } from './props.ts';
import { Dot, Products } from './ScoreSteps.tsx';
import { SignKey } from './SignKey.tsx';
import { stepSentence } from './stepSentence.ts';
import './sizes.css';
import { Stepper } from './Stepper.tsx';
import { ScalePicture, Softmax } from './WeightSteps.tsx';

function StepPicture({ step, setting }: { readonly step: InspectStep; readonly setting: StepSetting }) {
  if (step.name === 'project') return <Project step={step} setting={setting} />;
  if (step.name === 'products') return <Products step={step} setting={setting} />;
  if (step.name === 'dot') return <Dot step={step} setting={setting} />;
  if (step.name === 'scale') return <ScalePicture step={step} setting={setting} />;
  if (step.name === 'mask') return <MaskPicture step={step} setting={setting} />;
  if (step.name === 'softmax') return <Softmax step={step} setting={setting} />;
  if (step.name === 'values') return <ValuesPicture step={step} setting={setting} />;
  if (step.name === 'output') return <Output step={step} setting={setting} />;
  return <NormPicture step={step} setting={setting} />;
}

/** The words of the cell, and the step's numbers. */
function useStory(props: CellInspectorProps, trying: boolean) {
  const { kind, layer, head, cell, encoderLayers, frames, weights, changes, step, t } = props;
  const { theme, palette, queryTokens, keyTokens, onForbid } = props;
  const { query, key } = cell;
  const told = useMemo(
    () =>
      inspectStep(
        step,
        { kind, layer, head, cell: { query, key }, encoderLayers },
        { frames, weights, changes },
      ),
    [step, kind, layer, head, query, key, encoderLayers, frames, weights, changes],
  );
  const setting = useMemo((): StepSetting => {
    const keys = spokenOf(keyTokens, t);
    const names = { query: spokenOf(queryTokens, t)[query] ?? '', key: keys[key] ?? '' };
    return { theme, palette, t, kind, keys, key, names, trying, ...(onForbid && { onForbid }) };
  }, [theme, palette, t, kind, queryTokens, keyTokens, query, key, trying, onForbid]);
  return { told, setting };
}

/** Arrow keys go from step to step, Escape goes back; keys that something inside used are left alone. */
function useStepKeys({ step, onStep, onClose }: CellInspectorProps) {
  const at = INSPECT_STEPS.indexOf(step);
  const to = (index: number) => {
    const name = INSPECT_STEPS[index];
    if (name) onStep(name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft') to(at - 1);
    else if (event.key === 'ArrowRight') to(at + 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };
  return { at, to, onKeyDown };
}

/** Its numbers are colours. */
const isSigned = (step: InspectStepName): boolean => step !== 'scale' && step !== 'softmax';

/** One number's way through a head: a step at a time, with its formula and its real numbers. */
export function CellInspector(props: CellInspectorProps) {
  const { kind, step, onStep, onMatrices, onClose, t, takesFocus = false } = props;
  const [tried, setTried] = useState<InspectStepName | null>(null);
  const { told, setting } = useStory(props, tried === step);
  const { at, to, onKeyDown } = useStepKeys(props);
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) root.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const isLast = at === INSPECT_STEPS.length - 1;
  // A button that can no longer be pressed would take the keys with it.
  const back = () => {
    if (at === 1) root.current?.focus({ preventScroll: true });
    to(at - 1);
  };
  return (
    <section
      className="ci-root"
      data-view="cell-inspector"
      data-kind={kind}
      aria-label={t('inspect.label')}
      ref={root}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="ci-frame">
        <header className="ci-head">
          <h3>{t('inspect.heading', { ...setting.names })}</h3>
          <span className="ci-ways">
            {onMatrices && <Button label={t('inspect.matrices')} look="quiet" onPress={onMatrices} />}
            <Button label={t('inspect.close')} icon="close" look="quiet" keys="Escape" onPress={onClose} />
          </span>
        </header>
        <Stepper step={step} onStep={onStep} t={t} />
        <div className="ci-body">
          <Story step={step} told={told} setting={setting} />
        </div>
        <footer className="ci-foot">
          <Button
            label={t('inspect.previous')}
            icon="left"
            keys="ArrowLeft"
            disabled={at === 0}
            onPress={back}
          />
          <Button
            label={isLast ? t('inspect.again') : t('inspect.next')}
            icon={isLast ? 'retry' : 'right'}
            keys={isLast ? '' : 'ArrowRight'}
            look="strong"
            onPress={() => to(isLast ? 0 : at + 1)}
          />
          <span className="ci-quiet">{t('inspect.position', { n: at + 1, of: INSPECT_STEPS.length })}</span>
          {told.name === 'softmax' && told.off !== 'first' && told.sum.total > 0 && (
            <Button
              label={t(setting.trying ? 'inspect.try.stop' : 'inspect.try.start')}
              look={setting.trying ? 'plain' : 'quiet'}
              onPress={() => setTried(setting.trying ? null : step)}
            />
          )}
          {isSigned(step) && <SignKey setting={setting} />}
          {props.leadsTo && <span className="ci-leads">{props.leadsTo}</span>}
          {told.name !== 'waiting' && <CheckLine checks={told.checks} setting={setting} />}
        </footer>
      </div>
    </section>
  );
}

/** What happens and why, the formula, the picture. */
function Story(props: {
  readonly step: InspectStepName;
  readonly told: InspectStep | WaitingStep;
  readonly setting: StepSetting;
}) {
  const { step, told, setting } = props;
  const { t, names, kind } = setting;
  if (told.name === 'waiting') return <p className="ci-quiet ci-waiting">{t('inspect.waiting')}</p>;
  return (
    <>
      <div className="ci-said" aria-live="polite">
        <h4>{t(`inspect.title.${step}`)}</h4>
        <p>{stepSentence(t, told, names, kind)}</p>
        {step === 'scale' && <p className="ci-source">{t('inspect.scaleSource')}</p>}
      </div>
      <div className="ci-formulas">
        {formulasOf(told).map((formula) => (
          <Formula key={JSON.stringify(formula)} of={formula} t={t} block />
        ))}
      </div>
      <div className="ci-picture">
        <StepPicture step={told} setting={setting} />
      </div>
    </>
  );
}
