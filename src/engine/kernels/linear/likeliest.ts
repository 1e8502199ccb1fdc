import type { Tensor } from '@tensorflow/tfjs-core';
import { defineKernel, dim, type HostKernel, input, runKernel, type ShaderKernel } from '../kernel.ts';
import { runShader } from '../shaderWebgl.ts';

const KERNEL = 'HeadlightLikeliest';

const host: HostKernel = (memory, inputs) => {
  const [logits, forbiddenMask] = [input(inputs, 'logits'), input(inputs, 'forbiddenMask')];
  const out = memory.make([1]);
  const [values, bars, to] = [memory.view(logits), memory.view(forbiddenMask), memory.view(out)];
  let best = -1;
  for (let id = 0; id < values.length; id++) {
    if (bars[id] !== 0) continue;
    if (best < 0 || (values[id] as number) > (values[best] as number)) best = id;
  }
  to[0] = Math.max(best, 0);
  return [out];
};

/** Each group's best id, or −1. */
const WINNERS = `
      float winnerOf(int group) {
        int best = -1;
        float top = 0.0;
        for (int id = group * size; id < min((group + 1) * size, vocabulary); id++) {
          float value = oneLogits(0, 0, id);
          bool higher = best < 0 || value > top;
          if (higher && oneForbidden(0, 0, id) == 0.0) { best = id; top = value; }
        }
        return float(best);
      }
      vec4 four(int b, int r, int c) { return vec4(winnerOf(c), winnerOf(c + 1), 0.0, 0.0); }`;

/** The best of these. */
const WINNER = `
      vec4 four(int b, int r, int c) {
        int best = -1;
        float top = 0.0;
        for (int group = 0; group < groups; group++) {
          int id = int(floor(oneWinners(0, 0, group) + 0.5));
          if (id < 0) continue;
          float value = oneLogits(0, 0, id);
          if (best < 0 || value > top) { best = id; top = value; }
        }
        return vec4(float(max(best, 0)), 0.0, 0.0, 0.0);
      }`;

/** Each group's best id first, then the best of these: two short loops instead of one over the vocabulary. */
const shader: ShaderKernel = (backend, inputs) => {
  const [logits, forbiddenMask] = [input(inputs, 'logits'), input(inputs, 'forbiddenMask')];
  const vocabulary = dim(logits, 2);
  const groups = Math.ceil(Math.sqrt(vocabulary));
  const numbers = { vocabulary, groups, size: Math.ceil(vocabulary / groups) };
  const winners = runShader(backend, {
    inputs: { Logits: logits, Forbidden: forbiddenMask },
    shape: [groups],
    numbers,
    code: WINNERS,
  });
  const winner = runShader(backend, {
    inputs: { Logits: logits, Winners: winners },
    shape: [1],
    numbers,
    code: WINNER,
  });
  backend.disposeIntermediateTensorInfo(winners);
  return [winner];
};

defineKernel(KERNEL, host, shader);

/**
 * The id with the largest logit that is not forbiddenMask, the first of equals, without leaving the device.
 * @param logits [1, 1, V]
 * @param forbiddenMask [V]: 0 where an id may be chosen
 * @returns [1], a whole number as float32
 */
export function likeliest(logits: Tensor, forbiddenMask: Tensor): Tensor {
  return runKernel(KERNEL, { logits, forbiddenMask }, {})[0] as Tensor;
}
