import { EngineError, type Intervention, type Picture, type Session } from '../contract/index.ts';
import type { HeadlightStore } from '../state/index.ts';
import { type Answers, createKnown, gradientKey, isKnown, type Question, weightsKey } from './answers.ts';
import { failureOf } from './failure.ts';

/** Asks for what views want of the newest picture: each thing once, one at a time, and not while somebody types. */
export interface Asking {
  of(picture: Picture): Answers;
  /** Asks in this order for what is not known yet. Returns the way to stop. */
  want(picture: Picture, questions: readonly Question[]): () => void;
  /** After a failure. */
  again(picture: Picture): void;
  subscribe(listener: () => void): () => void;
}

/** Between two keys of somebody who types there is less time than this. */
const PAUSE_MS = 160;

const UNCHANGED: readonly Intervention[] = [];

/** One answer, as a part of `Answers`; joined to what is known only when it is there, for others may arrive meanwhile. */
async function answer(
  session: Session,
  picture: Picture,
  question: Question,
): Promise<(known: Answers) => Answers> {
  if (question.type === 'frame') {
    const { name, side } = question;
    const frame = await session.frame(name, {
      picture,
      ...(side === 'before' ? { changes: UNCHANGED } : {}),
    });
    return (known) => ({ ...known, [side]: new Map(known[side]).set(name, frame) });
  }
  if (question.type === 'lens') {
    const lens = await session.lens();
    return (known) => ({ ...known, lens });
  }
  if (question.type === 'gradient') {
    const { row, id } = question;
    const gradient = await session.gradient(row, id);
    return (known) => ({
      ...known,
      gradients: new Map(known.gradients).set(gradientKey(row, id), gradient),
    });
  }
  const { kind, layer, head } = question.of;
  const weights = await session.headWeights(kind, layer, head);
  return (known) => ({
    ...known,
    weights: new Map(known.weights).set(weightsKey(question.of), weights),
  });
}

/** Resolves when no sentence is being computed and this picture has been the newest for a moment. */
function quiet(store: HeadlightStore, arrivedMs: number, nowMs: () => number): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const waitMs = arrivedMs + PAUSE_MS - nowMs();
      if (store.getState().run.phase === 'running') {
        const stop = store.subscribe(({ run }) => {
          if (run.phase === 'running') return;
          stop();
          look();
        });
      } else if (waitMs > 0) setTimeout(look, waitMs);
      else resolve();
    };
    look();
  });
}

export interface AskingOptions {
  readonly store: HeadlightStore;
  readonly session: () => Session;
  readonly nowMs: () => number;
}

export function createAsking({ store, session, nowMs }: AskingOptions): Asking {
  const { of, put, listeners } = createKnown(store);
  const arrived = new WeakMap<Picture, number>();
  store.subscribe(({ picture }, last) => {
    if (picture !== null && picture !== last.picture) arrived.set(picture, nowMs());
  });
  const work = async (picture: Picture, questions: readonly Question[], stopped: () => boolean) => {
    for (const question of questions) {
      if (isKnown(of(picture), question)) continue;
      await quiet(store, arrived.get(picture) ?? 0, nowMs);
      if (stopped() || of(picture).failure !== null) return;
      try {
        put(picture, await answer(session(), picture, question));
      } catch (error) {
        // A session that was closed has no more to say of its pictures.
        const outdated = error instanceof EngineError && error.code === 'outdated';
        if (!stopped() && !outdated) put(picture, (known) => ({ ...known, failure: failureOf(error) }));
        return;
      }
    }
  };
  return {
    of,
    want(picture, questions) {
      let stopped = false;
      // The stored picture is replaced as soon as there is somebody to ask.
      if (!picture.stored) void work(picture, questions, () => stopped);
      return () => {
        stopped = true;
      };
    },
    again: (picture) => put(picture, (known) => ({ ...known, failure: null })),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
