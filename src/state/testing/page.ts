import type { ModelCard, Picture } from '../../contract/index.ts';
import { createArrivals } from '../actions/arrivals.ts';
import { createChoiceActions } from '../actions/choiceActions.ts';
import { choiceOf } from '../selectors.ts';
import { createHeadlightStore } from '../store.ts';
import type { ChoicePatch } from '../types.ts';

/** Made-up models and pictures live in src/testing, which only tests may import. */
export interface Samples {
  readonly card: ModelCard;
  readonly picture: (text: string, target: string | null, over: Partial<Picture>) => Picture;
}

/** A store with a small model and the picture of its sentence, for tests of what a person does to them. */
export function openPage(samples: Samples, link: ChoicePatch = { text: 'it was too tired' }) {
  const clock = { ms: 0 };
  const { store, history } = createHeadlightStore({ link, remembered: {}, nowMs: () => clock.ms });
  const act = createChoiceActions(store, history, { remember: () => {} });
  const arrive = createArrivals(store);
  arrive.card(samples.card);
  const state = () => store.getState();
  const choice = () => choiceOf(state());
  const picture = (text: string, over: Partial<Picture> = {}) =>
    arrive.picture(samples.picture(text, null, over));
  picture(choice().text);
  const steps = () => store.temporal.getState().pastStates.length;
  return { store, act, arrive, state, choice, picture, clock, steps };
}
