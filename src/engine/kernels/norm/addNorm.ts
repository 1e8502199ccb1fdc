import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel, dim, type HostKernel, input, runKernel, type ShaderKernel } from '../kernel.ts';
import { oncePer, runShader } from '../shaderWebgl.ts';

const KERNEL = 'HeadlightAddNorm';

/** PyTorch's LayerNorm default. */
export const EPSILON = 1e-5;

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

// A texel holds two rows (xy and zw) by two columns: both rows' moments are summed at once. Beyond an odd width stand
// zeros, which leave the mean alone and add mean² to the squares.
const codeFor = oncePer(
  (width: number) => `
    vec4 sumAt(int y, int x) { return blockX(0, y, x) + blockResidual(0, y, x); }
    vec4 four(int b, int t, int c) {
      int y = t >> 1;
      int x = c >> 1;
      vec2 mean = vec2(0.0);
      for (int i = 0; i < ${Math.ceil(width / 2)}; i++) {
        vec4 v = sumAt(y, i);
        mean += v.xz + v.yw;
      }
      mean /= ${width}.0;
      vec2 squares = vec2(0.0);
      for (int i = 0; i < ${Math.ceil(width / 2)}; i++) {
        vec4 off = sumAt(y, i) - mean.xxyy;
        squares += off.xz * off.xz + off.yw * off.yw;
      }
      ${width % 2 === 0 ? '' : 'squares -= mean * mean;'}
      vec2 scale = inversesqrt(squares / ${width}.0 + ${EPSILON.toExponential()});
      vec4 standard = (sumAt(y, x) - mean.xxyy) * scale.xxyy;
      return standard * blockGain(0, 0, x).xyxy + blockBias(0, 0, x).xyxy;
    }`,
);

const shader: ShaderKernel = (backend, inputs) => {
  const x = input(inputs, 'x');
  const [rows, width] = [dim(x, 1), dim(x, 2)];
  const textures = {
    X: x,
    Residual: input(inputs, 'residual'),
    Gain: input(inputs, 'gain'),
    Bias: input(inputs, 'bias'),
  };
  return [runShader(backend, { inputs: textures, shape: [1, rows, width], code: codeFor(width) })];
};

defineKernel(KERNEL, host, shader);

/** Gain and bias [D] of a layer normalisation. */
export interface LayerNorm {
  readonly gain: Tensor;
  readonly bias: Tensor;
}

/**
 * Add & Norm, post-norm as in the paper (section 3.1): LayerNorm(x + residual) over the last axis.
 * @param x [1, T, D], the sub-layer's output
 * @param residual [1, T, D], its input
 * @returns [1, T, D]
 */
export function addNorm(x: Tensor, residual: Tensor, norm: LayerNorm): Tensor {
  return runKernel(KERNEL, { x, residual, gain: norm.gain, bias: norm.bias }, {})[0] as Tensor;
}
