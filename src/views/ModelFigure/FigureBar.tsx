import type { ModelInfo } from '../../contract/index.ts';
import type { FigureStep } from './parts.ts';
import type { ModelFigureProps } from './props.ts';
import { stepHelp, stepName } from './stepHelp.ts';
import type { Roving } from './useRoving.ts';
import './FigureBar.css';

interface StepProps {
  readonly step: FigureStep;
  readonly info: ModelInfo;
  readonly figure: ModelFigureProps;
  /** Its number among the bars and boxes, and what moves the focus between them. */
  readonly index: number;
  readonly roving: Roving;
}

/** The paper's sign for Positional Encoding: one period of a sine in a circle. */
function Circle() {
  return (
    <svg className="figure-circle" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7.4" />
      <path d="M2.6 8C4.4 2.4 6.2 2.4 8 8S11.6 13.6 13.4 8" />
    </svg>
  );
}

/** A plus in a circle. */
function Plus() {
  return (
    <svg className="figure-circle" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7.4" />
      <path d="M8 3.5V12.5M3.5 8H12.5" />
    </svg>
  );
}

/** What stands in it: its name, its sign, or nothing where it is as thin as a line. */
function Face({ step, t }: { readonly step: FigureStep; readonly t: ModelFigureProps['t'] }) {
  if (step.what === 'sum') return <Plus />;
  if (!step.labelled && step.what !== 'position') return null;
  return (
    <>
      {step.labelled ? <span className="figure-face">{t(`figure.${step.what}`)}</span> : null}
      {step.what === 'position' ? <Circle /> : null}
    </>
  );
}

/** Where its explanation stands: over what is at the foot, else beneath. */
const isLow = (step: FigureStep): boolean =>
  'layer' in step ? step.layer === 0 : step.what !== 'linear' && step.what !== 'softmax';

/**
 * A bar may be as thin as a line: a wider place around it takes the pointer, and its explanation stands beneath it, or
 * above where the figure ends.
 */
function FigureStepView({ step, info, figure, index, roving }: StepProps) {
  const { t, bars } = figure;
  const { x, y, width, height } = step.box;
  const style = { left: x, top: y, width, height };
  const className = 'layer' in step ? 'figure-bar' : 'figure-end';
  const marks = { 'data-what': step.what, 'data-part': step.part };
  const act = step.what === 'softmax' ? t('figure.softmaxAct') : t('changed.barsOpen');
  const inside = (
    <>
      <Face step={step} t={t} />
      <span className="figure-tip" data-above={isLow(step) || undefined} aria-hidden="true">
        {stepHelp(t, step, info)}
        {bars ? <b className="figure-tip-act">{act}</b> : null}
      </span>
    </>
  );
  if (!bars) {
    return (
      <div className={className} {...marks} style={style}>
        {inside}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={className}
      {...marks}
      style={style}
      aria-label={stepName(t, step)}
      aria-pressed={bars.open === step.stage}
      tabIndex={roving.stop.row === index ? 0 : -1}
      ref={(button) => roving.register({ row: index, head: 0 }, button)}
      onKeyDown={roving.onKeyDown}
      onFocus={() => roving.onFocusAt({ row: index, head: 0 })}
      onBlur={roving.onBlur}
      onClick={() => bars.onOpen(step.stage)}
    >
      {inside}
    </button>
  );
}

/** All bars and boxes, one tab stop for them together. */
export function FigureSteps(props: {
  readonly steps: readonly FigureStep[];
  readonly info: ModelInfo;
  readonly figure: ModelFigureProps;
  readonly roving: Roving;
}) {
  const { steps, info, figure, roving } = props;
  const all = steps.map((step, index) => (
    <FigureStepView key={step.stage} step={step} info={info} figure={figure} index={index} roving={roving} />
  ));
  if (!figure.bars) return <>{all}</>;
  return (
    <div role="toolbar" aria-label={figure.t('changed.bars')} aria-orientation="vertical">
      {all}
    </div>
  );
}
