import { tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect } from 'vitest';
import { startBackend } from '../backends/backend.ts';
import { type Device, hostDevice } from '../backends/device.ts';
import { scoped } from '../run/scope.ts';
import { WASM_PATH } from './engineFor.ts';

/** Tests of one operation, on cpu and on wasm. */
export function onHosts(name: string, tests: () => void): void {
  describe.each(['cpu', 'wasm'] as const)(`${name} on %s`, (backend) => {
    beforeAll(async () => {
      await startBackend(backend, { wasmPath: WASM_PATH, allowSoftwareWebgl: false });
    });
    tests();
  });
}

/** Runs an operation and reads what it gives; its tensors are freed. */
export function numbersOf(operation: () => Parameters<Device['read']>[0]): Promise<Float32Array[]> {
  return scoped(async () => {
    const outputs = operation();
    // On cpu a read gives the memory itself, which goes with the tensor.
    return (await hostDevice('cpu').read(outputs)).map((data) => data.slice());
  });
}

/** A float32 tensor of these numbers. */
export const of = (shape: number[], numbers: ArrayLike<number>) =>
  tensor(Float32Array.from(numbers), shape, 'float32');

/** Every number within `limit` of what is expected; NaN is within none. */
export function expectClose(
  got: ArrayLike<number> | undefined,
  expected: ArrayLike<number> | undefined,
  limit: number,
): void {
  expect(got?.length).toBe(expected?.length);
  for (let i = 0; i < (expected?.length ?? 0); i++) {
    expect(Math.abs((got?.[i] ?? Number.NaN) - (expected?.[i] ?? Number.NaN)), `at ${i}`).toBeLessThanOrEqual(
      limit,
    );
  }
}
