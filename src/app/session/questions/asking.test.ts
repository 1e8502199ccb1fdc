import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineError, type Frame, type Picture, type StageName } from '../../../contract/index.ts';
import { createArrivals, createHeadlightStore } from '../../../state/index.ts';
import { openFakeSession } from '../../../testing/fakeSession.ts';
import { sampleCard, samplePicture } from '../../../testing/picture.ts';
import type { Question } from './answers.ts';
import { createAsking } from './asking.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const frameNamed = (name: StageName): Question => ({ type: 'frame', name });
const Q = frameNamed('encoder.0.self.q');
const K = frameNamed('encoder.0.self.k');

/** A page with one picture, whose session notes what is asked and answers when it is told to. */
function setUp() {
  const { store } = createHeadlightStore({ link: {}, remembered: {}, nowMs: () => Date.now() });
  const arrive = createArrivals(store);
  const session = openFakeSession({ modelUrl: '', backend: 'auto', wasmPath: '' }, {
    onCard: vi.fn(),
  } as never);
  const asked: string[] = [];
  const open: { resolve: (frame: Frame) => void; reject: (error: unknown) => void }[] = [];
  session.frame = (name, of = {}) => {
    asked.push(`${name}${of.changes ? ' unchanged' : ''}`);
    return new Promise((resolve, reject) => open.push({ resolve, reject }));
  };
  const asking = createAsking({ store, session: () => session, nowMs: () => Date.now() });
  arrive.card(sampleCard);
  const arrived = (text: string): Picture => {
    const picture = samplePicture(text);
    arrive.picture(picture);
    return picture;
  };
  const answerOne = async () => {
    open.shift()?.resolve({ name: 'encoder.0.self.q', shape: [1], data: new Float32Array(1) });
    await vi.advanceTimersByTimeAsync(0);
  };
  return { store, arrive, asking, asked, open, arrived, answerOne };
}

test('asks after a pause, one thing at a time, and each thing once', async () => {
  const { asking, asked, arrived, answerOne } = setUp();
  const picture = arrived('it was');
  asking.want(picture, 'after', [Q, K]);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['encoder.0.self.q']);
  await answerOne();
  expect(asked).toEqual(['encoder.0.self.q', 'encoder.0.self.k']);
  await answerOne();
  asking.want(picture, 'after', [K, Q]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(2);
  expect([...asking.of(picture, 'after').frames.keys()]).toEqual(['encoder.0.self.q', 'encoder.0.self.k']);
});

test('while somebody types nothing is asked, and of the sentence that stays all of it', async () => {
  const { asking, asked, arrive, arrived } = setUp();
  let stop = () => {};
  for (const text of ['i', 'it', 'it w', 'it wa']) {
    stop();
    stop = asking.want(arrived(text), 'after', [Q]);
    arrive.runStarted(Date.now());
    await vi.advanceTimersByTimeAsync(120);
  }
  expect(asked).toEqual([]);
  stop();
  asking.want(arrived('it was'), 'after', [Q]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['encoder.0.self.q']);
});

test('a run that fails lets the picture that stays be asked about', async () => {
  const { asking, asked, arrive, arrived } = setUp();
  asking.want(arrived('it was'), 'after', [Q]);
  arrive.runStarted(Date.now());
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual([]);
  arrive.runFailed({ code: 'not-finite', message: '', file: null });
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(1);
});

test('the unchanged model is asked apart; the stored picture is not asked about', async () => {
  const { asking, asked, arrived } = setUp();
  const picture = arrived('it was');
  asking.want(picture, 'before', [Q]);
  asking.want({ ...picture, stored: true }, 'after', [Q]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual(['encoder.0.self.q unchanged']);
});

test('a failure ends the asking and is kept until it is to be tried again', async () => {
  const { asking, asked, open, arrived, answerOne } = setUp();
  const picture = arrived('it was');
  asking.want(picture, 'after', [Q, K]);
  await vi.advanceTimersByTimeAsync(1000);
  open.shift()?.reject(new EngineError('not-finite', 'run', 'x', 'numbers', 'NaN'));
  await vi.advanceTimersByTimeAsync(0);
  expect(asking.of(picture, 'after').failure).toMatchObject({ code: 'not-finite' });
  asking.want(picture, 'after', [K]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(1);
  const heard = vi.fn();
  asking.subscribe(heard);
  asking.again(picture, 'after');
  expect(heard).toHaveBeenCalledOnce();
  asking.want(picture, 'after', [Q]);
  await vi.advanceTimersByTimeAsync(1000);
  await answerOne();
  expect(asking.of(picture, 'after').frames.size).toBe(1);
});

test('maps of heads are asked for once for all sentences', async () => {
  const { asking, arrived } = setUp();
  const maps: Question = { type: 'weights', kind: 'encoder', layer: 0, head: 1 };
  const first = arrived('it');
  asking.want(first, 'after', [maps]);
  await vi.advanceTimersByTimeAsync(1000);
  const known = asking.of(first, 'after').weights;
  expect(known.size).toBe(1);
  expect(asking.of(arrived('it was'), 'after').weights).toBe(known);
});
