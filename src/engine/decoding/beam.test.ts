import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BeamNode,
  type BeamTree,
  type Decoding,
  type Engine,
  GREEDY,
  type Intervention,
} from '../../contract/index.ts';
import { modelFromDisk, readFixture } from '../../testing/fixtures.ts';
import { everyNth, runs } from '../../testing/long.ts';
import { change } from '../testing/arbitrary.ts';
import { engineFor } from '../testing/engineFor.ts';

/** Model, source ids, what Hugging Face's beam search of width 4 writes, and its mean log-probability. */
type Row = readonly [string, readonly number[], readonly number[], number];
const rows = everyNth(3, readFixture('beams.json') as Row[]);
const models = [...new Set(rows.map(([model]) => model))];
const beam: Decoding = { ...GREEDY, way: 'beam' };

const write = (engine: Engine, source: readonly number[], decoding = beam) =>
  engine.run({ source, target: null, stages: [], decoding });

const nodeAt = ({ steps }: BeamTree, step: number, place: number): BeamNode =>
  steps[step]?.[place] ?? { parent: -1, id: -1, score: Number.NaN, fate: 'dropped' };

/** The ids of a beginning, from the first on. */
function idsTo(tree: BeamTree, step: number, place: number): number[] {
  const node = nodeAt(tree, step, place);
  return step === 0 ? [node.id] : [...idsTo(tree, step - 1, node.parent), node.id];
}

it.each(models)('writes what Hugging Face writes: %s', async (model) => {
  const engine = await engineFor(modelFromDisk(model), 'wasm');
  const before = engine.numTensors();
  for (const [, source, expected, mean] of rows.filter(([name]) => name === model)) {
    const { steps, ended, beam: tree } = await write(engine, source);
    expect(steps.map(({ id }) => id)).toEqual(expected);
    expect(ended).toBe(expected.at(-1) === engine.info.endId);
    const [step, place] = tree?.chosen ?? [0, 0];
    expect(nodeAt(tree as BeamTree, step, place).score / (step + 1)).toBeCloseTo(mean, 4);
    expect(engine.numTensors()).toBe(before);
  }
  engine.dispose();
});

describe('the tree', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineFor(modelFromDisk('swish-forbidden'), 'cpu');
  });
  afterAll(() => engine.dispose());

  it.each([
    [1, 1],
    [2, 0.5],
    [4, 1],
    [4, 2],
    [7, 1],
  ])('of width %d at temperature %d hangs together', async (width, temperature) => {
    const decoding = { ...beam, width, temperature };
    for (const source of [
      [27, 76, 57, 0],
      [63, 71, 11, 81, 86, 0],
      [8, 0],
    ]) {
      const { decoderInput, steps, beam: tree } = await write(engine, source, decoding);
      if (!tree) throw new Error('no tree');
      tree.steps.forEach((nodes, step) => {
        const scores = nodes.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(nodes.length).toBeLessThanOrEqual(2 * width);
        expect(nodes.filter(({ fate }) => fate === 'kept').length).toBeLessThanOrEqual(width);
        for (const { parent, id, score } of nodes) {
          expect(engine.info.forbiddenIds).not.toContain(id);
          const origin = step === 0 ? null : nodeAt(tree, step - 1, parent);
          if (origin) expect(origin.fate).toBe('kept');
          expect(score).toBeLessThanOrEqual(origin?.score ?? 0);
        }
      });
      const [last, place] = tree.chosen;
      const ids = idsTo(tree, last, place);
      expect(steps.map(({ id }) => id)).toEqual(ids);
      expect(decoderInput.slice(1)).toEqual(ids.slice(0, -1));
      const means = tree.steps.flatMap((nodes, step) =>
        nodes.filter(({ fate }) => fate === 'ended').map(({ score }) => score / (step + 1)),
      );
      expect(nodeAt(tree, last, place).score / (last + 1)).toBe(Math.max(...means));
    }
  });

  it('has the scores that the same words have when they are given', async () => {
    const source = [63, 71, 11, 81, 86, 0];
    const decoding = { ...beam, temperature: 1.5 };
    const { beam: tree } = await write(engine, source, decoding);
    if (!tree) throw new Error('no tree');
    for (const place of tree.steps[2]?.keys() ?? []) {
      const target = idsTo(tree, 2, place);
      const { steps } = await engine.run({ source, target, stages: [], decoding });
      const told = steps.slice(0, 3).reduce((sum, { probability }) => sum + Math.log(probability), 0);
      expect(nodeAt(tree, 2, place).score).toBeCloseTo(told, 4);
    }
  });

  it('leaves patterns and steps that reading the same words gives', async () => {
    const source = [27, 76, 57, 65, 18, 0];
    const written = await write(engine, source);
    const target = written.decoderInput.slice(1);
    const read = await engine.run({ source, target, stages: [] });
    for (const [name, { data }] of read.frames) {
      const mine = written.frames.get(name)?.data ?? [];
      expect(mine.length).toBe(data.length);
      data.forEach((weight, i) => {
        expect(Math.abs(weight - (mine[i] ?? Number.NaN))).toBeLessThan(1e-5);
      });
    }
    target.forEach((_, row) => {
      expect(written.steps[row]?.probability).toBeCloseTo(read.steps[row]?.probability ?? -1, 5);
    });
  });

  it('of width 1 is greedy decoding', async () => {
    for (const source of [
      [27, 76, 57, 0],
      [63, 71, 11, 81, 86, 0],
      [8, 0],
      [30, 0],
    ]) {
      const greedy = await write(engine, source, GREEDY);
      const narrow = await write(engine, source, { ...beam, width: 1 });
      expect(narrow.steps.map(({ id }) => id)).toEqual(greedy.steps.map(({ id }) => id));
      expect([greedy.beam, narrow.beam?.steps.length]).toEqual([null, narrow.steps.length]);
    }
  });
});

it('whatever is changed, a beam of width 1 and a draw from one are greedy, a wide beam hangs together', async () => {
  const engine = await engineFor(modelFromDisk('gelu-odd-width'), 'wasm');
  const sources = fc.array(fc.integer({ min: 2, max: 52 }), { minLength: 1, maxLength: 6 });
  const holds = async (words: number[], changes: Intervention[]) => {
    const request = { source: [...words, engine.info.endId], target: null, stages: [], changes };
    const by = (decoding: Decoding) => engine.run({ ...request, decoding });
    const greedy = (await by(GREEDY)).steps.map(({ id }) => id);
    for (const decoding of [
      { ...beam, width: 1 },
      { ...GREEDY, way: 'sample' as const, topK: 1 },
    ])
      expect((await by(decoding)).steps.map(({ id }) => id)).toEqual(greedy);
    const { steps, beam: tree, frames } = await by({ ...beam, width: 3 });
    expect(steps.map(({ id }) => id)).toEqual(idsTo(tree as BeamTree, ...(tree?.chosen ?? [0, 0])));
    expect(frames.get('decoder.0.self.pattern')?.shape).toEqual([3, steps.length, steps.length]);
  };
  await fc.assert(fc.asyncProperty(sources, fc.array(change, { maxLength: 3 }), holds), {
    numRuns: runs(30, 150),
  });
  engine.dispose();
});

it('ends between two steps when it is overtaken, and frees everything', async () => {
  const [longest] = rows
    .filter(([name]) => name !== 'en-fr')
    .sort(([, , one], [, , other]) => other.length - one.length);
  const [model, source] = longest ?? ['', []];
  const engine = await engineFor(modelFromDisk(model), 'wasm');
  const before = engine.numTensors();
  let breaths = 0;
  const control = {
    breathe: async () => {
      breaths += 1;
    },
    isOutdated: () => breaths === 2,
  };
  const run = engine.run({ source, target: null, stages: [], decoding: beam }, control);
  await expect(run).rejects.toMatchObject({ code: 'outdated' });
  expect([breaths, engine.numTensors()]).toEqual([2, before]);
  engine.dispose();
});
