import type {
  Frame,
  Gradient,
  HeadAt,
  HeadWeights,
  Lens,
  ModelCard,
  Picture,
  SessionFailure,
  StageName,
} from '../contract/index.ts';
import type { HeadlightStore } from '../state/index.ts';

/** Of a changed picture: its own model's numbers, or those of the unchanged one on the same words. */
export type Side = 'after' | 'before';

/** What a view may want to know of a picture beside what came with it. */
export type Question =
  | { readonly type: 'frame'; readonly name: StageName; readonly side: Side }
  | { readonly type: 'lens' }
  | { readonly type: 'gradient'; readonly row: number; readonly id: number }
  | { readonly type: 'weights'; readonly of: HeadAt };

/** What is known of a picture; a new object whenever something has arrived. */
export interface Answers {
  readonly after: ReadonlyMap<StageName, Frame>;
  readonly before: ReadonlyMap<StageName, Frame>;
  readonly lens: Lens | null;
  /** By `gradientKey`. */
  readonly gradients: ReadonlyMap<string, Gradient>;
  /** Maps of heads by `weightsKey`; those of the whole model that were asked for. */
  readonly weights: ReadonlyMap<string, HeadWeights>;
  readonly failure: SessionFailure | null;
}

export const gradientKey = (row: number, id: number): string => `${row} ${id}`;
export const weightsKey = ({ kind, layer, head }: HeadAt): string => `${kind} ${layer} ${head}`;

const NOTHING: Answers = {
  after: new Map(),
  before: new Map(),
  lens: null,
  gradients: new Map(),
  weights: new Map(),
  failure: null,
};

export function isKnown(answers: Answers, question: Question): boolean {
  if (question.type === 'frame') return answers[question.side].has(question.name);
  if (question.type === 'lens') return answers.lens !== null;
  if (question.type === 'weights') return answers.weights.has(weightsKey(question.of));
  return answers.gradients.has(gradientKey(question.row, question.id));
}

/** What is known, by picture; maps of heads belong to the model. */
export function createKnown(store: HeadlightStore) {
  const kept = new WeakMap<Picture, Answers>();
  const maps = new WeakMap<ModelCard, Answers['weights']>();
  const listeners = new Set<() => void>();
  const of = (picture: Picture): Answers => {
    const known = kept.get(picture);
    if (known) return known;
    const { card } = store.getState();
    const weights = (card && maps.get(card)) ?? NOTHING.weights;
    // What came with the picture need not be asked for.
    const first: Answers = {
      ...NOTHING,
      after: picture.frames,
      before: picture.before?.frames ?? NOTHING.before,
      weights,
    };
    kept.set(picture, first);
    return first;
  };
  const put = (picture: Picture, change: (known: Answers) => Answers): void => {
    const next = change(of(picture));
    kept.set(picture, next);
    const { card } = store.getState();
    if (card) maps.set(card, next.weights);
    for (const listener of listeners) listener();
  };
  return { of, put, listeners };
}
