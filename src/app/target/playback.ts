import { clampStep } from '../../layout/index.ts';
import { type AppState, choiceOf } from '../../state/index.ts';
import { type Viewed, viewedOf } from '../head/viewedPicture.ts';
import type { Headlight } from '../session/headlight.ts';
import { see } from '../view/currentView.ts';

/** Steps that can be shown: each has its row and its word. */
export const stepsOf = ({ steps, target }: Pick<Viewed, 'steps' | 'target'>): number =>
  Math.min(steps.length, target.length);

/** The step on screen: the chosen one, or the last where none is chosen. */
export function stepOf(state: AppState): number {
  const viewed = viewedOf(state);
  const { step } = choiceOf(state);
  const count = viewed ? stepsOf(viewed) : 0;
  return clampStep(step ?? count - 1, count);
}

type Playing = Pick<Headlight, 'act' | 'store' | 'memory'>;

/** Shows a step; many in a row are one step of undo. */
export function toStep({ act, store }: Pick<Playing, 'act' | 'store'>, step: number): void {
  const viewed = viewedOf(store.getState());
  if (viewed !== null) act.choose({ step: clampStep(step, stepsOf(viewed)) }, 'step');
}

/** Plays the decoder from the step on screen, or from the first one when it has reached the last. Opens its view. */
export function play({ act, store, memory }: Playing): void {
  const state = store.getState();
  const viewed = viewedOf(state);
  if (viewed === null) return;
  const choice = choiceOf(state);
  const step = stepOf(state) + 1 < stepsOf(viewed) ? stepOf(state) : 0;
  act.choose({ ...see('time', choice), step }, choice.view === 'time' ? 'step' : undefined);
  memory.setState({ playing: true, showTree: false });
}

export function togglePlaying(headlight: Playing): void {
  const { store, memory } = headlight;
  const shown = choiceOf(store.getState()).view === 'time';
  if (shown && memory.getState().playing) memory.setState({ playing: false });
  else play(headlight);
}
