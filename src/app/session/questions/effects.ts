import type { HeadAt, HeadEffect, Picture, Session, SessionFailure } from '../../../contract/index.ts';
import { headKey } from '../../../layout/index.ts';
import { choiceOf, type HeadlightStore } from '../../../state/index.ts';
import { failureOf } from '../failure.ts';
import type { Side } from './answers.ts';

/** The heads being switched off in turn. */
export interface Measuring {
  readonly done: number;
  readonly total: number;
}

/** Of one sentence, as it stands. */
export interface MeasuredEffects {
  /** By `headKey`. */
  readonly effects: ReadonlyMap<string, HeadEffect>;
  readonly measuring: Measuring | null;
  readonly failure: SessionFailure | null;
}

/**
 * Measures what each head does by switching it off: one after the other, until it is done, ended, or a newer sentence
 * comes.
 */
export interface Effects {
  of(picture: Picture, side: Side): MeasuredEffects;
  measure(picture: Picture, side: Side, heads: readonly HeadAt[]): Promise<void>;
  cancel(): void;
  subscribe(listener: () => void): () => void;
}

/** Sentences whose effects are kept: going back to one finds them there. */
const KEPT = 20;

const NONE: MeasuredEffects = { effects: new Map(), measuring: null, failure: null };

/** What is measured, by sentence. */
function createShelf() {
  const kept = new Map<string, MeasuredEffects>();
  const listeners = new Set<() => void>();
  return {
    kept,
    listeners,
    of: (key: string): MeasuredEffects => kept.get(key) ?? NONE,
    put(key: string, patch: Partial<MeasuredEffects>): void {
      const next = { ...(kept.get(key) ?? NONE), ...patch };
      kept.delete(key);
      kept.set(key, next);
      for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
      for (const listener of listeners) listener();
    },
  };
}

export interface EffectsOptions {
  readonly store: HeadlightStore;
  readonly session: () => Session;
}

export function createEffects({ store, session }: EffectsOptions): Effects {
  const { kept, listeners, of, put } = createShelf();
  let turn = 0;
  /** The same sentence, French, changes and decoding in the same model have the same effects. */
  const keyOf = ({ text, targetText, changes, decoding }: Picture, side: Side): string =>
    JSON.stringify([choiceOf(store.getState()).model, text, targetText, changes, decoding, side]);
  const cancel = (): void => {
    turn++;
    for (const [key, { measuring }] of [...kept]) if (measuring !== null) put(key, { measuring: null });
  };
  return {
    of: (picture, side) => of(keyOf(picture, side)),
    async measure(picture, side, heads) {
      cancel();
      const mine = turn;
      const key = keyOf(picture, side);
      const isOver = (): boolean => {
        const { picture: newest, run } = store.getState();
        return run.phase === 'running' || newest === null || keyOf(newest, side) !== key;
      };
      const about = side === 'before' ? { picture, changes: [] } : { picture };
      const total = heads.length;
      try {
        for (const [done, head] of heads.entries()) {
          if (isOver()) break;
          put(key, { measuring: { done, total }, failure: null });
          if (of(key).effects.has(headKey(head))) continue;
          const effect = await session().headEffect(head.kind, head.layer, head.head, about);
          if (mine !== turn) return;
          put(key, { effects: new Map(of(key).effects).set(headKey(head), effect) });
        }
      } catch (error) {
        if (mine === turn) put(key, { failure: failureOf(error) });
      }
      if (mine === turn) put(key, { measuring: null });
    },
    cancel,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
