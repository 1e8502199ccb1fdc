import { tensor1d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { WASM_PATH } from '../testing/engineFor.ts';
import { startBackend } from './backend.ts';

it('what was read stays until the next run begins, whoever asks for counts meanwhile', async () => {
  const device = await startBackend('wasm', { wasmPath: WASM_PATH, allowSoftwareWebgl: false });
  const [first, second] = [tensor1d([1, 2, 3]), tensor1d([7, 8, 9])];
  device.takeCounts();
  const [read] = await device.read([first]);
  expect(device.takeCounts()).toEqual({ reads: 1, programs: 0 });
  await device.read([second]);
  expect(read).toEqual(Float32Array.of(1, 2, 3));
  first.dispose();
  second.dispose();
});
