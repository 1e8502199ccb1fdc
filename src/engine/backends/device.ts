import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { findBackend, type Tensor } from '@tensorflow/tfjs-core';
import type { BackendName, RunControl } from '../../contract/index.ts';
import { readWebgl } from './readWebgl.ts';
import type { WebglBackend } from './webgl.ts';

/** The running backend, as far as passes must know it. */
export interface Device {
  readonly name: BackendName;
  /** Rows of a sentence are padded to a multiple of this: on webgl every new shape compiles new shaders. */
  readonly rowMultiple: number;
  /** Decoding steps between two reads: a read on webgl waits for the GPU, so arg-max stays there for some steps. */
  readonly stepsPerRead: number;
  /**
   * All tensors' numbers, in order, by one read; good until `freeReads`. The tensors stay. @throws EngineError
   * `context-lost`; `outdated` while a GPU is waited for
   */
  read(tensors: readonly Tensor[], control?: RunControl): Promise<Float32Array[]>;
  /** What was read may be overwritten from now on; a run begins with it. */
  freeReads(): void;
  /** Reads and programs since the last call. */
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
 * more than the copy. What is read stays until `free`.
 */
function pooledReader(): { read(tensor: Tensor): Float32Array; free(): void } {
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
    free: () => {
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
    freeReads: () => pooled?.free(),
    takeCounts: () => {
      const counts = { reads, programs: 0 };
      reads = 0;
      return counts;
    },
    isLost: () => false,
  };
}

/** webgl: one read brings all tensors. */
export function webglDevice(backend: WebglBackend): Device {
  let reads = 0;
  let taken = backend.programs;
  return {
    name: 'webgl',
    rowMultiple: 16,
    stepsPerRead: 6,
    read: (tensors, control) => {
      reads += 1;
      return readWebgl(backend, tensors, control);
    },
    // Each read makes arrays of its own.
    freeReads: () => {},
    isLost: () => backend.gpgpu.gl.isContextLost(),
    takeCounts: () => {
      const counts = { reads, programs: backend.programs - taken };
      reads = 0;
      taken = backend.programs;
      return counts;
    },
  };
}
