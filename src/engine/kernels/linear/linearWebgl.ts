import type { Tensor } from '@tensorflow/tfjs-core';
import type { Activation } from '../../../contract/index.ts';
import { defineWebglKernel, dim, input, runKernel } from '../kernel.ts';
import { ACTIVATION_CODE } from '../norm/activation.ts';
import { oncePer, runShader } from '../shaderWebgl.ts';

const KERNEL = 'HeadlightLinearWebgl';

/** @param blocks of two columns of x each */
const codeFor = oncePer((activation: Activation | 'linear', blocks: number) => {
  const act = activation === 'linear' ? 'sum' : 'vec4(act(sum.x), act(sum.y), act(sum.z), act(sum.w))';
  return `${activation === 'linear' ? '' : ACTIVATION_CODE[activation]}
    vec4 four(int b, int t, int c) {
      vec4 sum = fourBias(0, 0, c).xyxy;
      int y = t >> 1;
      int x = c >> 1;
      for (int i = 0; i < ${blocks}; i++) {
        vec4 a = blockX(0, y, i);
        vec4 w = blockWeight(0, i, x);
        sum += a.xxzz * w.xyxy + a.yyww * w.zwzw;
      }
      return ${act};
    }`;
});

defineWebglKernel(KERNEL, (backend, inputs, attributes) => {
  const [x, weight, bias] = [input(inputs, 'x'), input(inputs, 'weight'), input(inputs, 'bias')];
  const code = codeFor(attributes.activation as Activation | 'linear', Math.ceil(dim(x, 2) / 2));
  const textures = { X: x, Weight: weight, Bias: bias };
  return [runShader(backend, { inputs: textures, shape: [1, dim(x, 1), dim(weight, 2)], code })];
});

/**
 * x·W + b, and an activation where asked, in one program whose code does not depend on the number of rows: TF.js's
 * own is compiled anew for each.
 * @param x [1, T, In]
 * @param weight [1, In, Out]
 * @param bias [Out]
 * @returns [1, T, Out]
 */
export function linearOnWebgl(
  x: Tensor,
  weight: Tensor,
  bias: Tensor,
  activation: Activation | 'linear',
): Tensor {
  return runKernel(KERNEL, { x, weight, bias }, { activation })[0] as Tensor;
}
