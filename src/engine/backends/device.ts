import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { findBackend, type Tensor } from '@tensorflow/tfjs-core';
import type { BackendName } from '../../contract/index.ts';
import { readWebgl } from './readWebgl.ts';

/** The running backend, as far as passes must know it. */
export interface Device {
  readonly name: BackendName;
  /** Rows of a sentence are padded to a multiple of this: on webgl every new shape compiles new shaders. */
  readonly rowMultiple: number;
  /** Decoding steps between two reads: a read on webgl waits for the GPU, so arg-max stays there for some steps. */
  readonly stepsPerRead: number;
  /**
   * All tensors' numbers, in order, by one read; good until `takeCounts`. The tensors stay. @throws EngineError
   * `context-lost`
   */
  read(tensors: readonly Tensor[]): Promise<Float32Array[]>;
  /** Reads and programs since the last call; a run begins and ends with it. */
  takeCounts(): { reads: number; programs: number };
  /** True when the GPU took its memory away; nothing that was on it can be read again. */
  isLost(): boolean;
}

/** A length padded for this device. */
export function padded(device: Device, length: number): number {
  return Math.ceil(length / device.rowMultiple) * device.rowMultiple;
}

/** Numbers one run reads back as a rule: the logits of two dozen rows, and their patterns. */
const POOL_NUMBERS = 1 << 18;

/**
 * Copies tensors out of wasm's memory into one array that lives on: fresh megabytes at every key cost the browser
 * more than the copy. What is read stays until `reset`.
 */
function pooledReader(): { read(tensor: Tensor): Float32Array; reset(): void } {
  const pool = new Float32Array(POOL_NUMBERS);
  let used = 0;
  return {
    read: (tensor) => {
      const backend = findBackend('wasm') as BackendWasm;
      if (used + tensor.size > pool.length) return tensor.dataSync() as Float32Array;
      const place = pool.subarray(used, used + tensor.size);
      place.set(backend.typedArrayFromHeap(tensor) as Float32Array);
      used += tensor.size;
      return place;
    },
    reset: () => {
      used = 0;
    },
  };
}

/** cpu and wasm: memory is at hand, a read is a copy, and nothing needs packing. */
export function hostDevice(name: 'wasm' | 'cpu'): Device {
  let reads = 0;
  const pooled = name === 'wasm' ? pooledReader() : null;
  return {
    name,
    rowMultiple: 1,
    stepsPerRead: 1,
    read: async (tensors) => {
      reads += 1;
      return tensors.map((tensor) => pooled?.read(tensor) ?? (tensor.dataSync() as Float32Array));
    },
    takeCounts: () => {
      const counts = { reads, programs: 0 };
      pooled?.reset();
      reads = 0;
      return counts;
    },
    isLost: () => false,
  };
}

/** Shader programs each backend has started since it was first asked. */
const started = new WeakMap<MathBackendWebGL, { programs: number }>();

function meterOf(backend: MathBackendWebGL): { programs: number } {
  const known = started.get(backend);
  if (known) return known;
  const meter = { programs: 0 };
  const { gpgpu } = backend;
  const execute = gpgpu.executeProgram.bind(gpgpu);
  gpgpu.executeProgram = () => {
    meter.programs += 1;
    execute();
  };
  started.set(backend, meter);
  return meter;
}

/** webgl: one read brings all tensors. */
export function webglDevice(backend: MathBackendWebGL): Device {
  let reads = 0;
  const meter = meterOf(backend);
  let taken = meter.programs;
  return {
    name: 'webgl',
    rowMultiple: 16,
    stepsPerRead: 6,
    read: (tensors) => {
      reads += 1;
      return readWebgl(backend, tensors);
    },
    isLost: () => backend.gpgpu.gl.isContextLost(),
    takeCounts: () => {
      const counts = { reads, programs: meter.programs - taken };
      reads = 0;
      taken = meter.programs;
      return counts;
    },
  };
}
