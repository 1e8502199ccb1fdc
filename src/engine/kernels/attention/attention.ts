import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { AttentionPlan } from '../../changes/plan.ts';
import { defineKernel, dim, runKernel } from '../kernel.ts';
import { attentionOnHost } from './attentionHost.ts';
import { attentionOnWebgl } from './attentionWebgl.ts';

const KERNEL = 'HeadlightAttention';

defineKernel(KERNEL, attentionOnHost, attentionOnWebgl);

/** Where the heads lie in the packed projections, and which keys a query may read. */
export interface AttentionShape {
  /** H */
  readonly heads: number;
  /** Dh */
  readonly headWidth: number;
  /** First column of q in `queries`, of k and v in `keysValues`. */
  readonly qColumn: number;
  readonly kColumn: number;
  readonly vColumn: number;
  /** Position of the first query row: row t stands at `queryStart` + t. */
  readonly queryStart: number;
  /** S: keys from here on are padding and get no weight. */
  readonly keyLength: number;
  /** A query reads only keys at its own position and before. */
  readonly causal: boolean;
}

export interface AttentionResult {
  /** q·k ÷ √Dh, or times another factor, before any mask: [H, T, C]; zero in padding. Null unless asked for. */
  readonly scores: Tensor | null;
  /** α̂: [H, T, C]; rows sum to 1, but for changes; exactly 0 where masked or padding. */
  readonly pattern: Tensor;
  /** b of every head side by side, before W^O: [1, T, D] */
  readonly joined: Tensor;
}

/**
 * Scaled dot-product attention of all heads at once (paper, section 3.2): α = q·k ÷ √Dh, mask, softmax over the
 * keys, Σ α̂·v. The softmax subtracts the row's maximum first, so that no score overflows.
 * @param queries [1, T, ≥ D] with q from `qColumn` on
 * @param keysValues [1, C, ≥ D] with k and v from their columns on; C ≥ S
 * @param plan of the rows and keys that are no padding; its heads off are `switchHeadsOff`'s matter
 */
export function attention(
  queries: Tensor,
  keysValues: Tensor,
  shape: AttentionShape,
  withScores: boolean,
  plan: AttentionPlan | null = null,
): AttentionResult {
  const changed = plan && !plan.readsAsEver ? changedInputs(plan, queries, keysValues, shape) : {};
  const outputs = runKernel(KERNEL, { queries, keysValues, ...changed }, { ...shape, withScores });
  const [pattern, joined, scores] = outputs as [Tensor, Tensor, Tensor | undefined];
  return { pattern, joined, scores: scores ?? null };
}

/** A plan on the device: factors [1, 1, H]; cells [H, T, C], open in padding. */
function changedInputs(
  { factors, cells }: AttentionPlan,
  queries: Tensor,
  keysValues: Tensor,
  { heads, keyLength }: AttentionShape,
): Record<'factors' | 'cells', Tensor> {
  const [capacity, keyCapacity] = [dim(queries, 1), dim(keysValues, 1)];
  const rows = cells.length / (heads * keyLength);
  const padded = new Float32Array(heads * capacity * keyCapacity);
  for (let h = 0; h < heads; h++) {
    for (let t = 0; t < rows; t++) {
      const from = (h * rows + t) * keyLength;
      padded.set(cells.subarray(from, from + keyLength), (h * capacity + t) * keyCapacity);
    }
  }
  return {
    factors: tensor(Float32Array.from(factors), [1, 1, heads], 'float32'),
    cells: tensor(padded, [heads, capacity, keyCapacity], 'float32'),
  };
}
