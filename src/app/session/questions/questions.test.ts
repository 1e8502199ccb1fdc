import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineError, type Frame, GREEDY } from '../../../contract/index.ts';
import { type Question, type Subject, subjectOf } from './question.ts';
import { frameOf, K, later, Q, setUp, V } from './testing/page.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('asks after a pause, one thing at a time, and each thing once', async () => {
  const { questions, asked, arrived, answerOne } = setUp();
  const picture = arrived('it was');
  const [q, k] = [frameOf(picture, Q), frameOf(picture, K)];
  questions.want([q, k], 'screen');
  expect(asked).toEqual([]);
  await later();
  expect(asked).toEqual([Q]);
  expect(questions.of(q).status).toBe('waiting');
  await answerOne();
  expect(asked).toEqual([Q, K]);
  await answerOne();
  questions.want([k, q], 'screen');
  await later();
  expect(asked).toHaveLength(2);
  expect([questions.of(q).status, questions.of(k).status]).toEqual(['ready', 'ready']);
  expect(await questions.now(q)).toBe(questions.known()(q));
  expect(asked).toHaveLength(2);
});

test('an answer holds for the same sentence once more, not for another', async () => {
  const { questions, arrived, answerOne } = setUp();
  const picture = arrived('it was');
  questions.want([frameOf(picture, Q)], 'screen');
  await later();
  await answerOne();
  expect(questions.of(frameOf(arrived('it is'), Q)).status).toBe('waiting');
  expect(questions.known()(frameOf(arrived('it was'), Q))).toBe(questions.known()(frameOf(picture, Q)));
});

test('what came with the picture is not asked for', async () => {
  const { questions, asked, arrived } = setUp();
  const frame: Frame = { name: Q, shape: [1], data: new Float32Array(1) };
  const picture = { ...arrived('it was'), frames: new Map([[Q, frame] as const]) };
  questions.want([frameOf(picture, Q)], 'screen');
  await later();
  expect(asked).toEqual([]);
  expect(questions.known()(frameOf(picture, Q))).toBe(frame);
});

test.each([
  ['the lens', (of) => ({ type: 'lens', of })],
  ['a gradient', (of) => ({ type: 'gradient', of, row: 1, id: 5 })],
  ['a head’s effect', (of) => ({ type: 'effect', of, at: { kind: 'cross', layer: 2, head: 1 } })],
] satisfies [string, (of: Subject) => Question][])('%s is computed once', async (_, make) => {
  const { questions, session, arrived } = setUp();
  const calls = [vi.spyOn(session, 'lens'), vi.spyOn(session, 'gradient'), vi.spyOn(session, 'headEffect')];
  const question = make(subjectOf(arrived('it was'), 'after'));
  const value = await questions.now(question);
  questions.want([question], 'screen');
  await later();
  expect(await questions.now(question)).toBe(value);
  expect(questions.known()(question)).toBe(value);
  expect(calls.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBe(1);
});

test('while somebody types nothing is asked, and of the sentence that stays all of it', async () => {
  const { questions, asked, arrive, arrived } = setUp();
  let drop = () => {};
  for (const text of ['i', 'it', 'it w', 'it wa']) {
    drop();
    drop = questions.want([frameOf(arrived(text), Q)], 'screen');
    arrive.runStarted(Date.now());
    await vi.advanceTimersByTimeAsync(120);
  }
  expect(asked).toEqual([]);
  drop();
  questions.want([frameOf(arrived('it was'), Q)], 'screen');
  await later();
  expect(asked).toEqual([Q]);
});

test('a run that fails lets the picture that stays be asked about', async () => {
  const { questions, asked, arrive, arrived } = setUp();
  questions.want([frameOf(arrived('it was'), Q)], 'screen');
  arrive.runStarted(Date.now());
  await later();
  expect(asked).toEqual([]);
  arrive.runFailed({ code: 'not-finite', message: '', file: null });
  await later();
  expect(asked).toHaveLength(1);
});

test('the unchanged model is asked apart; the stored picture is not asked about', async () => {
  const { questions, asked, arrived } = setUp();
  const picture = arrived('it was');
  questions.want([frameOf({ ...picture, stored: true }, K), frameOf(picture, Q, 'before')], 'screen');
  await later();
  expect(asked).toEqual([`${Q} unchanged`]);
});

test('what is on screen goes first, then what the next step will need, then what goes on by itself', async () => {
  const { questions, asked, arrived, answerOne } = setUp();
  const picture = arrived('it was');
  questions.want([frameOf(picture, V)], 'background');
  questions.want([frameOf(picture, K)], 'soon');
  questions.want([frameOf(picture, Q)], 'screen');
  await later();
  for (let i = 0; i < 3; i++) await answerOne();
  expect(asked).toEqual([Q, K, V]);
});

test('what cannot wait is asked at once, beside all the rest, and its failure is told to who asked', async () => {
  const { questions, asked, arrive, arrived, open } = setUp();
  const picture = arrived('it was');
  arrive.runStarted(Date.now());
  const first = questions.now(frameOf(picture, Q));
  const same = questions.now(frameOf(picture, Q));
  expect(asked).toEqual([Q]);
  const frame: Frame = { name: Q, shape: [1], data: new Float32Array(1) };
  open.shift()?.resolve(frame);
  expect([await first, await same]).toEqual([frame, frame]);
  const failing = questions.now(frameOf(picture, K));
  open.shift()?.reject(new EngineError('bad-request', 'frame', 'name', 'a stage', 'none'));
  await expect(failing).rejects.toMatchObject({ code: 'bad-request' });
  expect(questions.of(frameOf(picture, K)).status).toBe('waiting');
});

test('maps of heads are asked for once for all sentences', async () => {
  const { session, questions, arrived } = setUp();
  const maps = vi.spyOn(session, 'headWeights');
  const question: Question = { type: 'weights', at: { kind: 'encoder', layer: 0, head: 1 } };
  arrived('it');
  questions.want([question], 'screen');
  await later();
  arrived('it was');
  questions.want([question], 'screen');
  await later();
  expect(questions.of(question).status).toBe('ready');
  expect(maps).toHaveBeenCalledOnce();
});

test('another sentence beside is asked for once, and may be asked about', async () => {
  const { questions, asked, arrived } = setUp();
  arrived('it');
  const question = {
    type: 'peek',
    request: { text: 'another', target: null, changes: [], decoding: GREEDY },
  } as const;
  questions.want([question], 'screen');
  await later();
  const peeked = questions.known()(question);
  expect(peeked?.text).toBe('another');
  if (peeked) questions.want([frameOf(peeked, Q)], 'screen');
  await later();
  expect(asked).toEqual([Q]);
});
