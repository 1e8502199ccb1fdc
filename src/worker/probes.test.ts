import { afterEach, describe, expect, test } from 'vitest';
import {
  type Engine,
  EngineError,
  GREEDY,
  type Intervention,
  makeFrame,
  type RunRequest,
  type Session,
  UNCHANGED,
} from '../contract/index.ts';
import { createFakeEngine, type FakeEngineOptions, makeSafetensors } from '../testing/index.ts';
import { headEffect } from './probes.ts';
import { asking } from './testing/asking.ts';
import { files, info, openOn } from './testing/line.ts';

const weights = makeSafetensors({ a: { shape: [2], data: [1, 2] } });
const open: Session[] = [];
afterEach(() => {
  for (const session of open.splice(0)) session.close();
});

/** A session on a fake engine that notes every probe's request. */
function start(fake: FakeEngineOptions = {}, over: Partial<Engine> = {}) {
  const engine = createFakeEngine(info, fake);
  const probed: RunRequest[] = [];
  const noting: Engine = {
    ...engine,
    gradient: (request, row, id) => {
      probed.push(request);
      return engine.gradient(request, row, id);
    },
    lens: (request, finalIds) => {
      probed.push(request);
      return engine.lens(request, finalIds);
    },
    ...over,
  };
  const { session } = openOn(files(weights), async () => noting);
  open.push(session);
  return { engine, session, probed };
}

const noHead: Intervention = { type: 'off', way: 'zero', kind: 'cross', layer: 1, heads: [3] };

describe('before there is a picture', () => {
  test.each([
    ['gradient', (session: Session) => session.gradient(0, 1)],
    ['lens', (session: Session) => session.lens()],
    ['headEffect', (session: Session) => session.headEffect('encoder', 0, 0)],
  ])('there is no %s', async (where, ask) => {
    const { session } = start();
    const asked = ask(session);
    await expect(asked).rejects.toThrow(`${where}: picture: expected one given before, got none`);
    await expect(asked).rejects.toBeInstanceOf(EngineError);
  });
});

test('of a changed picture the unchanged model is asked too, on the same words and greedily', async () => {
  const { session, engine, probed } = start();
  const decoding = { ...GREEDY, temperature: 2 };
  const picture = await session.show({ ...asking('it was', null), changes: [noHead], decoding });
  if (!picture) throw new Error('no picture');
  await session.show(asking('another', null));
  const plain = { picture, changes: [] };
  await session.lens(plain);
  await session.gradient(1, 3, plain);
  await session.lens({ picture });
  const ids = picture.target.slice(1).map((token) => token.id);
  expect(probed.map(({ target }) => target)).toEqual([ids, ids, ids]);
  expect(probed.map(({ changes }) => changes)).toEqual([[], [], [noHead]]);
  expect(probed.map((request) => request.decoding?.temperature)).toEqual([1, 1, 2]);
  const { loss } = await session.headEffect('encoder', 2, 6, plain);
  expect(engine.asked.at(-1)?.changes).toEqual([
    { type: 'off', way: 'zero', kind: 'encoder', layer: 2, heads: [6] },
  ]);
  expect(loss).toBe(0);
});

test('a gradient is of the newest picture, with its changes and its temperature', async () => {
  const { session, engine, probed } = start();
  const decoding = { ...GREEDY, temperature: 2 };
  const picture = await session.show({ ...asking('it was', null), changes: [noHead], decoding });
  const id = picture?.steps[1]?.token.id ?? -1;
  const gradient = await session.gradient(1, id);
  expect([gradient.row, gradient.id, gradient.frames.size]).toEqual([1, id, picture?.frames.size]);
  const frame = gradient.frames.get('decoder.1.self.pattern');
  expect(frame?.shape).toEqual([8, 3, 3]);
  expect(frame?.data[5]).toBeCloseTo(1 + id / 10_000, 6);
  const ids = (tokens: readonly { readonly id: number }[] = []) => tokens.map((token) => token.id);
  expect(probed).toEqual([
    {
      source: ids(picture?.source),
      target: ids(picture?.target.slice(1)),
      stages: [],
      changes: [noHead],
      decoding,
    },
  ]);
  const runs = engine.asked.length;
  await session.gradient(0, id);
  expect(engine.asked).toHaveLength(runs + 1);
});

test('what the engine refuses is refused, and asked anew the next time', async () => {
  const { session, probed } = start(
    {},
    {
      gradient: async (request) => {
        probed.push(request);
        throw new EngineError('bad-request', 'gradient', 'row', 'a decoder row from 0 to 1', '9');
      },
    },
  );
  await session.show(asking('it', null));
  for (const times of [1, 2]) {
    const asked = session.gradient(9, 1);
    await expect(asked).rejects.toThrow('gradient: row: expected a decoder row from 0 to 1, got 9');
    await expect(asked).rejects.toMatchObject({ code: 'bad-request' });
    expect(probed).toHaveLength(times);
  }
});

test('the lens has words, for every layer and row, and asks for the ranks of the words that stand there', async () => {
  const { session, probed } = start();
  const picture = await session.show(asking('it was tired', null));
  const lens = await session.lens();
  expect(lens).toHaveLength(info.decoder.layers);
  expect(lens.map((rows) => rows.length)).toEqual(new Array(info.decoder.layers).fill(picture?.steps.length));
  // The fake says of each layer its number as an id: 0 and 1 are marks.
  expect(lens[1]?.[2]).toEqual({ id: 1, text: '</s>', probability: 0.5, finalRank: 2 });
  expect(lens[3]?.[0]?.text).not.toBe('');
  expect(probed).toHaveLength(1);
  await session.show(asking('it', null));
  expect(await session.lens()).not.toBe(lens);
});

test("a head's maps arrive whole, without a picture; a head there is not is refused", async () => {
  const { session } = start();
  const { q, oBias } = await session.headWeights('cross', 2, 5);
  expect([q.length, oBias.length]).toEqual([info.width ** 2 / 8, info.width]);
  expect(q[7]).toBeCloseTo(2.5, 6);
  await expect(session.headWeights('cross', 2, 8)).rejects.toThrow(
    'headWeights: head: expected a whole number from 0 to 7, got 8',
  );
});

describe('the effect of a head', () => {
  const last = (changes: readonly Intervention[] = []) => changes[changes.length - 1];

  test('is what its words lose, row by row, when it is off besides the picture’s changes', async () => {
    // With the head off, row 1 falls from 0.5 to 0.125 and row 2 rises to 1.
    const lost = [0.5, 0.125, 1, 0.5];
    const probability = ({ changes = [] }: RunRequest, row: number) =>
      changes.length > 1 ? (lost[row] ?? 0) : 0.5;
    const { session, engine } = start({ probability });
    const picture = await session.show({ ...asking('it was tired', null), changes: [noHead] });
    const { loss, most, mostRow, drops } = await session.headEffect('encoder', 2, 6);
    expect(drops).toEqual([0, Math.log(4), -Math.log(2), 0].map((drop) => expect.closeTo(drop, 6)));
    expect(loss).toBeCloseTo((Math.log(4) - Math.log(2)) / 4, 6);
    expect([most, mostRow]).toEqual([expect.closeTo(Math.log(4), 6), 1]);
    const request = engine.asked[engine.asked.length - 1];
    expect(request?.target).toEqual(picture?.target.slice(1).map((token) => token.id));
    expect(request?.stages).toEqual([]);
    expect(request?.changes).toHaveLength(2);
    expect(request?.changes?.[0]).toEqual(noHead);
    expect(last(request?.changes)).toEqual({
      type: 'off',
      way: 'zero',
      kind: 'encoder',
      layer: 2,
      heads: [6],
    });
  });

  test('is asked for every head once, and never overtakes a sentence', async () => {
    const { session, engine } = start();
    await session.show(asking('it was', null));
    const runs = engine.asked.length;
    const effects = [0, 1, 2].map((head) => session.headEffect('decoder', 0, head));
    const shown = session.show(asking('it', null));
    expect((await shown)?.text).toBe('it');
    expect((await Promise.all(effects)).map(({ loss }) => loss)).toEqual([0, 0, 0]);
    expect(engine.asked).toHaveLength(runs + 4);
    expect(engine.mostAtOnce()).toBe(1);
  });

  test('of words too unlikely for a number is finite', async () => {
    const { session } = start({ probability: ({ changes = [] }) => (changes.length > 0 ? 0 : 0.5) });
    await session.show(asking('it', null));
    const { loss } = await session.headEffect('cross', 0, 0);
    expect(loss).toBeGreaterThan(700);
    expect(loss).toBeLessThan(800);
  });

  test('of a target that the limit cut tells the word that was written last, not the end mark', async () => {
    const engine = createFakeEngine(info);
    const asked: RunRequest[] = [];
    const cutting: Engine = {
      ...engine,
      run: async (request) => {
        asked.push(request);
        const result = await engine.run({ ...request, stages: [] });
        const data = new Float32Array(2 * info.vocabulary).fill(0.001);
        data[info.vocabulary + 9] = 0.25;
        const frame = makeFrame('probabilities', [2, info.vocabulary], data);
        return { ...result, frames: new Map([['probabilities', frame]]) };
      },
    };
    const passage = { source: [5, info.endId], target: [8], ...UNCHANGED };
    const steps = [
      { id: 8, probability: 0.5 },
      { id: 9, probability: 1 },
    ];
    const question = { kind: 'effect', passage, steps, attention: 'cross', layer: 0, head: 0 } as const;
    const { loss, mostRow } = await headEffect(question, cutting);
    expect(asked[0]?.stages).toEqual(['probabilities']);
    expect([loss, mostRow]).toEqual([expect.closeTo(Math.log(4) / 2, 6), 1]);
  });

  test('of a head there is not is refused', async () => {
    const { session } = start();
    await session.show(asking('it', null));
    const asked = session.headEffect('encoder', 4, 0);
    await expect(asked).rejects.toThrow('headEffect: layer: expected a whole number from 0 to 3, got 4');
    await expect(asked).rejects.toMatchObject({ code: 'bad-request' });
  });
});
