import type { Tensor } from '@tensorflow/tfjs-core';
import {
  defineKernel,
  dim,
  type HostKernel,
  input,
  packedProgram,
  runKernel,
  type ShaderKernel,
} from './kernels.ts';

const KERNEL = 'HeadlightAddNorm';

/** PyTorch's LayerNorm default, which Marian keeps. */
const EPSILON = 1e-5;

const host: HostKernel = (memory, inputs) => {
  const x = input(inputs, 'x');
  const [rows, width] = [dim(x, 1), dim(x, 2)];
  const out = memory.make([1, rows, width]);
  const [a, b] = [memory.view(x), memory.view(input(inputs, 'residual'))];
  const [gain, bias, to] = [
    memory.view(input(inputs, 'gain')),
    memory.view(input(inputs, 'bias')),
    memory.view(out),
  ];
  if (memory.simd) {
    memory.simd.addNorm({ x: a, residual: b, gain, bias, out: to }, rows, width, EPSILON);
    return [out];
  }
  for (let t = 0; t < rows; t++) {
    const row = t * width;
    let sum = 0;
    for (let d = 0; d < width; d++) {
      const value = (a[row + d] as number) + (b[row + d] as number);
      to[row + d] = value;
      sum += value;
    }
    const mean = sum / width;
    let squares = 0;
    for (let d = 0; d < width; d++) {
      const off = (to[row + d] as number) - mean;
      squares += off * off;
    }
    const scale = 1 / Math.sqrt(squares / width + EPSILON);
    for (let d = 0; d < width; d++) {
      to[row + d] = ((to[row + d] as number) - mean) * scale * (gain[d] as number) + (bias[d] as number);
    }
  }
  return [out];
};

const shader: ShaderKernel = (backend, inputs) => {
  const x = input(inputs, 'x');
  const [rows, width] = [dim(x, 1), dim(x, 2)];
  // One texel holds two rows (xy and zw) by two columns: both rows' moments are summed at once.
  const program = packedProgram(
    ['X', 'Residual', 'Gain', 'Bias'],
    [1, rows, width],
    [],
    `vec4 sumAt(int t, int d) { return getX(0, t, d) + getResidual(0, t, d); }
    void main() {
      ivec3 rc = getOutputCoords();
      vec2 mean = vec2(0.0);
      for (int d = 0; d < ${width}; d += 2) {
        vec4 v = sumAt(rc.y, d);
        mean += v.xz;
        if (d + 1 < ${width}) mean += v.yw;
      }
      mean /= ${width}.0;
      vec2 squares = vec2(0.0);
      for (int d = 0; d < ${width}; d += 2) {
        vec4 off = sumAt(rc.y, d) - mean.xxyy;
        squares += off.xz * off.xz;
        if (d + 1 < ${width}) squares += off.yw * off.yw;
      }
      vec2 scale = inversesqrt(squares / ${width}.0 + ${EPSILON.toExponential()});
      vec2 gain = vec2(getChannel(getGain(rc.z), rc.z), 0.0);
      vec2 bias = vec2(getChannel(getBias(rc.z), rc.z), 0.0);
      bool second = rc.z + 1 < ${width};
      if (second) {
        gain.y = getChannel(getGain(rc.z + 1), rc.z + 1);
        bias.y = getChannel(getBias(rc.z + 1), rc.z + 1);
      }
      vec4 result = (sumAt(rc.y, rc.z) - mean.xxyy) * scale.xxyy * gain.xyxy + bias.xyxy;
      if (!second) result.yw = vec2(0.0);
      if (rc.y + 1 >= ${rows}) result.zw = vec2(0.0);
      setOutput(result);
    }`,
  );
  const operands = ['x', 'residual', 'gain', 'bias'].map((name) => input(inputs, name));
  return [backend.runWebGLProgram(program, operands, 'float32')];
};

defineKernel(KERNEL, host, shader);

/** Gain and bias [D] of a layer normalisation. */
export interface Norm {
  readonly gain: Tensor;
  readonly bias: Tensor;
}

/**
 * Add & Norm, post-norm as in the paper (section 3.1): LayerNorm(x + residual) over the last axis.
 * @param x [1, T, D], the sub-layer's output
 * @param residual [1, T, D], its input
 * @returns [1, T, D]
 */
export function addNorm(x: Tensor, residual: Tensor, norm: Norm): Tensor {
  return runKernel(KERNEL, { x, residual, gain: norm.gain, bias: norm.bias }, {})[0] as Tensor;
}
