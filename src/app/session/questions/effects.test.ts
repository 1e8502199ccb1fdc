import { expect, test, vi } from 'vitest';
import type { HeadAt, HeadEffect, Picture } from '../../../contract/index.ts';
import { createArrivals, createHeadlightStore } from '../../../state/index.ts';
import { openFakeSession } from '../../../testing/fakeSession.ts';
import { sampleCard, samplePicture } from '../../../testing/picture.ts';
import { createEffects } from './effects.ts';

const heads = Array.from({ length: 5 }, (_, head): HeadAt => ({ kind: 'encoder', layer: 1, head }));

/** A page whose session switches heads off when it is told to. */
function setUp() {
  const { store } = createHeadlightStore({ link: {}, remembered: {}, nowMs: () => Date.now() });
  const arrive = createArrivals(store);
  const session = openFakeSession({ modelUrl: '', backend: 'auto', wasmPath: '' }, {} as never);
  const open: { resolve: (effect: HeadEffect) => void; reject: (error: unknown) => void }[] = [];
  const asked: number[] = [];
  session.headEffect = (_kind, _layer, head) => {
    asked.push(head);
    return new Promise((resolve, reject) => open.push({ resolve, reject }));
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const next = async () => {
    open.shift()?.resolve({ loss: asked.length, most: 1, mostRow: 0 });
    await settle();
  };
  arrive.card(sampleCard);
  const effects = createEffects({ store, session: () => session });
  const arrived = (text: string): Picture => {
    const picture = samplePicture(text);
    arrive.picture(picture);
    return picture;
  };
  return { arrive, effects, arrived, asked, open, next, settle };
}

test('heads are switched off one after the other, and each is known as soon as it was', async () => {
  const { effects, arrived, asked, next } = setUp();
  const picture = arrived('it was');
  const heard = vi.fn();
  effects.subscribe(heard);
  const all = effects.measure(picture, 'after', heads);
  expect(effects.of(picture, 'after').measuring).toEqual({ done: 0, total: 5 });
  for (let n = 1; n <= 5; n++) {
    expect(asked).toHaveLength(n);
    await next();
    expect(effects.of(picture, 'after').effects.get(`encoder/1/${n - 1}`)?.loss).toBe(n);
  }
  await all;
  expect(effects.of(picture, 'after').measuring).toBeNull();
  expect(effects.of(picture, 'before').effects.size).toBe(0);
  expect(heard).toHaveBeenCalled();
});

test('cancelling keeps what is measured, and going on measures only the rest', async () => {
  const { effects, arrived, asked, next } = setUp();
  const picture = arrived('it was');
  void effects.measure(picture, 'after', heads);
  await next();
  await next();
  effects.cancel();
  expect(effects.of(picture, 'after')).toMatchObject({ measuring: null });
  await next();
  expect(effects.of(picture, 'after').effects.size).toBe(2);
  void effects.measure(picture, 'after', heads);
  expect(asked).toEqual([0, 1, 2, 2]);
});

test('a newer sentence ends it; the old one finds its effects again', async () => {
  const { effects, arrive, arrived, asked, next } = setUp();
  const first = arrived('it was');
  const all = effects.measure(first, 'after', heads);
  await next();
  arrive.runStarted(0);
  await next();
  await all;
  expect(asked).toHaveLength(2);
  const second = arrived('it is');
  expect(effects.of(second, 'after').effects.size).toBe(0);
  const again = arrived('it was');
  expect(effects.of(again, 'after').effects.size).toBe(2);
  expect(effects.of(again, 'after').measuring).toBeNull();
});

test('measuring another sentence ends the first', async () => {
  const { effects, arrived, next } = setUp();
  const first = arrived('it was');
  void effects.measure(first, 'after', heads);
  const second = arrived('it is');
  void effects.measure(second, 'after', heads);
  expect(effects.of(first, 'after').measuring).toBeNull();
  expect(effects.of(second, 'after').measuring).toEqual({ done: 0, total: 5 });
  await next();
  expect(effects.of(first, 'after').effects.size).toBe(0);
});

test('a head that cannot be measured ends it and says so, until it is tried again', async () => {
  const { effects, arrived, open, settle } = setUp();
  const picture = arrived('it was');
  const all = effects.measure(picture, 'after', heads);
  open.shift()?.reject(new Error('boom'));
  await all;
  expect(effects.of(picture, 'after')).toMatchObject({ measuring: null, failure: { code: 'crashed' } });
  void effects.measure(picture, 'after', heads);
  await settle();
  expect(effects.of(picture, 'after')).toMatchObject({ measuring: { done: 0 }, failure: null });
});
