import { type Tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AttentionKind, Engine, Intervention, RunRequest } from '../../contract/index.ts';
import { modelFromDisk } from '../../testing/fixtures.ts';
import { architectureOf } from '../architectures/index.ts';
import { numTensors, startBackend } from '../backends/backend.ts';
import { closeSession } from '../backends/trials.ts';
import { Plans } from '../changes/plans.ts';
import { engineFor, WASM_PATH } from '../testing/engineFor.ts';
import { runModel } from './generate.ts';
import { PassCache, StackCache, type StackKey, stackKey } from './passCache.ts';
import type { BackendSession } from './run.ts';
import { scoped } from './scope.ts';

/** Three layers against two. */
const model = modelFromDisk('relu-odd-heads');
const LAYERS = model.info.encoder.layers;

const off = (layer: number, head = 0, kind: AttentionKind = 'encoder'): Intervention => ({
  type: 'off',
  kind,
  layer,
  heads: [head],
  way: 'zero',
});

let engine: Engine;
beforeAll(async () => {
  engine = await engineFor(model, 'wasm');
});
afterAll(() => engine.dispose());

const sentence = { source: [5, 6, 7, model.info.endId], target: [8, 9, 10], stages: [] } as const;

/** Encoder layers that a run of these changes computes. */
const layersFor = async (changes: readonly Intervention[], over: Partial<RunRequest> = {}) =>
  (await engine.run({ ...sentence, changes, ...over })).counts.encoderLayers;

describe('a change in layer n', () => {
  let other = 11;
  beforeEach(async () => {
    // Another sentence: nothing is known of this one.
    other += 1;
    await layersFor([], { source: [other, model.info.endId] });
    await layersFor([off(0)], { source: [other, model.info.endId] });
    expect(await layersFor([])).toBe(LAYERS);
  });

  it('is computed from layer n on', async () => {
    for (let n = 0; n < LAYERS; n++) expect(await layersFor([off(n)])).toBe(LAYERS - n);
  });

  it('and taken back is computed not at all, time and again', async () => {
    expect(await layersFor([off(1)])).toBe(LAYERS - 1);
    for (let i = 0; i < 3; i++) {
      expect(await layersFor([])).toBe(0);
      expect(await layersFor([off(1)])).toBe(0);
    }
  });

  it('beside other changes costs what it costs alone', async () => {
    expect(await layersFor([off(0), off(2)])).toBe(LAYERS);
    expect(await layersFor([off(0), off(2, 1)])).toBe(1);
    expect(await layersFor([off(0)])).toBe(1);
  });

  it('that makes no difference, or is the decoder’s, leaves the encoder alone', async () => {
    expect(await layersFor([off(99), off(0, 99), off(0, 0, 'decoder')])).toBe(0);
    expect(await layersFor([{ type: 'positions', part: 'decoder', way: 'off', by: 0, seed: 0 }])).toBe(0);
    expect(await layersFor([{ type: 'positions', part: 'encoder', way: 'off', by: 0, seed: 0 }])).toBe(
      LAYERS,
    );
  });

  it('is computed from the lowest layer on whose stages are asked for', async () => {
    expect(await layersFor([], { stages: ['encoder.2.self.q'] })).toBe(LAYERS - 2);
    expect(await layersFor([], { stages: ['encoder.2.self.q', 'encoder.1.self.headOutput'] })).toBe(
      LAYERS - 1,
    );
    expect(
      await layersFor([], { stages: ['encoder.0.input', 'encoder.1.output', 'decoder.0.cross.k'] }),
    ).toBe(0);
  });

  it('of a sentence with an id exchanged is computed in full', async () => {
    expect(await layersFor([], { source: [5, 6, 8, model.info.endId] })).toBe(LAYERS);
  });
});

describe('the decoder', () => {
  const { info, parameters } = model;
  const layers = info.decoder.layers;
  let session: BackendSession & { readonly cache: PassCache };
  beforeAll(async () => {
    const device = await startBackend('cpu', { wasmPath: WASM_PATH, allowSoftwareWebgl: false });
    session = {
      info,
      device,
      model: architectureOf(info).load(parameters, info, null),
      cache: new PassCache(),
    };
  });
  afterAll(() => closeSession(session));

  /** Decoder layers that a pass with these changes over this target would take over. */
  const known = (changes: readonly Intervention[], target: readonly number[] = sentence.target) => {
    const plans = new Plans(changes, info);
    const source = session.cache.encoder.find(stackKey(plans, info, sentence.source, null));
    if (source?.layers !== info.encoder.layers) return 0;
    const key = stackKey(plans, info, [info.startId, ...target], source.key);
    return session.cache.decoder.find(key)?.layers ?? 0;
  };

  it('takes over the layers below a change, over the same source and target', async () => {
    await scoped(async () => {
      await runModel(session, sentence, []);
      expect(known([])).toBe(layers);
      for (let n = 0; n < layers; n++) {
        expect(known([off(n, 0, 'decoder')])).toBe(n);
        expect(known([off(n, 0, 'cross')])).toBe(n);
      }
      expect(known([off(0)]), 'another encoder').toBe(0);
      expect(known([], [8, 9])).toBe(0);
      expect(known([], [8, 9, 11])).toBe(0);
    });
  });

  it('is remembered changed and unchanged, but not with a head that gives its mean', async () => {
    await scoped(async () => {
      const changes = [off(1, 0, 'decoder')];
      await runModel(session, { ...sentence, changes }, []);
      expect([known([]), known(changes)]).toEqual([layers, layers]);
      const mean = { ...off(1, 0, 'cross'), way: 'mean' } as Intervention;
      await runModel(session, { ...sentence, changes: [mean] }, []);
      expect([known([]), known(changes), known([mean])]).toEqual([layers, layers, 1]);
    });
  });
});

it('holds as many tensors after its first pass as after any other, and none in the end', () => {
  const cache = new StackCache<{ readonly inputs: readonly Tensor[] }>();
  const key = (ids: readonly number[], way: 'off' | null): StackKey => ({
    ids,
    over: null,
    positions: way && { type: 'positions', part: 'encoder', way, by: 0, seed: 0 },
    plans: [[null], [null]],
  });
  const before = numTensors();
  const remember = (of: StackKey) => tidy(() => cache.store(of, { inputs: [zeros([1]), zeros([1])] }));
  remember(key([1], null));
  const first = numTensors();
  expect(first).toBeGreaterThan(before);
  for (const of of [key([2], null), key([2], 'off'), key([3], 'off'), key([2], 'off'), key([4], null)]) {
    remember(of);
    cache.sweep();
    expect(tidy(() => cache.find(of)?.layers)).toBe(2);
    expect(numTensors()).toBe(first);
  }
  cache.dispose();
  expect(numTensors()).toBe(before);
});
