import { engine, getBackend, type Tensor } from '@tensorflow/tfjs-core';
import type { Activation } from '../../../contract/index.ts';
import { attribute, defineWasmKernel, dim, input, runKernel } from '../kernel.ts';
import { activate } from '../norm/activation.ts';
import type { PackedWeights } from '../simd/types.ts';
import { linearOnWebgl } from './linearWebgl.ts';

/** A learned affine map: weight [1, In, Out] and bias [Out]. */
export interface Linear {
  readonly weight: Tensor;
  readonly bias: Tensor;
  /** The same in our SIMD memory; null where that is not used. */
  readonly packed: PackedWeights | null;
}

const KERNEL = 'HeadlightLinear';

/** Below this, TF.js's own product is the faster one. */
const FEWEST_ROWS = 2;

defineWasmKernel(KERNEL, (memory, inputs, attributes) => {
  if (!memory.simd) throw new TypeError('a packed product without SIMD');
  const x = input(inputs, 'x');
  const n = (name: string) => attribute(attributes, name);
  const map = { panels: n('panels'), bias: n('bias'), inner: n('inner'), columns: n('columns') };
  const out = memory.make([1, dim(x, 1), map.columns]);
  memory.simd.product(memory.view(x), dim(x, 1), map, attributes.relu === true, memory.view(out));
  return [out];
});

/**
 * x·W + b, and an activation where asked: in one kernel, but for the smooth ones on cpu and wasm.
 *
 * The weight comes last and untransposed, and all tensors have rank 3, because only then TF.js's wasm backend takes its
 * fast dense product (24 GFLOPS against 4 for a batched one). With several rows and fused multiply-add our own does 37.
 * @param x [1, T, In]
 * @returns [1, T, Out]
 */
export function linear(x: Tensor, map: Linear, activation: Activation | 'linear' = 'linear'): Tensor {
  if (getBackend() === 'webgl') return linearOnWebgl(x, map.weight, map.bias, activation);
  if (activation === 'swish' || activation === 'gelu') return activate(linear(x, map), activation);
  if (map.packed && dim(x, 1) >= FEWEST_ROWS) {
    return runKernel(KERNEL, { x }, { ...map.packed, relu: activation === 'relu' })[0] as Tensor;
  }
  return engine().runKernel(
    '_FusedMatMul',
    { a: x, b: map.weight, bias: map.bias },
    { transposeA: false, transposeB: false, activation, leakyreluAlpha: 0 },
  ) as Tensor;
}

/** x·W alone: the bare matrix product, for measuring. */
export function product(x: Tensor, weight: Tensor): Tensor {
  return engine().runKernel(
    'BatchMatMul',
    { a: x, b: weight },
    { transposeA: false, transposeB: false },
  ) as Tensor;
}
