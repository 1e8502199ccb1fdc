import type { StageName } from '../../contract/index.ts';
import { normStep } from './normStep.ts';
import { outputStep } from './outputStep.ts';
import { projectStep } from './projectStep.ts';
import { dotStep, productsStep, scaleStep } from './scoreSteps.ts';
import { type InspectNeed, type InspectPlace, InspectReader, type InspectSource } from './stages.ts';
import type {
  DotStep,
  MaskStep,
  NormStep,
  OutputStep,
  ProductsStep,
  ProjectStep,
  ScaleStep,
  SoftmaxStep,
  ValuesStep,
} from './steps.ts';
import { valuesStep } from './valuesStep.ts';
import { maskStep, softmaxStep } from './weightSteps.ts';

/** The story of one number, step by step. */
export const INSPECT_STEPS = [
  'project',
  'products',
  'dot',
  'scale',
  'mask',
  'softmax',
  'values',
  'output',
  'norm',
] as const;
export type InspectStepName = (typeof INSPECT_STEPS)[number];

export type InspectStep =
  | ProjectStep
  | ProductsStep
  | DotStep
  | ScaleStep
  | MaskStep
  | SoftmaxStep
  | ValuesStep
  | OutputStep
  | NormStep;

/** A step whose numbers are not there yet. */
export interface WaitingStep {
  readonly name: 'waiting';
  readonly stages: readonly StageName[];
  /** It also waits for maps: of the head, or of every head. */
  readonly weights: 'none' | 'own' | 'all';
}

interface Rule {
  readonly needs: readonly InspectNeed[];
  readonly weights: WaitingStep['weights'];
  readonly build: (reader: InspectReader) => InspectStep | null;
}

const RULES: Readonly<Record<InspectStepName, Rule>> = {
  project: { needs: ['queryInput', 'keyInput', 'q', 'k', 'v'], weights: 'own', build: projectStep },
  products: { needs: ['q', 'k', 'scores'], weights: 'none', build: productsStep },
  dot: { needs: ['q', 'k', 'scores'], weights: 'none', build: dotStep },
  scale: { needs: ['q', 'k', 'scores'], weights: 'none', build: scaleStep },
  mask: { needs: ['scores', 'pattern'], weights: 'none', build: maskStep },
  softmax: { needs: ['scores', 'pattern'], weights: 'none', build: softmaxStep },
  values: { needs: ['pattern', 'v', 'headOutput'], weights: 'none', build: valuesStep },
  output: { needs: ['headOutput', 'attentionOutput'], weights: 'all', build: outputStep },
  norm: {
    needs: ['queryInput', 'headOutput', 'attentionOutput', 'afterAttention'],
    weights: 'own',
    build: normStep,
  },
};

/** What a step needs, so that it can be asked for: stages, and whose maps (`HeadWeights`). */
export function inspectNeeds(name: InspectStepName): {
  readonly needs: readonly InspectNeed[];
  readonly weights: WaitingStep['weights'];
} {
  return RULES[name];
}

/** One step of a cell's story, from what has arrived. Numbers of another, shorter sentence count as not arrived. */
export function inspectStep(
  name: InspectStepName,
  place: InspectPlace,
  source: InspectSource,
): InspectStep | WaitingStep {
  const reader = new InspectReader(place, source);
  const { needs, weights, build } = RULES[name];
  const missing = needs.filter((need) => !reader.has(need));
  const step = missing.length === 0 ? build(reader) : null;
  return step ?? { name: 'waiting', stages: missing.map((need) => reader.nameOf(need)), weights };
}
