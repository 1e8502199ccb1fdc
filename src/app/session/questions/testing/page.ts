import { vi } from 'vitest';
import {
  EngineError,
  type Frame,
  type Picture,
  type SessionEvents,
  type StageName,
} from '../../../../contract/index.ts';
import { createArrivals, createHeadlightStore } from '../../../../state/index.ts';
import { openFakeSession } from '../../../../testing/fakeSession.ts';
import { sampleCard, samplePicture } from '../../../../testing/picture.ts';
import { type Question, type Side, subjectOf } from '../question.ts';
import { createQuestions } from '../questions.ts';

export const REPORT = { name: 'wasm', because: 'measured', trials: [] } as const;
const QUIET = { onCard: () => {} } as unknown as SessionEvents;

export const Q = 'encoder.0.self.q';
export const K = 'encoder.0.self.k';
export const V = 'encoder.0.self.v';

export const frameOf = (picture: Picture, name: StageName, side: Side = 'after'): Question => ({
  type: 'frame',
  of: subjectOf(picture, side),
  name,
});

interface Open {
  readonly resolve: (frame: Frame) => void;
  readonly reject: (error: unknown) => void;
}

const cancelled = () => new EngineError('outdated', 'frame', 'question', 'one still wanted', 'one cancelled');

/** A live page, whose session notes what is asked and answers when it is told to. */
export function setUp() {
  const { store } = createHeadlightStore({ link: {}, remembered: {}, nowMs: () => Date.now() });
  const arrive = createArrivals(store);
  const session = openFakeSession({ modelUrl: '', backend: 'auto', wasmPath: '' }, QUIET);
  const asked: string[] = [];
  const stopped: string[] = [];
  const open: Open[] = [];
  session.frame = (name, { changes, signal } = {}) => {
    asked.push(`${name}${changes ? ' unchanged' : ''}`);
    return new Promise((resolve, reject) => {
      open.push({ resolve, reject });
      signal?.addEventListener('abort', () => {
        stopped.push(name);
        reject(cancelled());
      });
    });
  };
  const questions = createQuestions({ store, session: () => session, nowMs: () => Date.now() });
  arrive.card(sampleCard);
  arrive.live(REPORT);
  const arrived = (text: string): Picture => {
    const picture = samplePicture(text);
    arrive.picture(picture);
    return picture;
  };
  const answerOne = async () => {
    open.shift()?.resolve({ name: Q, shape: [1], data: new Float32Array(1) });
    await vi.advanceTimersByTimeAsync(0);
  };
  const failOne = async (error: unknown) => {
    open.shift()?.reject(error);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { store, arrive, session, questions, asked, stopped, open, arrived, answerOne, failOne };
}

/** Long enough for whatever waits for somebody to stop typing. */
export const later = () => vi.advanceTimersByTimeAsync(1000);
