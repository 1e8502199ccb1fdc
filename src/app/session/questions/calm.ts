import { type AppState, choiceOf, type HeadlightStore } from '../../../state/index.ts';

/** Between two keys of somebody who types there is less time than this. */
const PAUSE_MS = 160;

/** Tells when the worker may be asked for more than the sentence: not while one is computed or somebody types. */
export interface Calm {
  /** Milliseconds until it is; null where something must happen first, of which `onChange` is told. */
  waitMs(): number | null;
  /** As if something had been typed. */
  stir(): void;
  stop(): void;
}

const typed = (state: AppState): readonly unknown[] => {
  const { text, target, other } = choiceOf(state);
  return [text, target, other?.text, state.picture];
};

export function createCalm(store: HeadlightStore, nowMs: () => number, onChange: () => void): Calm {
  let stirredMs = Number.NEGATIVE_INFINITY;
  const stir = (): void => {
    stirredMs = nowMs();
  };
  const stop = store.subscribe((state, last) => {
    const now = typed(state);
    if (typed(last).some((part, i) => part !== now[i])) stir();
    if (state.load !== last.load || state.run !== last.run || state.picture !== last.picture) onChange();
  });
  return {
    waitMs() {
      const { load, run } = store.getState();
      if (load.phase !== 'live' || run.phase === 'running') return null;
      return Math.max(0, stirredMs + PAUSE_MS - nowMs());
    },
    stir,
    stop,
  };
}
