import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, EngineError, type RunRequest, type StageName } from '../contract/index.ts';
import { type Model, modelFromDisk } from '../testing/fixtures.ts';
import { createEngine } from './index.ts';
import { engineFor, WASM_PATH } from './testing/engineFor.ts';

const model = modelFromDisk('relu-scaled');
const { vocabulary, maxPositions, encoder, decoder, endId } = model.info;

describe('a request the model cannot answer', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await engineFor(model, 'wasm');
  });
  afterAll(() => engine.dispose());

  const sound: RunRequest = { source: [5, endId], target: [4], stages: [] };
  const many = (count: number) => new Array<number>(count).fill(5);
  const stage = (name: string) => ({ stages: [name as StageName] });

  const refused: [string, Partial<RunRequest>, string][] = [
    ['an empty source', { source: [] }, `source: expected 1 to ${maxPositions} ids, got 0`],
    [
      'a source that is too long',
      { source: many(maxPositions + 1) },
      `source: expected 1 to ${maxPositions} ids, got ${maxPositions + 1}`,
    ],
    [
      'a target that is too long',
      { target: many(maxPositions) },
      `target: expected at most ${maxPositions - 1} ids, got ${maxPositions}`,
    ],
    [
      'an id beyond the vocabulary',
      { source: [vocabulary] },
      `source: expected ids from 0 to ${vocabulary - 1}, got ${vocabulary}`,
    ],
    ['a negative id', { target: [-1] }, `target: expected ids from 0 to ${vocabulary - 1}, got -1`],
    ['half an id', { source: [2.5] }, `source: expected ids from 0 to ${vocabulary - 1}, got 2.5`],
    [
      'an id that is no number',
      { source: [Number.NaN] },
      `source: expected ids from 0 to ${vocabulary - 1}, got NaN`,
    ],
    [
      'a stage that is none',
      stage('encoder.0.scores'),
      'stages: expected a stage name, got "encoder.0.scores"',
    ],
    [
      'an encoder layer too high',
      stage(`encoder.${encoder.layers}.input`),
      `stages: expected a layer below ${encoder.layers}, got encoder.${encoder.layers}.input`,
    ],
    [
      'a decoder layer too high',
      stage(`decoder.${decoder.layers}.cross.q`),
      `stages: expected a layer below ${decoder.layers}, got decoder.${decoder.layers}.cross.q`,
    ],
    [
      'stages of a target not yet known',
      { target: null, ...stage('logits') },
      'stages: expected none, or a given target, got 1 without a target',
    ],
    [
      'a change that is none',
      { changes: [{ type: 'scale', kind: 'encoder', layer: 0, heads: [0.5], factor: 1 }] },
      'changes[0].heads: expected whole numbers from 0, or null, got 0.5',
    ],
  ];

  it.each(refused)('%s', async (_, part, text) => {
    const before = engine.numTensors();
    const run = engine.run({ ...sound, ...part });
    await expect(run).rejects.toThrow(`run: ${text}`);
    await expect(run).rejects.toBeInstanceOf(EngineError);
    await expect(run).rejects.toMatchObject({ code: 'bad-request' });
    expect(engine.numTensors()).toBe(before);
  });

  it('leaves the engine usable', async () => {
    expect((await engine.run(sound)).decoderInput).toEqual([model.info.startId, 4]);
  });
});

/** The model with some of its parameters replaced. */
function altered(change: (parameters: Map<string, { shape: number[]; data: Float32Array }>) => void): Model {
  const parameters = new Map(
    [...model.parameters].map(([name, { shape, data }]) => [name, { shape: [...shape], data: data.slice() }]),
  );
  change(parameters);
  return { ...model, parameters };
}

describe('parameters that do not fit the config', () => {
  const name = 'model.decoder.layers.0.fc1.weight';
  it.each([
    ['missing', altered((parameters) => parameters.delete(name)), 'no such parameter'],
    [
      'of another shape',
      altered((parameters) => parameters.set(name, { shape: [2, 3], data: new Float32Array(6) })),
      '[2,3]',
    ],
  ])('%s', async (_, broken, got) => {
    const opened = engineFor(broken, 'wasm');
    const expected = `[${model.info.decoder.feedForward},${model.info.width}]`;
    await expect(opened).rejects.toThrow(`loadMarian: ${name}: expected ${expected}, got ${got}`);
    await expect(opened).rejects.toMatchObject({ code: 'shape' });
  });
});

describe('numbers that are none', () => {
  /** NaN in the embedding of one word, so that only sentences with it are spoilt. */
  const spoilt = altered((parameters) => {
    parameters.get('model.shared.weight')?.data.fill(Number.NaN, 7 * model.info.width, 8 * model.info.width);
  });

  it('name their stage, free everything, and leave the engine usable', async () => {
    const engine = await engineFor({ ...spoilt, parameters: withOwnOutput(spoilt) }, 'wasm');
    const before = engine.numTensors();
    for (let i = 0; i < 3; i++) {
      const run = engine.run({ source: [7, endId], target: null, stages: [] });
      await expect(run).rejects.toThrow(
        /: encoder\.0\.self\.pattern: expected finite numbers, got NaN at \d+$/,
      );
      await expect(run).rejects.toMatchObject({ code: 'not-finite' });
      expect(engine.numTensors()).toBe(before);
    }
    expect((await engine.run({ source: [5, endId], target: null, stages: [] })).steps.length).toBeGreaterThan(
      0,
    );
    engine.dispose();
    expect(engine.numTensors()).toBe(0);
  });

  it('are told of every backend when no sentence can do without them', async () => {
    const hopeless = altered((parameters) => parameters.get('final_logits_bias')?.data.fill(Number.NaN));
    const opened = createEngine({ ...hopeless, backend: 'wasm', golden: null, wasmPath: WASM_PATH });
    await expect(opened).rejects.toMatchObject({ code: 'backend' });
    await expect(opened).rejects.toThrow(/wasm: makeFrame: logits: expected finite numbers, got NaN/);
  });

  /** An output matrix of its own, without the spoilt word. */
  function withOwnOutput({ parameters }: Model): Model['parameters'] {
    const sound = model.parameters.get('model.shared.weight');
    if (!sound) throw new Error('relu-scaled shares its embeddings');
    return new Map([...parameters, ['lm_head.weight', sound]]);
  }
});
