import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import {
  engine,
  type NamedAttrMap,
  registerKernel,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { type Simd, sharedSimd } from './simd/simd.ts';

/*
 * Our own TF.js kernels. An operation of ours is one kernel per backend: plain loops over the backend's own memory on
 * `cpu` and `wasm` (TF.js's small ops cost 3-6 µs each there, one loop costs less than two of them), one or a few
 * shader programs on `webgl` (where every program counts).
 */

type Attributes = Readonly<Record<string, number | boolean | string>>;
type Inputs = Readonly<Record<string, TensorInfo>>;

/**
 * Memory of a backend that computes on the CPU. Views go stale when memory grows: make all outputs first, then view.
 */
export interface HostMemory {
  /** SIMD loops, where this backend may use them. */
  readonly simd: Simd | null;
  make(shape: number[]): TensorInfo;
  view(tensor: TensorInfo): Float32Array;
}

export type HostKernel = (memory: HostMemory, inputs: Inputs, attributes: Attributes) => TensorInfo[];
export type ShaderKernel = (
  backend: MathBackendWebGL,
  inputs: Inputs,
  attributes: Attributes,
) => TensorInfo[];

function cpuMemory(backend: MathBackendCPU): HostMemory {
  return {
    // cpu is the plain backend the others are checked against: no SIMD there.
    simd: null,
    make: (shape) => {
      const size = shape.reduce((n, d) => n * d, 1);
      return backend.makeTensorInfo(shape, 'float32', new Float32Array(size));
    },
    view: (tensor) => backend.data.get(tensor.dataId).values as Float32Array,
  };
}

/** wasm memory from malloc is not zeroed, unlike the CPU's: a kernel writes every element of its outputs. */
function wasmMemory(backend: BackendWasm): HostMemory {
  return {
    simd: sharedSimd(),
    make: (shape) => backend.makeOutput(shape, 'float32'),
    view: (tensor) => backend.typedArrayFromHeap(tensor) as Float32Array,
  };
}

const registered = new Set<string>();

/** Registers an operation that only wasm has. */
export function defineWasmKernel(kernelName: string, kernel: HostKernel): void {
  registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) =>
      kernel(wasmMemory(backend as BackendWasm), inputs as Inputs, attrs as unknown as Attributes),
  });
}

/** Registers an operation that only webgl has. */
export function defineWebglKernel(kernelName: string, kernel: ShaderKernel): void {
  registerKernel({
    kernelName,
    backendName: 'webgl',
    kernelFunc: ({ inputs, backend, attrs }) =>
      kernel(backend as MathBackendWebGL, inputs as Inputs, attrs as unknown as Attributes),
  });
}

/** Registers one operation for all three backends; a second call with the same name does nothing. */
export function defineKernel(kernelName: string, host: HostKernel, shader: ShaderKernel): void {
  if (registered.has(kernelName)) return;
  registered.add(kernelName);
  registerKernel({
    kernelName,
    backendName: 'cpu',
    kernelFunc: ({ inputs, backend, attrs }) =>
      host(cpuMemory(backend as MathBackendCPU), inputs as Inputs, attrs as Attributes),
  });
  registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) =>
      host(wasmMemory(backend as BackendWasm), inputs as Inputs, attrs as Attributes),
  });
  defineWebglKernel(kernelName, shader);
}

/** Runs a kernel of ours on the current backend. */
export function runKernel(name: string, inputs: Record<string, Tensor>, attributes: Attributes): Tensor[] {
  return engine().runKernel(name, inputs, attributes as unknown as NamedAttrMap) as unknown as Tensor[];
}

/** A number or flag of a kernel call. */
export function attribute(attributes: Attributes, name: string): number {
  return Number(attributes[name]);
}

/** An input of a kernel call. */
export function input(inputs: Inputs, name: string): TensorInfo {
  const tensor = inputs[name];
  if (!tensor) throw new TypeError(`kernel input ${name} is missing`);
  return tensor;
}

/** Size of one axis. */
export function dim(tensor: { readonly shape: readonly number[] }, axis: number): number {
  const size = tensor.shape[axis];
  if (size === undefined) throw new TypeError(`axis ${axis} of [${tensor.shape}] is missing`);
  return size;
}
