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
} from '../../../contract/index.ts';
import type { HeadlightStore } from '../../../state/index.ts';

/** Of a changed picture: its own model, or the unchanged one on the same words. */
export type Side = 'after' | 'before';

/** What a view may want to know of a picture beside what came with it. */
export type Question =
  | { readonly type: 'frame'; readonly name: StageName }
  | { readonly type: 'lens' }
  | { readonly type: 'gradient'; readonly row: number; readonly id: number }
  | ({ readonly type: 'weights' } & HeadAt);

/** What is known of one side of a picture; a new object whenever something has arrived. */
export interface Answers {
  readonly frames: ReadonlyMap<StageName, Frame>;
  readonly lens: Lens | null;
  /** By `gradientKey`. */
  readonly gradients: ReadonlyMap<string, Gradient>;
  /** Maps of the heads that were asked for, by `weightsKey`. */
  readonly weights: ReadonlyMap<string, HeadWeights>;
  readonly failure: SessionFailure | null;
}

export const gradientKey = (row: number, id: number): string => `${row} ${id}`;
export const weightsKey = ({ kind, layer, head }: HeadAt): string => `${kind} ${layer} ${head}`;

const NO_MAPS: Answers['weights'] = new Map();

export function isKnown(answers: Answers, question: Question): boolean {
  if (question.type === 'frame') return answers.frames.has(question.name);
  if (question.type === 'lens') return answers.lens !== null;
  if (question.type === 'weights') return answers.weights.has(weightsKey(question));
  return answers.gradients.has(gradientKey(question.row, question.id));
}

/** What is known. It is forgotten with its picture; maps of heads belong to the model. */
export interface Known {
  of(picture: Picture, side: Side): Answers;
  put(picture: Picture, side: Side, change: (known: Answers) => Answers): void;
  subscribe(listener: () => void): () => void;
}

export function createKnown(store: HeadlightStore): Known {
  const kept = { after: new WeakMap<Picture, Answers>(), before: new WeakMap<Picture, Answers>() };
  const maps = new WeakMap<ModelCard, Answers['weights']>();
  const listeners = new Set<() => void>();
  const of = (picture: Picture, side: Side): Answers => {
    const known = kept[side].get(picture);
    if (known) return known;
    const { card } = store.getState();
    // What came with the picture need not be asked for.
    const frames = side === 'before' ? (picture.before?.frames ?? picture.frames) : picture.frames;
    const weights = (card && maps.get(card)) ?? NO_MAPS;
    const first: Answers = { frames, lens: null, gradients: new Map(), weights, failure: null };
    kept[side].set(picture, first);
    return first;
  };
  return {
    of,
    put(picture, side, change) {
      const next = change(of(picture, side));
      kept[side].set(picture, next);
      const { card } = store.getState();
      if (card) maps.set(card, next.weights);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
