import type { Tensor } from '@tensorflow/tfjs-core';
import {
  attribute,
  defineKernel,
  dim,
  type HostKernel,
  input,
  runKernel,
  type ShaderKernel,
} from './kernel.ts';
import { runShader } from './shaderWebgl.ts';

const KERNEL = 'HeadlightWriteRows';

const host: HostKernel = (memory, inputs, attributes) => {
  const [cache, rows] = [input(inputs, 'cache'), input(inputs, 'rows')];
  const [oldCapacity, width] = [dim(cache, 1), dim(cache, 2)];
  const capacity = attribute(attributes, 'capacity');
  const out = memory.make([1, capacity, width]);
  const to = memory.view(out);
  to.set(memory.view(cache).subarray(0, Math.min(capacity, oldCapacity) * width));
  to.fill(0, Math.min(capacity, oldCapacity) * width);
  to.set(memory.view(rows), attribute(attributes, 'start') * width);
  return [out];
};

const CODE = `
    vec2 rowOf(int t, int c) {
      int row = t - start;
      bool isNew = row >= 0 && row < count;
      if (!isNew && t >= oldCapacity) return vec2(0.0);
      vec4 block = isNew ? fourRows(0, row, c) : fourCache(0, t, c);
      return ((isNew ? row : t) & 1) == 0 ? block.xy : block.zw;
    }
    vec4 four(int b, int t, int c) { return vec4(rowOf(t, c), rowOf(t + 1, c)); }`;

const shader: ShaderKernel = (backend, inputs, attributes) => {
  const [cache, rows] = [input(inputs, 'cache'), input(inputs, 'rows')];
  return [
    runShader(backend, {
      inputs: { Cache: cache, Rows: rows },
      shape: [1, attribute(attributes, 'capacity'), dim(cache, 2)],
      numbers: { start: attribute(attributes, 'start'), count: dim(rows, 1), oldCapacity: dim(cache, 1) },
      code: CODE,
    }),
  ];
};

defineKernel(KERNEL, host, shader);

/**
 * A copy of the key/value cache with new rows in it; what lies beyond the old cache is zero.
 * @param cache [1, C, W]
 * @param rows [1, n, W]; start + n ≤ capacity
 * @returns [1, capacity, W]
 */
export function writeRows(cache: Tensor, rows: Tensor, start: number, capacity: number): Tensor {
  return runKernel(KERNEL, { cache, rows }, { start, capacity })[0] as Tensor;
}
