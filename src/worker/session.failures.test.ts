import { afterEach, expect, test, vi } from 'vitest';
import {
  type Engine,
  EngineError,
  type EngineOptions,
  HeadlightError,
  type Session,
} from '../contract/index.ts';
import { createFakeEngine, type FakeEngineOptions, makeSafetensors } from '../testing/index.ts';
import { asking } from './testing/asking.ts';
import { files, info, openOn } from './testing/line.ts';

const weights = makeSafetensors({ a: { shape: [2], data: [1, 2] } });
const open: Session[] = [];
afterEach(() => {
  for (const session of open.splice(0)) session.close();
});

function start(
  fake: FakeEngineOptions = {},
  store = files(weights),
  make?: (options: EngineOptions) => Promise<Engine>,
) {
  const engine = createFakeEngine(info, fake);
  const opened = openOn(store, make ?? (async () => engine));
  open.push(opened.session);
  return { engine, ...opened };
}

const tick = () => new Promise((done) => setTimeout(done, 0));

const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true));

test('a run that fails rejects with its own error; the session goes on', async () => {
  let fail = true;
  const { session, failures } = start({
    onRun: () => {
      if (fail) throw new EngineError('context-lost', 'run', 'webgl', 'a context', 'none');
    },
  });
  const error = await session.show(asking('it', null)).catch((reason) => reason);
  expect(error).toBeInstanceOf(EngineError);
  expect(error).toMatchObject({ code: 'context-lost', message: 'run: webgl: expected a context, got none' });
  fail = false;
  expect((await session.show(asking('it', null)))?.text).toBe('it');
  expect(failures).toEqual([]);
});

test('an error that is none of ours keeps its words', async () => {
  const { session } = start({
    onRun: () => {
      throw new RangeError('too much');
    },
  });
  const error = await session.show(asking('it', null)).catch((reason) => reason);
  expect(error).toBeInstanceOf(HeadlightError);
  expect(error).toMatchObject({ code: 'crashed', got: 'RangeError: too much' });
});

test('missing weights: the failure names the file, and a retry goes on from there', async () => {
  const { 'model.safetensors': last, ...store } = files(weights);
  const { session, failures, cards, host, store: live } = start({}, store);
  const waiting = session.show(asking('it', null));
  await until(() => failures.length === 1);
  expect(failures[0]).toMatchObject({ code: 'not-found', file: 'model.safetensors' });
  live['model.safetensors'] = last ?? '';
  host.asked.length = 0;
  session.retry();
  expect((await waiting)?.text).toBe('it');
  expect(host.asked).toEqual(['model.safetensors']);
  expect(cards).toHaveLength(1);
  session.retry();
  await tick();
  expect(host.asked).toHaveLength(1);
});

test.each([
  ['config.json', '{"model_type":"bart"}', 'format', 'config.json'],
  ['tokenizer.json', '{}', 'format', 'tokenizer.json'],
  ['model.safetensors', '<html>', 'not-a-model', 'model.safetensors'],
])('a broken %s is told with its name', async (name, text, code, file) => {
  const { failures } = start({}, { ...files(weights), [name]: text });
  await until(() => failures.length === 1);
  expect(failures[0]).toMatchObject({ code, file });
});

test('an engine that does not start is tried again without a new download', async () => {
  let tries = 0;
  const { session, failures, host } = start({}, files(weights), async () => {
    if (++tries === 1) throw new EngineError('backend', 'createEngine', 'backend', 'one', 'none');
    return createFakeEngine(info);
  });
  await until(() => failures.length === 1);
  expect(failures[0]).toMatchObject({ code: 'backend', file: null });
  const downloads = host.asked.length;
  session.retry();
  expect((await session.show(asking('it', null)))?.text).toBe('it');
  expect(host.asked).toHaveLength(downloads);
});

test('a crash rejects what waits; a retry makes a new worker, which answers what was asked since', async () => {
  const { session, failures, line, live, cards } = start({ onRun: () => tick().then(() => undefined) });
  await session.show(asking('it', null));
  const lost = session.show(asking('it was', null));
  line.crash('out of memory');
  await expect(lost).rejects.toThrow('session: worker: expected an answer, got out of memory');
  expect(failures).toEqual([{ code: 'crashed', message: 'out of memory', file: null }]);
  const since = session.show(asking('tired', null));
  session.retry();
  expect((await since)?.text).toBe('tired');
  expect([line.made(), live.length, cards.length]).toEqual([2, 2, 1]);
});
