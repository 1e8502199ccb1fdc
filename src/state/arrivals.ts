import type { BackendReport, Cell, ModelCard, Picture, SessionFailure } from '../contract/index.ts';
import { followCell } from './pins.ts';
import { anchorOf, choiceOf, chosenOf, textIsKnown } from './selectors.ts';
import { type HeadlightStore, workOf } from './store.ts';
import { followStrongest } from './strongest.ts';
import type { AppState, Progress, Work } from './types.ts';

/** All that comes in from the session. None of it is a step of undo. */
export interface Arrivals {
  card(card: ModelCard): void;
  /** Taken only when it shows the chosen sentence and nothing live is there. */
  stored(picture: Picture): void;
  progress(progress: Progress): void;
  live(report: BackendReport): void;
  failed(failure: SessionFailure): void;
  runStarted(nowMs: number): void;
  /** The newest picture. The pinned cell follows its words, or goes when one of them is gone. */
  picture(picture: Picture): void;
  runFailed(failure: SessionFailure): void;
  /** A retry, or another model or backend: loading starts again; pictures stay. */
  opening(): void;
}

/** The pinned cell of the next picture, with the words it then counts. */
function followedWork(state: AppState, next: Picture): Work {
  const { cell, kind, level } = choiceOf(state);
  const anchor = anchorOf(state);
  if (cell === null || state.work.patch.cell === undefined) return state.work;
  if (anchor.text === next.text && anchor.target === next.targetText) return state.work;
  const last = state.picture;
  const counted = last !== null && last.text === anchor.text && last.targetText === anchor.target;
  // A pin on what its row reads most shows just that, whichever word it is; any other stays on its two words.
  const now: Cell | null = counted
    ? (followStrongest(cell, { ...choiceOf(state), ...chosenOf(state) }, last, next) ??
      followCell(cell, kind, level, last, next))
    : null;
  return {
    patch: { ...state.work.patch, cell: now },
    anchor: now === null ? null : { text: next.text, target: next.targetText },
  };
}

const sameWords = (before: Picture | null, { text, targetText, translation }: Picture): boolean =>
  before?.text === text && before.targetText === targetText && before.translation === translation;

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
      const late =
        work.patch.text === undefined && work.patch.cell
          ? workOf(work.patch, card.firstView?.text ?? '')
          : work;
      quietly({ card, work: late });
    },
    stored(picture) {
      const state = store.getState();
      const { text, target } = choiceOf(state);
      const wanted = textIsKnown(state) && picture.text === text && picture.targetText === target;
      const phase = state.load.phase === 'opening' ? { load: { phase: 'stored' } as const } : {};
      if (state.picture === null && wanted) quietly({ ...phase, picture });
    },
    progress: (progress) => store.setState({ progress }),
    live: (report) => store.setState({ load: { phase: 'live', report }, progress: null }),
    failed: (failure) =>
      store.setState({ load: { phase: 'failed', failure }, progress: null, run: { phase: 'idle' } }),
    runStarted: (nowMs) => store.setState({ run: { phase: 'running', sinceMs: nowMs } }),
    picture(picture) {
      const state = store.getState();
      // The same sentence once more: what is pointed at is still the same words.
      const hover = sameWords(state.picture, picture) ? state.hover : null;
      quietly({ picture, work: followedWork(state, picture), run: { phase: 'idle' }, hover });
    },
    runFailed: (failure) => store.setState({ run: { phase: 'failed', failure } }),
    opening: () => store.setState({ load: { phase: 'opening' }, progress: null, run: { phase: 'idle' } }),
  };
}
