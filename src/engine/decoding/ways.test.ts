import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Decoding, type Engine, GREEDY, type RunResult } from '../../contract/index.ts';
import { modelFromDisk, readFixture } from '../../testing/fixtures.ts';
import { runs } from '../../testing/long.ts';
import { engineFor } from '../testing/engineFor.ts';

/** A text, its ids with the end mark, and what Hugging Face's greedy decoding writes. */
type Row = readonly [string, readonly number[], readonly number[]];
const sentences = (readFixture('greedy.json') as Row[]).slice(0, runs(5, 12));

const sample = (over: Partial<Decoding> = {}): Decoding => ({ ...GREEDY, way: 'sample', ...over });
const write = (engine: Engine, source: readonly number[], decoding: Decoding): Promise<RunResult> =>
  engine.run({ source, target: null, stages: [], decoding });
const idsOf = ({ steps }: RunResult): number[] => steps.map(({ id }) => id);

describe('the bundled model', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineFor(modelFromDisk('en-fr'), 'wasm');
  });
  afterAll(() => engine.dispose());

  it('writes greedily whatever the temperature, and with one id or hardly any share to draw from', async () => {
    for (const [text, source, expected] of sentences) {
      for (const decoding of [
        { ...GREEDY, temperature: 0.2 },
        { ...GREEDY, temperature: 3 },
        sample({ topK: 1, temperature: 2, seed: 5 }),
        sample({ topP: 1e-6, seed: 6 }),
      ])
        expect(idsOf(await write(engine, source, decoding)), text).toEqual(expected);
    }
  });

  it('writes the same by the same seed, with or without a draft, and other texts by other seeds', async () => {
    const [, source] = sentences[0] as Row;
    const texts = new Set<string>();
    for (let seed = 0; seed < 6; seed++) {
      const first = idsOf(await write(engine, source, sample({ seed, temperature: 1.2 })));
      // Now the first is the draft.
      const again = await write(engine, source, sample({ seed, temperature: 1.2 }));
      expect(idsOf(again)).toEqual(first);
      expect(again.counts.steps).toBe(0);
      // And now it is another one.
      await write(engine, [engine.info.endId], GREEDY);
      expect(idsOf(await write(engine, source, sample({ seed, temperature: 1.2 })))).toEqual(first);
      texts.add(first.join());
    }
    expect(texts.size).toBeGreaterThan(4);
  });
});

it('the same seed writes the same on cpu and on wasm', async () => {
  const model = modelFromDisk('swish-forbidden');
  const engines = [await engineFor(model, 'cpu'), await engineFor(model, 'wasm')];
  const decodings = [sample(), sample({ topK: 5, temperature: 1.5 }), sample({ topP: 0.8 })];
  for (let seed = 0; seed < runs(10, 30); seed++) {
    for (const decoding of decodings) {
      const [a, b] = await Promise.all(
        engines.map((engine) => write(engine, [27, 76, 57, 65, 18, 0], { ...decoding, seed })),
      );
      expect(a && idsOf(a)).toEqual(b && idsOf(b));
      for (const { id } of a?.steps ?? []) expect(model.info.forbiddenIds).not.toContain(id);
    }
  }
  for (const engine of engines) engine.dispose();
});

describe('a tiny model', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineFor(modelFromDisk('relu-scaled'), 'wasm');
  });
  afterAll(() => engine.dispose());
  const source = [31, 30, 34, 1];

  /** P of every id after the first row, given the temperature. */
  async function probabilities(temperature: number, target: number[] = []): Promise<number[]> {
    const decoding = { ...GREEDY, temperature };
    const { frames } = await engine.run({ source, target, stages: ['probabilities'], decoding });
    return [...(frames.get('probabilities')?.data.slice(-engine.info.vocabulary) ?? [])];
  }

  it.each([
    [1, 0],
    [0.7, 1],
  ])(
    'draws words as often as it shows them to be likely: temperature %d, row %d',
    async (temperature, row) => {
      const seeds = runs(1000, 3000);
      // After the likeliest first word, which comes often enough.
      const first = idsOf(await write(engine, source, GREEDY))[0] ?? -1;
      const expected = await probabilities(temperature, row === 0 ? [] : [first]);
      const counts = new Array<number>(expected.length).fill(0);
      let drawn = 0;
      for (let seed = 0; seed < seeds; seed++) {
        const ids = idsOf(await write(engine, source, sample({ temperature, seed })));
        if (row === 1 && ids[0] !== first) continue;
        drawn += 1;
        counts[ids[row] ?? -1] = (counts[ids[row] ?? -1] ?? 0) + 1;
      }
      expect(drawn).toBeGreaterThan(200);
      // Rare ids together, so that every cell expects five at least.
      const cells = new Map<number, { seen: number; mean: number }>();
      for (const [id, count] of counts.entries()) {
        const mean = (expected[id] ?? 0) * drawn;
        const cell = mean < 5 ? -1 : id;
        const held = cells.get(cell) ?? { seen: 0, mean: 0 };
        cells.set(cell, { seen: held.seen + count, mean: held.mean + mean });
      }
      const chiSquare = [...cells.values()].reduce(
        (sum, { seen, mean }) => sum + (seen - mean) ** 2 / mean,
        0,
      );
      const freedom = cells.size - 1;
      // Three standard deviations above the mean of its distribution; the seeds are always the same.
      expect(freedom).toBeGreaterThan(3);
      expect(chiSquare).toBeLessThan(freedom + 3 * Math.sqrt(2 * freedom));
    },
  );

  it('shows the probabilities after temperature, in steps and in the stage', async () => {
    const cold = await probabilities(0.5);
    const plain = await probabilities(1);
    const sum = plain.reduce((total, p) => total + p ** 2, 0);
    plain.forEach((p, id) => {
      expect(cold[id]).toBeCloseTo(p ** 2 / sum, 5);
    });
    const { steps } = await write(engine, source, { ...GREEDY, temperature: 0.5 });
    expect(steps[0]?.probability).toBeCloseTo(Math.max(...cold), 5);
    expect(steps[0]?.best[0]?.probability).toBe(steps[0]?.probability);
  });

  const refused: [string, Partial<Decoding>, string][] = [
    ['another way', { way: 'nucleus' as 'beam' }, 'way: expected greedy, sample, beam, got nucleus'],
    ['no warmth', { temperature: 0 }, 'temperature: expected a number from 0.001 to 1000, got 0'],
    [
      'a temperature that is none',
      { temperature: Number.NaN },
      'temperature: expected a number from 0.001 to 1000, got NaN',
    ],
    ['none of the likeliest', { topK: 0 }, 'topK: expected a whole number from 1 to 9007199254740991, got 0'],
    [
      'half of the likeliest',
      { topK: 1.5 },
      'topK: expected a whole number from 1 to 9007199254740991, got 1.5',
    ],
    ['no share', { topP: 0 }, 'topP: expected a number above 0 and up to 1, got 0'],
    ['more than all', { topP: 1.1 }, 'topP: expected a number above 0 and up to 1, got 1.1'],
    ['a negative seed', { seed: -1 }, 'seed: expected a whole number from 0 to 4294967295, got -1'],
    ['no beam', { width: 0 }, 'width: expected a whole number from 1 to 20, got 0'],
    [
      'a beam wider than half the vocabulary',
      { width: 21 },
      'width: expected a whole number from 1 to 20, got 21',
    ],
  ];
  it.each(refused)('refuses %s', async (_, over, text) => {
    const before = engine.numTensors();
    const run = write(engine, source, { ...GREEDY, ...over });
    await expect(run).rejects.toThrow(`run: decoding.${text}`);
    await expect(run).rejects.toMatchObject({ code: 'bad-request' });
    expect(engine.numTensors()).toBe(before);
  });
});
