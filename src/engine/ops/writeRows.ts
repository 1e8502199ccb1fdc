import type { Tensor } from '@tensorflow/tfjs-core';
import {
  attribute,
  defineKernel,
  dim,
  type HostKernel,
  input,
  packedProgram,
  runKernel,
  type ShaderKernel,
} from './kernels.ts';

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

const shader: ShaderKernel = (backend, inputs, attributes) => {
  const [cache, rows] = [input(inputs, 'cache'), input(inputs, 'rows')];
  const [oldCapacity, width, count] = [dim(cache, 1), dim(cache, 2), dim(rows, 1)];
  const capacity = attribute(attributes, 'capacity');
  const program = packedProgram(
    ['Cache', 'Rows'],
    [1, capacity, width],
    ['start'],
    `float at(int t, int d) {
      if (t >= ${capacity} || d >= ${width}) return 0.0;
      int row = t - start;
      if (row >= 0 && row < ${count}) return getChannel(getRows(0, row, d), vec2(row, d));
      return t < ${oldCapacity} ? getChannel(getCache(0, t, d), vec2(t, d)) : 0.0;
    }
    void main() {
      ivec3 rc = getOutputCoords();
      setOutput(vec4(at(rc.y, rc.z), at(rc.y, rc.z + 1), at(rc.y + 1, rc.z), at(rc.y + 1, rc.z + 1)));
    }`,
  );
  return [backend.runWebGLProgram(program, [cache, rows], 'float32', [[attribute(attributes, 'start')]])];
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
