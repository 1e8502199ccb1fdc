import type { BackendReport, ModelCard, Picture, SessionFailure } from '../../contract/index.ts';
import { workOf } from '../places/anchors.ts';
import { followedWork } from '../places/places.ts';
import { choiceOf, isUnchanged, textIsKnown } from '../selectors.ts';
import type { HeadlightStore } from '../store.ts';
import { type AppState, type Besides, PLACED_FIELDS, type Progress } from '../types.ts';

/** All that comes in from the session. None of it is a step of undo. */
export interface Arrivals {
  card(card: ModelCard): void;
  /** Taken only when it shows the chosen sentence, nothing is changed in the model, and nothing live is there. */
  stored(picture: Picture): void;
  progress(progress: Progress): void;
  live(report: BackendReport): void;
  failed(failure: SessionFailure): void;
  runStarted(nowMs: number): void;
  /** The newest picture. The pinned cell and forbidden ones follow their words, or go when one of them is gone. */
  picture(picture: Picture, besides?: Besides): void;
  /** More numbers of the newest picture; of another one they are let fall. */
  besides(picture: Picture, besides: Besides): void;
  runFailed(failure: SessionFailure): void;
  /** A retry, or another model or backend: loading starts again; pictures stay. */
  opening(): void;
}

const sameWords = (before: Picture | null, { text, targetText, translation }: Picture): boolean =>
  before?.text === text && before.targetText === targetText && before.translation === translation;

const NOTHING: Besides = new Map();

export function createArrivals(store: HeadlightStore): Arrivals {
  const quietly = (patch: Partial<AppState>): void => {
    store.temporal.getState().pause();
    store.setState(patch);
    store.temporal.getState().resume();
  };
  return {
    card(card) {
      const { work } = store.getState();
      // A link with a cell but no text counts the first view's sentence, known only now.
      const placed = PLACED_FIELDS.some((field) => work.anchors[field] !== undefined);
      const late =
        work.patch.text === undefined && placed ? workOf(work.patch, card.firstView?.text ?? '') : work;
      quietly({ card, work: late });
    },
    stored(picture) {
      const state = store.getState();
      const { text, target } = choiceOf(state);
      const sentence = textIsKnown(state) && picture.text === text && picture.targetText === target;
      const wanted = sentence && isUnchanged(choiceOf(state));
      const phase = state.load.phase === 'opening' ? { load: { phase: 'stored' } as const } : {};
      if (state.picture === null && wanted) quietly({ ...phase, picture, besides: NOTHING });
    },
    progress: (progress) => store.setState({ progress }),
    live: (report) => store.setState({ load: { phase: 'live', report }, progress: null }),
    failed: (failure) =>
      store.setState({ load: { phase: 'failed', failure }, progress: null, run: { phase: 'idle' } }),
    runStarted: (nowMs) => store.setState({ run: { phase: 'running', sinceMs: nowMs } }),
    picture(picture, besides = NOTHING) {
      const state = store.getState();
      // The same sentence once more: what is pointed at is still the same words.
      const hover = sameWords(state.picture, picture) ? state.hover : null;
      quietly({ picture, besides, work: followedWork(state, picture), run: { phase: 'idle' }, hover });
    },
    besides(picture, besides) {
      const state = store.getState();
      if (state.picture === picture) quietly({ besides: new Map([...state.besides, ...besides]) });
    },
    runFailed: (failure) => store.setState({ run: { phase: 'failed', failure } }),
    opening: () => store.setState({ load: { phase: 'opening' }, progress: null, run: { phase: 'idle' } }),
  };
}
