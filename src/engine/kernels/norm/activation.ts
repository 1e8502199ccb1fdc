import type { Tensor } from '@tensorflow/tfjs-core';
import type { Activation } from '../../../contract/index.ts';
import { defineKernel, dim, type HostKernel, input, runKernel, type ShaderKernel } from '../kernel.ts';
import { oncePer, runShader } from '../shaderWebgl.ts';

/** Activations that TF.js's fused product does not know. */
export type SmoothActivation = Exclude<Activation, 'relu'>;

const KERNEL = 'HeadlightActivation';

// Abramowitz and Stegun, formula 7.1.26: |error| < 1.5e-7.
const ERF = { p: 0.3275911, a: [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429] } as const;

function erf(x: number): number {
  const [a1, a2, a3, a4, a5] = ERF.a;
  const t = 1 / (1 + ERF.p * Math.abs(x));
  const tail = ((((a5 * t + a4) * t + a3) * t + a2) * t + a1) * t * Math.exp(-x * x);
  return Math.sign(x) * (1 - tail);
}

const FORMULAE: Record<SmoothActivation, (x: number) => number> = {
  swish: (x) => x / (1 + Math.exp(-x)),
  gelu: (x) => 0.5 * x * (1 + erf(x * Math.SQRT1_2)),
};

/** `act(x)` in a shader's code. */
export const ACTIVATION_CODE: Readonly<Record<Activation, string>> = {
  relu: 'float act(float x) { return max(x, 0.0); }',
  // Some drivers take no infinity: exp(-x) stays below float32's end.
  swish: 'float act(float x) { return x / (1.0 + exp(min(-x, 80.0))); }',
  gelu: `float act(float x) {
    float z = x * ${Math.SQRT1_2};
    float t = 1.0 / (1.0 + ${ERF.p} * abs(z));
    float tail = ((((${ERF.a[4]} * t + (${ERF.a[3]})) * t + ${ERF.a[2]}) * t + (${ERF.a[1]})) * t + ${ERF.a[0]})
      * t * exp(-z * z);
    return 0.5 * x * (1.0 + sign(z) * (1.0 - tail));
  }`,
};

const host: HostKernel = (memory, inputs, attributes) => {
  const x = input(inputs, 'x');
  const formula = FORMULAE[attributes.activation as SmoothActivation];
  const out = memory.make([...x.shape]);
  const [from, to] = [memory.view(x), memory.view(out)];
  for (let i = 0; i < from.length; i++) to[i] = formula(from[i] as number);
  return [out];
};

const codeFor = oncePer(
  (activation: SmoothActivation) => `${ACTIVATION_CODE[activation]}
    vec4 four(int b, int t, int c) {
      vec4 x = fourX(b, t, c);
      return vec4(act(x.x), act(x.y), act(x.z), act(x.w));
    }`,
);

const shader: ShaderKernel = (backend, inputs, attributes) => {
  const x = input(inputs, 'x');
  const code = codeFor(attributes.activation as SmoothActivation);
  return [runShader(backend, { inputs: { X: x }, shape: [1, dim(x, 1), dim(x, 2)], code })];
};

defineKernel(KERNEL, host, shader);

/** Swish x·σ(x), or the exact GELU x·Φ(x), element by element. @param x [1, T, F] */
export function activate(x: Tensor, activation: SmoothActivation): Tensor {
  return runKernel(KERNEL, { x }, { activation })[0] as Tensor;
}
