import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GREEDY, type Intervention, type RunControl, type RunResult } from '../contract/index.ts';
import { modelFromDisk } from '../testing/fixtures.ts';
import { runs } from '../testing/long.ts';
import { change } from './testing/arbitrary.ts';
import { engineFor } from './testing/engineFor.ts';

const RUNS = runs(100, 500);

const words = (maxLength: number) => fc.array(fc.integer({ min: 2, max: 39 }), { minLength: 1, maxLength });
const outdated: RunControl = { isOutdated: () => true, breathe: async () => undefined };

it(`${RUNS} runs leave the number of tensors flat`, async () => {
  const engine = await engineFor(modelFromDisk('relu-scaled'), 'wasm');
  const before = engine.numTensors();
  expect(before).toBeGreaterThan(0);
  const holds = async (source: number[], target: number[], kind: number) => {
    if (kind === 0) await engine.run({ source, target: null, stages: [] });
    if (kind === 1) await engine.run({ source, target, stages: ['encoder.0.self.scores', 'probabilities'] });
    const refused = { code: kind === 2 ? 'outdated' : 'bad-request' };
    if (kind === 2)
      await expect(engine.run({ source, target: null, stages: [] }, outdated)).rejects.toMatchObject(refused);
    if (kind === 3)
      await expect(engine.run({ source: [-1], target, stages: [] })).rejects.toMatchObject(refused);
    expect(engine.numTensors()).toBe(before);
  };
  const kinds = fc.integer({ min: 0, max: 3 });
  await fc.assert(fc.asyncProperty(words(30), words(20), kinds, holds), { numRuns: RUNS });
  await engine.measureProducts(5, 3, 2);
  expect(engine.numTensors()).toBe(before);
  engine.dispose();
  expect(engine.numTensors()).toBe(0);
});

it('gradients, lenses, beams and dice leave the number of tensors flat', async () => {
  const engine = await engineFor(modelFromDisk('relu-scaled'), 'wasm');
  const before = engine.numTensors();
  const holds = async (source: number[], target: number[], kind: number, changes: Intervention[]) => {
    const given = { source, target, stages: [], changes };
    const written = { ...given, target: null };
    if (kind === 0) await engine.gradient(given, target.length, 5);
    if (kind === 1) await engine.lens(given, [...target, 1]);
    if (kind === 2) await engine.run({ ...written, decoding: { ...GREEDY, way: 'beam', width: 3 } });
    if (kind === 3) await engine.run({ ...written, decoding: { ...GREEDY, way: 'sample', topP: 0.9 } });
    const refused = { code: 'bad-request' };
    if (kind === 4) await expect(engine.gradient(given, -1, 5)).rejects.toMatchObject(refused);
    if (kind === 5) await expect(engine.lens(given, [])).rejects.toMatchObject(refused);
    expect(engine.numTensors()).toBe(before);
  };
  const kinds = fc.integer({ min: 0, max: 5 });
  const changes = fc.array(change, { maxLength: 2 });
  await fc.assert(fc.asyncProperty(words(30), words(20), kinds, changes, holds), { numRuns: runs(60, 300) });
  engine.dispose();
  expect(engine.numTensors()).toBe(0);
});

it(`${RUNS} runs with random changes leave the number of tensors flat`, async () => {
  const engine = await engineFor(modelFromDisk('relu-scaled'), 'wasm');
  const before = engine.numTensors();
  const sources = [
    [5, 6, 7, 1],
    [9, 1],
  ];
  const holds = async (changes: Intervention[], which: number, target: number[] | null, late: boolean) => {
    // Two sentences, so that layers are taken over as well as computed.
    const request = { source: sources[which % 2] ?? [], target, stages: [], changes };
    const run = engine.run(request, late ? outdated : undefined);
    if (late) await expect(run).rejects.toMatchObject({ code: 'outdated' });
    else await run;
    expect(engine.numTensors()).toBe(before);
  };
  const targets = fc.option(words(8), { nil: null });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 4 }), fc.nat(), targets, fc.boolean(), holds),
    { numRuns: RUNS },
  );
  engine.dispose();
  expect(engine.numTensors()).toBe(0);
});

it('runs asked for at once are done one after the other', async () => {
  const engine = await engineFor(modelFromDisk('relu-scaled'), 'wasm');
  const before = engine.numTensors();
  const requests = [
    [3, 4, 1],
    [5, 1],
    [6, 7, 8, 9, 1],
  ].map((source) => ({ source, target: null, stages: [] }));
  const alone: RunResult['steps'][] = [];
  for (const request of requests) alone.push((await engine.run(request)).steps);
  const together = await Promise.all(requests.map((request) => engine.run(request)));
  expect(together.map(({ source }) => source)).toEqual(requests.map(({ source }) => source));
  together.forEach(({ steps }, i) => {
    expect(steps.map(({ id }) => id)).toEqual(alone[i]?.map(({ id }) => id));
  });
  expect(engine.numTensors()).toBe(before);
  engine.dispose();
});
