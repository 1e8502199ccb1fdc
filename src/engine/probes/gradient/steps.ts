import {
  add,
  customGrad,
  div,
  erf,
  type GradSaveFunc,
  logSoftmax,
  matMul,
  mean,
  mul,
  relu,
  reshape,
  sigmoid,
  softmax,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor3D,
  transpose,
} from '@tensorflow/tfjs';
import type { Activation } from '../../../contract/index.ts';
import type { Linear } from '../../kernels/linear/linear.ts';
import { EPSILON, type LayerNorm } from '../../kernels/norm/addNorm.ts';
import type { AttentionRules } from './rules.ts';

/*
 * The steps of the forward pass in TF.js's own operations, which it can differentiate on every backend; our kernels
 * it cannot. Only such operations are used whose gradients have kernels on wasm too: no `gather`.
 */

/** x·W + b. @param x [1, T, In] @returns [1, T, Out] */
export function affine(x: Tensor, { weight, bias }: Linear): Tensor {
  return add(matMul(x, weight), bias);
}

/** @param x of any shape */
export function activated(x: Tensor, activation: Activation): Tensor {
  if (activation === 'relu') return relu(x);
  if (activation === 'swish') return mul(x, sigmoid(x));
  return mul(mul(x, 0.5), add(erf(mul(x, Math.SQRT1_2)), 1));
}

/** LayerNorm(x + residual) over the last axis. @param x [1, T, D] */
export function addedAndNormed(x: Tensor, residual: Tensor, { gain, bias }: LayerNorm): Tensor {
  const total = add(x, residual);
  const centred = sub(total, mean(total, -1, true));
  const deviation = sqrt(add(mean(square(centred), -1, true), EPSILON));
  return add(mul(div(centred, deviation), gain), bias);
}

/** [1, T, D] to [H, T, Dh] */
export function splitHeads(x: Tensor, heads: number): Tensor {
  const [, rows = 0, width = 0] = x.shape;
  return transpose(reshape(x, [rows, heads, width / heads]), [1, 0, 2]);
}

/** [H, T, Dh] to [1, T, D] */
function joinHeads(x: Tensor): Tensor {
  const [heads = 0, rows = 0, headWidth = 0] = x.shape;
  return reshape(transpose(x, [1, 0, 2]), [1, rows, heads * headWidth]);
}

/**
 * Attention of all heads by its rules; `nudge` is added to the weights that come of it.
 * @param q [H, T, Dh] @param k, v [H, S, Dh] @param nudge [H, T, S]
 * @returns `pattern` [H, T, S], and the heads' outputs side by side [1, T, D]
 */
export function attended(
  { q, k, v }: { readonly q: Tensor; readonly k: Tensor; readonly v: Tensor },
  { factors, barrier, kept, mix }: AttentionRules,
  nudge: Tensor,
): { readonly pattern: Tensor; readonly joined: Tensor } {
  const scores = mul(matMul(q, k, false, true), factors); // [H, T, S]
  const pattern = add(mul(softmax(add(scores, barrier)), kept), nudge); // [H, T, S]
  const heard = matMul(pattern as Tensor3D, v as Tensor3D); // [H, T, Dh]
  return { pattern, joined: joinHeads(mix ? matMul(mix as Tensor3D, heard) : heard) };
}

/**
 * log P of one id. Its derivative is told apart from logSoftmax's: where the id is almost certain, 1 − P would lose
 * its digits, so it is the sum of all others.
 * @param logits [1, 1, V] @param wanted [1, 1, V]: 1 at the id, else 0
 */
export function logProbability(logits: Tensor, wanted: Tensor): Tensor {
  const operation = customGrad((x: Tensor | GradSaveFunc, save: Tensor | GradSaveFunc) => {
    (save as GradSaveFunc)([x as Tensor, wanted]);
    const value = sum(mul(logSoftmax(x as Tensor), wanted));
    const gradFunc = (dy: Tensor, [saved, id]: Tensor[]): Tensor => {
      const others = mul(softmax(saved as Tensor), sub(1, id as Tensor));
      return mul(dy, sub(mul(id as Tensor, sum(others)), others));
    };
    return { value, gradFunc };
  });
  return operation(logits);
}
