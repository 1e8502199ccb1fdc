import type { Frame, Picture, StageName } from '../../../contract/index.ts';
import { valueStages } from '../../../layout/index.ts';
import {
  type AppState,
  type Beside,
  type Besides,
  choiceOf,
  chosenOf,
  memoize,
} from '../../../state/index.ts';
import { type Question, subjectOf, type ValueOf } from './question.ts';
import type { Questions } from './questions.ts';

/** Stages the drawing needs besides the patterns: vʲ where weights are drawn times its length. */
export const wantedOf = memoize(
  (state: AppState) => [chosenOf(state), choiceOf(state).depth, choiceOf(state).weigh],
  ({ kind, layer }, depth, weigh): readonly StageName[] =>
    valueStages({ kind, layer, depth, byValue: weigh === 'value' }),
);

/** Those that have not come yet. */
export const missingOf = (state: AppState): readonly StageName[] =>
  wantedOf(state).filter((name) => !state.besides.has(name));

type FrameQuestion = Extract<Question, { readonly type: 'frame' }>;

const frameQuestion = (picture: Picture, name: StageName, side: 'after' | 'before'): FrameQuestion => ({
  type: 'frame',
  of: subjectOf(picture, side),
  name,
});

/** One stage of a picture, with its changes and, where it has any, without. */
export function besideQuestions(picture: Picture, name: StageName): readonly FrameQuestion[] {
  const after = frameQuestion(picture, name, 'after');
  return picture.before === null ? [after] : [after, frameQuestion(picture, name, 'before')];
}

/** The answers to those; null until both are there. */
export function besideOf(
  picture: Picture,
  name: StageName,
  answer: <Q extends Question>(question: Q) => ValueOf<Q> | null,
): Beside | null {
  const [after = null, before = null] = besideQuestions(picture, name).map(answer);
  return after && (picture.before === null || before) ? { after, before } : null;
}

/**
 * Stages that the drawing cannot do without, asked for at once.
 * @throws EngineError `outdated` when the signal ends it
 */
export async function askBesides(
  questions: Questions,
  picture: Picture,
  names: readonly StageName[],
  signal?: AbortSignal,
): Promise<Besides> {
  const found = await Promise.all(
    names.map(async (name) => {
      const asked = besideQuestions(picture, name).map((question) => questions.now(question, signal));
      const [after, before = null] = await Promise.all(asked);
      return after ? [[name, { after, before }] as const] : [];
    }),
  );
  return new Map(found.flat());
}

/** The frames of one side of what came besides. */
export function framesOf(besides: Besides, side: keyof Beside): ReadonlyMap<StageName, Frame> {
  return new Map([...besides].flatMap(([name, both]) => (both[side] ? [[name, both[side]] as const] : [])));
}
