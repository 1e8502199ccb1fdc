import type { Picture, Session, SessionFailure, ShowRequest } from '../../../contract/index.ts';
import { choiceOf, type HeadlightStore } from '../../../state/index.ts';
import { failureOf } from '../failure.ts';
import { quiet } from '../whenIdle.ts';

/** A picture beside the newest one: there, on its way, or why it is not. */
export interface Peeked {
  readonly picture: Picture | null;
  readonly failure: SessionFailure | null;
}

/** Asks for pictures of other sentences: each once, one at a time, and not while somebody types. */
export interface Peeks {
  of(request: ShowRequest): Peeked;
  /** Returns the way to stop. */
  want(request: ShowRequest): () => void;
  again(request: ShowRequest): void;
  subscribe(listener: () => void): () => void;
}

const PAUSE_MS = 160;
const KEPT = 10;
const NOTHING: Peeked = { picture: null, failure: null };

export interface PeeksOptions {
  readonly store: HeadlightStore;
  readonly session: () => Session;
}

export function createPeeks({ store, session }: PeeksOptions): Peeks {
  const kept = new Map<string, Peeked>();
  const listeners = new Set<() => void>();
  const keyOf = (request: ShowRequest): string => {
    const { model, backend } = choiceOf(store.getState());
    return JSON.stringify([model, backend, request]);
  };
  const put = (key: string, peeked: Peeked): void => {
    kept.delete(key);
    kept.set(key, peeked);
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
    for (const listener of listeners) listener();
  };
  const ask = async (request: ShowRequest, key: string, stopped: () => boolean): Promise<void> => {
    await quiet(store);
    if (stopped() || kept.has(key)) return;
    try {
      put(key, { picture: await session().peek(request), failure: null });
    } catch (error) {
      if (!stopped()) put(key, { picture: null, failure: failureOf(error) });
    }
  };
  return {
    of: (request) => kept.get(keyOf(request)) ?? NOTHING,
    want(request) {
      const key = keyOf(request);
      let stopped = false;
      const timer = kept.has(key)
        ? undefined
        : setTimeout(() => void ask(request, key, () => stopped), PAUSE_MS);
      return () => {
        stopped = true;
        clearTimeout(timer);
      };
    },
    again(request) {
      kept.delete(keyOf(request));
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
