import { setBackend } from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import type { Purpose, RunRequest, SimdChoice } from '../contract/index.ts';
import { modelFromDisk } from '../testing/fixtures.ts';
import { createEngine } from './createEngine.ts';
import { engineFor, WASM_PATH } from './testing/engineFor.ts';

vi.mock(import('@tensorflow/tfjs-core'), async (original) => {
  const tensorflow = await original();
  return { ...tensorflow, setBackend: vi.fn(tensorflow.setBackend) };
});

const model = modelFromDisk('relu-scaled');
const { endId } = model.info;

describe('drafts', () => {
  const typed: RunRequest = { source: [5, 9, 12, endId], target: null, stages: [] };
  const other: RunRequest = { source: [3, 7, endId], target: null, stages: [] };

  it.each<Purpose>(['unchanged', 'peek'])(
    'a run for `%s` leaves the draft of what is typed alone',
    async (purpose) => {
      const engine = await engineFor(model, 'wasm');
      const { decoderInput } = await engine.run(typed);
      await engine.run({ ...other, purpose });
      const again = await engine.run(typed);
      expect(again.counts.draftAccepted).toBe(decoderInput.length - 1);
      const besides = await engine.run({ ...other, purpose });
      expect(besides.counts.draftAccepted).toBe(besides.decoderInput.length - 1);
      engine.dispose();
    },
  );

  it('the first run for another purpose begins with what is typed', async () => {
    const engine = await engineFor(model, 'wasm');
    const { decoderInput } = await engine.run(typed);
    const { counts } = await engine.run({ ...typed, purpose: 'peek' });
    expect(counts.draftAccepted).toBe(decoderInput.length - 1);
    engine.dispose();
  });
});

describe('wasm that does not start', () => {
  const options = { ...model, golden: null, wasmPath: WASM_PATH } as const;
  const failing = (times: number) => {
    for (let i = 0; i < times; i++) vi.mocked(setBackend).mockResolvedValueOnce(false);
  };

  it('is started again: its file may not have come', async () => {
    failing(1);
    const engine = await createEngine({ ...options, backend: 'auto' });
    expect(engine.backend()).toMatchObject({ name: 'wasm', because: 'measured', trials: [{ name: 'wasm' }] });
    engine.dispose();
  });

  it('is left at last for the next backend, and tried once more when nobody waits', async () => {
    failing(3);
    const engine = await createEngine({ ...options, backend: 'auto' });
    const first = engine.backend();
    expect(first).toMatchObject({ name: 'cpu', because: 'measured' });
    expect(first.trials.map(({ name, medianMs }) => [name, medianMs !== null])).toEqual([
      ['wasm', false],
      ['webgl', false],
      ['cpu', true],
    ]);
    await engine.settle();
    const { trials } = engine.backend();
    expect(trials.map(({ name }) => name)).toEqual(['wasm', 'webgl', 'cpu', 'wasm']);
    expect(trials.at(-1)?.medianMs).toBeGreaterThan(0);
    await engine.settle();
    expect(engine.backend().trials).toEqual(trials);
    engine.dispose();
    expect(engine.numTensors()).toBe(0);
  });
});

it('runs without loops of its own in WebAssembly where it is told to, with the same numbers', async () => {
  const request: RunRequest = { source: [5, 9, 12, endId], target: [7, 8], stages: [] };
  const framesWith = async (simd: SimdChoice) => {
    const engine = await createEngine({ ...model, backend: 'wasm', golden: null, wasmPath: WASM_PATH, simd });
    const { frames } = await engine.run(request);
    engine.dispose();
    return frames;
  };
  const [without, plain] = [await framesWith('none'), await framesWith('plain')];
  for (const [name, { data }] of plain) {
    const other = without.get(name)?.data ?? [];
    for (const [i, value] of data.entries())
      expect(Math.abs(value - (other[i] ?? Number.NaN))).toBeLessThan(1e-5);
  }
});
