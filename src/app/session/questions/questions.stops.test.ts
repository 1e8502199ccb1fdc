import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineError } from '../../../contract/index.ts';
import { frameOf, K, later, Q, REPORT, setUp, V } from './testing/page.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what nobody wants any more is not asked, and stopped where it is under way', async () => {
  const { questions, asked, stopped, arrived, answerOne } = setUp();
  const picture = arrived('it was');
  const drop = questions.want([frameOf(picture, Q), frameOf(picture, K)], 'screen');
  await later();
  drop();
  await later();
  expect([asked, stopped]).toEqual([[Q], [Q]]);
  expect(questions.of(frameOf(picture, Q)).status).toBe('waiting');
  questions.want([frameOf(picture, V)], 'screen');
  await later();
  await answerOne();
  expect(asked).toEqual([Q, V]);
});

test('who wants something more does not stop what is under way', async () => {
  const { questions, asked, stopped, arrived } = setUp();
  const picture = arrived('it was');
  const drop = questions.want([frameOf(picture, Q)], 'screen');
  await later();
  drop();
  questions.want([frameOf(picture, Q), frameOf(picture, K)], 'screen');
  await later();
  expect([asked, stopped]).toEqual([[Q], []]);
});

test('a failure ends the list and is kept until it is to be tried again', async () => {
  const { questions, asked, arrived, answerOne, failOne } = setUp();
  const picture = arrived('it was');
  const list = [frameOf(picture, Q), frameOf(picture, K)];
  const drop = questions.want(list, 'screen');
  await later();
  await failOne(new EngineError('not-finite', 'run', 'x', 'numbers', 'NaN'));
  expect(questions.failureAmong(list)).toMatchObject({ code: 'not-finite' });
  drop();
  questions.want(list, 'screen');
  await later();
  expect(asked).toHaveLength(1);
  const heard = vi.fn();
  questions.subscribe(heard);
  questions.again(list);
  expect(heard).toHaveBeenCalledOnce();
  await later();
  await answerOne();
  expect(asked).toEqual([Q, Q, K]);
  expect(questions.failureAmong(list)).toBeNull();
});

test('an outdated answer is no failure: what is still wanted is asked again', async () => {
  const { questions, asked, arrive, arrived, failOne, answerOne } = setUp();
  const picture = arrived('it was');
  const question = frameOf(picture, Q);
  questions.want([question], 'screen');
  await later();
  // The session was closed; another one of the same model opens.
  arrive.opening();
  await failOne(new EngineError('outdated', 'close', 'session', 'an open one', 'a closed one'));
  await later();
  expect([asked, questions.of(question).status]).toEqual([[Q], 'waiting']);
  arrive.live(REPORT);
  await later();
  await answerOne();
  expect([asked, questions.of(question).status]).toEqual([[Q, Q], 'ready']);
});

test('a picture of another model is not asked about', async () => {
  const { store, questions, asked, arrived } = setUp();
  const question = frameOf(arrived('it was'), Q);
  store.setState(({ settings }) => ({ settings: { ...settings, backend: 'cpu' } }));
  questions.want([question], 'screen');
  await later();
  expect(asked).toEqual([]);
  await expect(questions.now(question)).rejects.toThrow(
    'frame: picture: expected one of this model, got another',
  );
});

test('once closed nothing is asked, and an answer that comes late tells nobody', async () => {
  const { questions, asked, arrived, stopped } = setUp();
  const picture = arrived('it was');
  questions.want([frameOf(picture, Q), frameOf(picture, K)], 'screen');
  await later();
  const heard = vi.fn();
  questions.subscribe(heard);
  questions.close();
  await later();
  expect([asked, stopped]).toEqual([[Q], [Q]]);
  expect(heard).not.toHaveBeenCalled();
});
