import { ATTENTION, type AttentionKind, isSelf } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { type InspectStep, signed } from '../../layout/index.ts';
import type { CellNames } from './props.ts';

type Say = Translate<'inspect'>;
type Of<Name extends InspectStep['name']> = Extract<InspectStep, { name: Name }>;

function scaleSentence(t: Say, { factor }: Of<'scale'>): string {
  if (factor === null) return t('inspect.scaleNone');
  return factor === 1 ? t('inspect.scale') : t('inspect.scaleBy', { factor: t.number(factor) });
}

function maskSentence(t: Say, { fate }: Of<'mask'>, names: CellNames, causal: boolean): string {
  if (fate.fate === 'zeroed') return t('inspect.maskZeroed');
  if (fate.reason !== null) return t(`inspect.mask.${fate.reason}`, { ...names });
  return t(causal ? 'inspect.maskOpenDecoder' : 'inspect.maskOpen', { ...names });
}

function softmaxSentence(t: Say, step: Of<'softmax'>, names: CellNames): string {
  const { own, off, sum, largest, alphaDecimals, rowSum } = step;
  if (off === 'first') return t('inspect.softmaxFirst');
  if (sum.total === 0) return t('inspect.softmaxNothing');
  if (own.fate.fate === 'forbidden') return t('inspect.softmaxForbidden', { ...names });
  if (own.fate.fate === 'zeroed') return t('inspect.softmaxZeroed', { sum: signed(rowSum, 3, t.language) });
  return t('inspect.softmax', { largest: signed(largest, alphaDecimals, t.language) });
}

const VALUES_OFF = {
  zero: 'inspect.valuesZero',
  mean: 'inspect.valuesMean',
  first: 'inspect.valuesFirst',
} as const;

/** What happens in a step, and why. */
export function stepSentence(t: Say, step: InspectStep, names: CellNames, kind: AttentionKind): string {
  if (step.name === 'project') return t(isSelf(kind) ? 'inspect.project' : 'inspect.projectCross');
  if (step.name === 'products') return t('inspect.products', { ...names });
  if (step.name === 'dot') return t('inspect.dot', { ...names, count: step.products.values.length });
  if (step.name === 'scale') return scaleSentence(t, step);
  if (step.name === 'mask') return maskSentence(t, step, names, ATTENTION[kind].causal);
  if (step.name === 'softmax') return softmaxSentence(t, step, names);
  if (step.name === 'values')
    return t(step.off === null ? 'inspect.values' : VALUES_OFF[step.off], { ...names });
  return step.name === 'output' ? t('inspect.output', { count: step.heads.length }) : t('inspect.norm');
}
