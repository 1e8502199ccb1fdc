import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { concat, reshape, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { type BackendName, EngineError } from '../contract/index.ts';

/** A read that takes longer has lost its GPU: after a lost context TF.js's reads never return. */
const READ_LIMIT_MS = 5000;

/** The running backend, as far as passes must know it. */
export interface Device {
  readonly name: BackendName;
  /** Rows of a sentence are padded to a multiple of this: on webgl every new shape compiles new shaders. */
  readonly rowMultiple: number;
  /** Decoding steps between two reads: a read on webgl waits for the GPU, so arg-max stays there for some steps. */
  readonly stepsPerRead: number;
  /** All tensors' numbers, in order, by one read. The tensors stay. @throws EngineError `context-lost` */
  read(tensors: readonly Tensor[]): Promise<Float32Array[]>;
  /** Reads and programs since the last call. */
  takeCounts(): { reads: number; programs: number };
}

/** A length padded for this device. */
export function padded(device: Device, length: number): number {
  return Math.ceil(length / device.rowMultiple) * device.rowMultiple;
}

/** cpu and wasm: memory is at hand, a read is a copy, and nothing needs packing. */
export function hostDevice(name: 'wasm' | 'cpu'): Device {
  let reads = 0;
  return {
    name,
    rowMultiple: 1,
    stepsPerRead: 1,
    read: async (tensors) => {
      reads += 1;
      return tensors.map((tensor) => tensor.dataSync() as Float32Array);
    },
    takeCounts: () => {
      const counts = { reads, programs: 0 };
      reads = 0;
      return counts;
    },
  };
}

/** Counts the shader programs a WebGL backend starts. */
function countPrograms(backend: MathBackendWebGL): () => number {
  let programs = 0;
  const { gpgpu } = backend;
  const execute = gpgpu.executeProgram.bind(gpgpu);
  gpgpu.executeProgram = () => {
    programs += 1;
    execute();
  };
  return () => {
    const taken = programs;
    programs = 0;
    return taken;
  };
}

async function withinLimit<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new EngineError('context-lost', 'read', 'webgl', `an answer within ${READ_LIMIT_MS} ms`, 'none'),
      );
    }, READ_LIMIT_MS);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** webgl: one packed tensor is read for all. */
export function webglDevice(backend: MathBackendWebGL): Device {
  let reads = 0;
  const takePrograms = countPrograms(backend);
  return {
    name: 'webgl',
    rowMultiple: 16,
    stepsPerRead: 6,
    read: async (tensors) => {
      reads += 1;
      const packed = pack(tensors);
      try {
        const all = (await withinLimit(packed.data())) as Float32Array;
        if (backend.gpgpu.gl.isContextLost()) {
          throw new EngineError('context-lost', 'read', 'webgl', 'a living context', 'a lost one');
        }
        return unpack(all, tensors);
      } finally {
        packed.dispose();
      }
    },
    takeCounts: () => {
      const counts = { reads, programs: takePrograms() };
      reads = 0;
      return counts;
    },
  };
}

/** All tensors' numbers one after the other, on the device: [Σ sizes]. */
function pack(tensors: readonly Tensor[]): Tensor {
  return tidy(() => concat(tensors.map((tensor) => reshape(tensor, [tensor.size]))));
}

function unpack(all: Float32Array, tensors: readonly Tensor[]): Float32Array[] {
  let at = 0;
  return tensors.map((tensor) => {
    at += tensor.size;
    return all.subarray(at - tensor.size, at);
  });
}
