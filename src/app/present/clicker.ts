import { type AppState, choiceOf, isChanged, pinnedOf } from '../../state/index.ts';
import { viewedOf } from '../head/viewedPicture.ts';
import type { Headlight } from '../session/headlight.ts';
import { stepsOf } from '../target/playback.ts';
import { nextStop, stopPatch, type Walk } from './walk.ts';

function walkOf(state: AppState): Walk {
  const viewed = viewedOf(state);
  return {
    changed: isChanged(state),
    pinned: pinnedOf(state) !== null,
    words: viewed ? stepsOf(viewed) : 0,
  };
}

/** A press of the clicker; at either end nothing comes of it. @param by 1 on, −1 back */
export function click({ act, store }: Pick<Headlight, 'act' | 'store'>, by: 1 | -1): void {
  const state = store.getState();
  const choice = choiceOf(state);
  const stop = nextStop(walkOf(state), choice, by);
  if (stop !== null) act.choose(stopPatch(stop, choice), 'walk');
}
