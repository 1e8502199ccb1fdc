import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineError, type HeadAt, type HeadEffect, type Picture } from '../../../contract/index.ts';
import { createArrivals, createHeadlightStore } from '../../../state/index.ts';
import { openFakeSession } from '../../../testing/fakeSession.ts';
import { sampleCard, samplePicture } from '../../../testing/picture.ts';
import { createEffectRun, effectQuestions } from './effectRun.ts';
import type { Side } from './question.ts';
import { createQuestions } from './questions.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const heads = Array.from({ length: 5 }, (_, head): HeadAt => ({ kind: 'encoder', layer: 1, head }));

/** A page whose session switches heads off when it is told to. */
function setUp() {
  const { store } = createHeadlightStore({ link: {}, remembered: {}, nowMs: () => Date.now() });
  const arrive = createArrivals(store);
  const session = openFakeSession({ modelUrl: '', backend: 'auto', wasmPath: '' }, {} as never);
  const open: { resolve: (effect: HeadEffect) => void; reject: (error: unknown) => void }[] = [];
  const asked: number[] = [];
  session.headEffect = (_kind, _layer, head, { signal } = {}) => {
    asked.push(head);
    return new Promise((resolve, reject) => {
      open.push({ resolve, reject });
      signal?.addEventListener('abort', () => reject(new EngineError('outdated', 'a', 'b', 'c', 'd')));
    });
  };
  const settle = () => vi.advanceTimersByTimeAsync(1000);
  const next = async () => {
    open.shift()?.resolve({ loss: asked.length, most: 1, mostRow: 0, drops: [1] });
    await settle();
  };
  const questions = createQuestions({ store, session: () => session, nowMs: () => Date.now() });
  const run = createEffectRun(store, questions);
  arrive.card(sampleCard);
  arrive.live({ name: 'wasm', because: 'measured', trials: [] });
  const arrived = (text: string): Picture => {
    const picture = samplePicture(text);
    arrive.picture(picture);
    return picture;
  };
  const losses = (picture: Picture, side: Side = 'after') =>
    effectQuestions(picture, side, heads).flatMap((question) => questions.known()(question)?.loss ?? []);
  const failure = (picture: Picture) => questions.failureAmong(effectQuestions(picture, 'after', heads));
  return { arrive, run, arrived, asked, open, next, settle, losses, failure };
}

test('heads are switched off one after the other, and each is known as soon as it was', async () => {
  const { run, arrived, asked, next, settle, losses } = setUp();
  const picture = arrived('it was');
  const heard = vi.fn();
  run.subscribe(heard);
  run.start(picture, 'after', heads);
  await settle();
  expect(run.progress(picture, 'after')).toEqual({ done: 0, total: 5 });
  for (let n = 1; n <= 5; n++) {
    expect(asked).toHaveLength(n);
    await next();
    expect(losses(picture)[n - 1]).toBe(n);
  }
  expect(run.progress(picture, 'after')).toBeNull();
  expect(losses(picture, 'before')).toEqual([]);
  expect(heard).toHaveBeenCalled();
});

test('cancelling keeps what is measured, and going on measures only the rest', async () => {
  const { run, arrived, asked, next, settle, losses } = setUp();
  const picture = arrived('it was');
  run.start(picture, 'after', heads);
  await settle();
  await next();
  await next();
  run.cancel();
  expect(run.progress(picture, 'after')).toBeNull();
  await settle();
  await next();
  expect(losses(picture)).toHaveLength(2);
  run.start(picture, 'after', heads);
  expect(run.progress(picture, 'after')).toEqual({ done: 2, total: 5 });
  await settle();
  expect(asked).toEqual([0, 1, 2, 2]);
});

test('a newer sentence ends it; the old one finds its effects again', async () => {
  const { run, arrive, arrived, asked, next, settle, losses } = setUp();
  const first = arrived('it was');
  run.start(first, 'after', heads);
  await settle();
  await next();
  arrive.runStarted(0);
  expect(run.progress(first, 'after')).toBeNull();
  await settle();
  await next();
  expect(asked).toHaveLength(2);
  const second = arrived('it is');
  expect(losses(second)).toEqual([]);
  const again = arrived('it was');
  expect(losses(again)).toHaveLength(1);
  expect(run.progress(again, 'after')).toBeNull();
});

test('measuring another sentence ends the first', async () => {
  const { run, arrived, next, settle, losses } = setUp();
  const first = arrived('it was');
  run.start(first, 'after', heads);
  await settle();
  const second = arrived('it is');
  run.start(second, 'after', heads);
  expect(run.progress(first, 'after')).toBeNull();
  expect(run.progress(second, 'after')).toEqual({ done: 0, total: 5 });
  await settle();
  await next();
  expect(losses(first)).toEqual([]);
});

test('a head that cannot be measured ends it and says so, until it is tried again', async () => {
  const { run, arrived, open, settle, failure } = setUp();
  const picture = arrived('it was');
  run.start(picture, 'after', heads);
  await settle();
  open.shift()?.reject(new Error('boom'));
  await settle();
  expect(run.progress(picture, 'after')).toBeNull();
  expect(failure(picture)).toMatchObject({ code: 'crashed' });
  run.start(picture, 'after', heads);
  await settle();
  expect(run.progress(picture, 'after')).toMatchObject({ done: 0 });
  expect(failure(picture)).toBeNull();
});

test('what is known already is not measured again', async () => {
  const { run, arrived, asked, next, settle } = setUp();
  const picture = arrived('it was');
  run.start(picture, 'after', heads);
  await settle();
  for (const _ of heads) await next();
  run.start(picture, 'after', heads);
  expect(run.progress(picture, 'after')).toBeNull();
  await settle();
  expect(asked).toHaveLength(heads.length);
});
