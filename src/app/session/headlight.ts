import type { Picture } from '../../contract/index.ts';
import {
  type AppState,
  type Arrivals,
  type ChoiceActions,
  type ChoicePatch,
  createArrivals,
  createChoiceActions,
  createHeadlightStore,
  type HeadlightStore,
  INITIAL_CHOICE,
  type Memory,
  parseLink,
  recall,
  recallNames,
  remember,
  type SettingsMemory,
  type SettingsPatch,
} from '../../state/index.ts';
import { createDesk, type DeskStore } from '../changes/panelState.ts';
import { syncLink } from '../shell/linkSync.ts';
import { createViewMemory, type ViewMemoryStore } from '../view/viewMemory.ts';
import { createApi, type HeadlightApi } from './api.ts';
import { afterFrame, createPainting, type Painting } from './paintSignal.ts';
import { createEffectRun, type EffectRun } from './questions/effectRun.ts';
import { createQuestions, type Questions } from './questions/questions.ts';
import { createRunLoop } from './runLoop.ts';
import { createKeeper, type Keeper, type OpenSession } from './sessionLifecycle.ts';
import { createTimings, type Timings } from './timings.ts';

/** The page without its pictures: store, session and address bar, connected. */
export interface Headlight {
  readonly store: HeadlightStore;
  readonly act: ChoiceActions;
  readonly painting: Painting<AppState>;
  readonly timings: Timings;
  readonly api: HeadlightApi;
  /** What lies open on the page. */
  readonly desk: DeskStore;
  /** All that is asked besides the newest picture. */
  readonly questions: Questions;
  readonly effectRun: EffectRun;
  readonly memory: ViewMemoryStore;
  /** What the address said when the page was opened. */
  readonly link: ChoicePatch;
  /** After a failure: opens the model again, or runs the same sentence again. */
  retry(): void;
  close(): void;
}

export interface HeadlightOptions {
  readonly window: Window;
  readonly open: OpenSession;
  /** The folder of the page, with its slash. */
  readonly baseUrl: string;
  /** False in a frame on a slide: the address stays as the slide wrote it. */
  readonly writesLink: boolean;
}

/**
 * A later change of the store tells who listens; sentence, changes and decoding to the runner, `model` and `backend`
 * to the keeper.
 */
function listen(store: HeadlightStore, look: () => void): () => void {
  return store.subscribe((state, last) => {
    if (state.work !== last.work || state.settings !== last.settings || state.card !== last.card) look();
  });
}

/**
 * Leaves a mark in the browser's timeline at each first: the first picture and the first live one on screen, each
 * phase.
 */
function markFirsts(store: HeadlightStore, window: Window): () => void {
  const marked = new Set<string>();
  return store.subscribe(({ picture, load }) => {
    const firsts = [load.phase, picture && 'first-picture', picture && !picture.stored && 'first-live'];
    for (const name of firsts) {
      if (!name || marked.has(name)) continue;
      marked.add(name);
      afterFrame(window, () => window.performance.mark(`headlight:${name}`));
    }
  });
}

/** What an earlier visit left, and how this one leaves something: settings, and the names of this model's heads. */
function memories(memory: () => Memory, link: ChoicePatch): SettingsMemory & { remembered: SettingsPatch } {
  const names = recallNames(memory, link.model ?? INITIAL_CHOICE.model);
  return {
    remembered: { ...recall(memory), ...(names.length > 0 ? { names } : {}) },
    remember: (settings) => remember(memory, settings),
    namesOf: (model) => recallNames(memory, model),
  };
}

export function createHeadlight({ window, open, baseUrl, writesLink }: HeadlightOptions): Headlight {
  const nowMs = (): number => window.performance.now();
  const memory = (): Memory => window.localStorage;
  const link = parseLink(window.location);
  const { remembered, ...kept } = memories(memory, link);
  const { store, history } = createHeadlightStore({ link, remembered, nowMs });
  const act = createChoiceActions(store, history, kept);
  const arrive: Arrivals = createArrivals(store);
  const timings = createTimings(window);
  const painting = createPainting<AppState>(window);
  const onPicture = (picture: Picture, askedAtMs: number): void => timings.picture(picture, askedAtMs);
  // Nothing is asked before the keeper has opened a session.
  const questions = createQuestions({ store, session: () => keeper.session(), nowMs });
  const effectRun = createEffectRun(store, questions);
  const runner = createRunLoop({ store, arrive, questions, nowMs, onPicture });
  const keeper: Keeper = createKeeper({ store, arrive, runner, open, baseUrl });
  const api = createApi({ store, act, painting, runner, timings, session: keeper.session, questions });
  const stops = [
    effectRun.close,
    () => questions.close(),
    markFirsts(store, window),
    listen(store, () => {
      keeper.look();
      runner.look();
    }),
    syncLink(store, act, window, writesLink),
  ];
  keeper.look();
  return {
    store,
    act,
    painting,
    timings,
    api,
    desk: createDesk(),
    questions,
    effectRun,
    memory: createViewMemory(),
    link,
    retry: () => (store.getState().load.phase === 'failed' ? keeper.retry() : runner.again()),
    close() {
      for (const stop of stops) stop();
      keeper.close();
    },
  };
}
