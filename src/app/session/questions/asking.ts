import { type About, EngineError, type Picture, type Session } from '../../../contract/index.ts';
import type { HeadlightStore } from '../../../state/index.ts';
import { failureOf } from '../failure.ts';
import { quiet } from '../whenIdle.ts';
import {
  type Answers,
  createKnown,
  gradientKey,
  isKnown,
  type Question,
  type Side,
  weightsKey,
} from './answers.ts';

/** Asks for what views want of the newest picture: each thing once, one at a time, and not while somebody types. */
export interface Asking {
  of(picture: Picture, side: Side): Answers;
  /** Asks in this order for what is not known yet. Returns the way to stop. */
  want(picture: Picture, side: Side, questions: readonly Question[]): () => void;
  /** After a failure: what is wanted may be asked for again. */
  again(picture: Picture, side: Side): void;
  subscribe(listener: () => void): () => void;
}

/** Between two keys of somebody who types there is less time than this. */
const PAUSE_MS = 160;

/** One answer, as what it adds to those there are by then. */
async function answer(session: Session, of: About, question: Question): Promise<(known: Answers) => Answers> {
  if (question.type === 'frame') {
    const frame = await session.frame(question.name, of);
    return (known) => ({ ...known, frames: new Map(known.frames).set(question.name, frame) });
  }
  if (question.type === 'lens') {
    const lens = await session.lens(of);
    return (known) => ({ ...known, lens });
  }
  if (question.type === 'gradient') {
    const { row, id } = question;
    const gradient = await session.gradient(row, id, of);
    return (known) => ({ ...known, gradients: new Map(known.gradients).set(gradientKey(row, id), gradient) });
  }
  const weights = await session.headWeights(question.kind, question.layer, question.head);
  return (known) => ({ ...known, weights: new Map(known.weights).set(weightsKey(question), weights) });
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface AskingOptions {
  readonly store: HeadlightStore;
  readonly session: () => Session;
  readonly nowMs: () => number;
}

export function createAsking({ store, session, nowMs }: AskingOptions): Asking {
  const known = createKnown(store);
  const arrivedMs = new WeakMap<Picture, number>();
  store.subscribe(({ picture }, last) => {
    if (picture !== null && picture !== last.picture) arrivedMs.set(picture, nowMs());
  });
  const work = async (
    picture: Picture,
    side: Side,
    questions: readonly Question[],
    stopped: () => boolean,
  ): Promise<void> => {
    const of = side === 'before' ? { picture, changes: [] } : { picture };
    for (const question of questions) {
      if (isKnown(known.of(picture, side), question)) continue;
      const waitMs = (arrivedMs.get(picture) ?? 0) + PAUSE_MS - nowMs();
      if (waitMs > 0) await wait(waitMs);
      await quiet(store);
      if (stopped() || known.of(picture, side).failure !== null) return;
      try {
        known.put(picture, side, await answer(session(), of, question));
      } catch (error) {
        // A session that was closed has no more to say of its pictures.
        const outdated = error instanceof EngineError && error.code === 'outdated';
        if (stopped() || outdated) return;
        known.put(picture, side, (answers) => ({ ...answers, failure: failureOf(error) }));
      }
    }
  };
  return {
    of: known.of,
    want(picture, side, questions) {
      let stopped = false;
      // The stored picture is replaced as soon as there is somebody to ask.
      if (!picture.stored) void work(picture, side, questions, () => stopped);
      return () => {
        stopped = true;
      };
    },
    again: (picture, side) => known.put(picture, side, (answers) => ({ ...answers, failure: null })),
    subscribe: known.subscribe,
  };
}
