import { type Tensor, engine as tensorflow } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunControl, type RunRequest, siteOf } from '../../contract/index.ts';
import { modelFromDisk } from '../../testing/fixtures.ts';
import { architectureOf, type LoadedModel } from '../architectures/index.ts';
import { numTensors, startBackend } from '../backends/backend.ts';
import { type Device, hostDevice, padded } from '../backends/device.ts';
import { WASM_PATH } from '../testing/engineFor.ts';
import { runModel } from './generate.ts';

const { info, parameters } = modelFromDisk('relu-scaled');
const request: RunRequest = { source: [5, 9, 12, info.endId], target: null, stages: [] };

let device: Device;
let model: LoadedModel;
beforeAll(async () => {
  device = await startBackend('cpu', { wasmPath: WASM_PATH, allowSoftwareWebgl: false });
  model = architectureOf(info).load(parameters, info, null);
});
afterAll(() => model.dispose());

const run = (
  over: Partial<RunRequest> = {},
  draft: readonly number[] = [],
  on: Device = device,
  control?: RunControl,
) => runModel({ model, info, device: on, cache: null }, { ...request, ...over }, draft, control);

describe('a run', () => {
  it('counts what it did', async () => {
    const { steps, counts, timings } = await run();
    const written = steps.length;
    expect(counts).toEqual({
      draftAccepted: 0,
      steps: written - 1,
      passes: written + 1,
      encoderLayers: info.encoder.layers,
      reads: written,
      programs: 0,
    });
    const { encoderMs, decoderMs, readbackMs, totalMs } = timings;
    expect(encoderMs + decoderMs + readbackMs).toBeCloseTo(totalMs, 6);
  });

  it('takes its own translation over as a draft in two passes and one read', async () => {
    const plain = await run();
    const drafted = await run({}, plain.decoderInput.slice(1));
    expect(drafted.counts).toMatchObject({
      draftAccepted: plain.decoderInput.length - 1,
      steps: 0,
      passes: 2,
      reads: 1,
    });
    expect(drafted.steps.map(({ id }) => id)).toEqual(plain.steps.map(({ id }) => id));
  });

  it('takes the ids that may not be written from the model: they are uploaded once, not by every run', async () => {
    const runKernel = vi.spyOn(tensorflow(), 'runKernel');
    for (let i = 0; i < 2; i++) await run({}, [], { ...device, stepsPerRead: 3 });
    const calls = runKernel.mock.calls.filter(([kernel]) => kernel === 'HeadlightLikeliest');
    expect(calls.length).toBeGreaterThan(1);
    const forbiddenMask = new Set(calls.map(([, inputs]) => (inputs.forbiddenMask as Tensor).dataId));
    expect([...forbiddenMask]).toEqual([model.forbiddenMask.dataId]);
  });

  it('gives a step for each row the decoder read, and every pattern', async () => {
    const { source, decoderInput, steps, frames, ended } = await run({ target: [7, 8] });
    expect(source).toEqual(request.source);
    expect(decoderInput).toEqual([info.startId, 7, 8]);
    expect(steps.map(({ id }) => id)).toEqual([7, 8, info.endId]);
    expect(ended).toBe(true);
    const [encoder, decoder] = [siteOf(info, 'encoder'), siteOf(info, 'decoder')];
    expect(frames.size).toBe(encoder.layers + 2 * decoder.layers);
    expect(frames.get('encoder.0.self.pattern')?.shape).toEqual([encoder.heads, 4, 4]);
    expect(frames.get('decoder.0.self.pattern')?.shape).toEqual([decoder.heads, 3, 3]);
    expect(frames.get('decoder.0.cross.pattern')?.shape).toEqual([decoder.heads, 3, 4]);
  });

  it('gives the stages asked for and no helper besides', async () => {
    const { frames } = await run({ target: [7], stages: ['probabilities', 'decoder.0.cross.k'] });
    expect(frames.get('probabilities')?.shape).toEqual([2, info.vocabulary]);
    expect(frames.get('decoder.0.cross.k')?.shape[1]).toBe(4);
    expect(frames.has('logits')).toBe(false);
  });

  it('says of each word what the probabilities say', async () => {
    const { frames, steps } = await run({ target: [7, 8], stages: ['probabilities'] });
    const data = frames.get('probabilities')?.data ?? [];
    steps.forEach(({ id, probability, best }, row) => {
      const of = (each: number) => data[row * info.vocabulary + each];
      expect(probability).toBeCloseTo(of(id) ?? Number.NaN, 6);
      for (const each of best) expect(each.probability).toBeCloseTo(of(each.id) ?? Number.NaN, 6);
      expect(best[0]?.probability).toBeCloseTo(
        Math.max(...data.slice(row * info.vocabulary, (row + 1) * info.vocabulary)),
        6,
      );
    });
  });
});

describe('a run whose decoder looks ahead', () => {
  const source = [39, 22, 15, 10, 10, 33, info.endId];
  const changes = [
    { type: 'mask', kind: 'decoder', layer: null, heads: null, mask: 'none', size: 1 },
  ] as const;

  it('writes word by word, each with a pass over all words so far, whatever the draft', async () => {
    const plain = await run({ source, changes });
    const written = plain.steps.length;
    expect(written).toBeGreaterThan(2);
    expect(plain.counts).toMatchObject({
      draftAccepted: 0,
      steps: written - 1,
      passes: written + 1,
      reads: written,
    });
    const drafted = await run({ source, changes }, plain.decoderInput.slice(1));
    expect(drafted.steps).toEqual(plain.steps);
    expect(drafted.counts).toEqual(plain.counts);
  });

  it('shows patterns above the diagonal, of the whole target', async () => {
    const { frames, decoderInput } = await run({ source, changes });
    const { shape, data } = frames.get('decoder.0.self.pattern') ?? { shape: [], data: [] };
    const rows = decoderInput.length;
    expect(shape).toEqual([siteOf(info, 'decoder').heads, rows, rows]);
    expect(data[rows - 1]).toBeGreaterThan(0);
  });

  it('takes each word before the ones that follow it are there', async () => {
    const { decoderInput, steps } = await run({ source, changes });
    for (let t = 0; t < steps.length; t++) {
      const { steps: seen } = await run({ source, changes, target: decoderInput.slice(1, t + 1) });
      expect(seen[t]?.best[0]?.id).toBe(steps[t]?.id);
    }
  });

  it('can be overtaken between two words', async () => {
    let breaths = 0;
    const breathe = async () => {
      breaths += 1;
    };
    const control: RunControl = { breathe, isOutdated: () => breaths === 2 };
    await expect(run({ source, changes }, [], device, control)).rejects.toMatchObject({ code: 'outdated' });
  });
});

describe('a run that is overtaken', () => {
  it('ends between two steps, and frees everything', async () => {
    const before = numTensors();
    let breaths = 0;
    const control: RunControl = {
      breathe: async () => {
        breaths += 1;
      },
      isOutdated: () => breaths === 1,
    };
    await expect(run({}, [], device, control)).rejects.toMatchObject({ code: 'outdated' });
    await expect(run({}, [], device, { ...control, isOutdated: () => true })).rejects.toThrow(
      'run: request: expected the newest, got an older one',
    );
    expect(breaths).toBe(1);
    expect(numTensors()).toBe(before);
  });
});

describe('a device that has lost its memory', () => {
  it('reads zeros, which no pattern can be', async () => {
    const before = numTensors();
    const zeros: Device = {
      ...device,
      read: async (tensors) => tensors.map(({ size }) => new Float32Array(size)),
    };
    const lost = run({ target: [7] }, [], zeros);
    await expect(lost).rejects.toMatchObject({ code: 'context-lost' });
    await expect(lost).rejects.toThrow('run: encoder.0.self.pattern: expected rows that sum to 1, got 0');
    expect(numTensors()).toBe(before);
  });
});

describe('padded', () => {
  it('rounds up to the device’s multiple', () => {
    const wide = { ...hostDevice('cpu'), rowMultiple: 16 };
    expect([1, 16, 17].map((length) => padded(wide, length))).toEqual([16, 16, 32]);
    expect(padded(hostDevice('wasm'), 17)).toBe(17);
  });
});
