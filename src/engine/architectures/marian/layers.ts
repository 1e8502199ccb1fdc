import type { Tensor } from '@tensorflow/tfjs-core';
import {
  type AttentionKind,
  type AttentionStage,
  attentionStage,
  isWriting,
  type ModelInfo,
  type Part,
  siteOf,
} from '../../../contract/index.ts';
import type { AttentionPlan } from '../../changes/plan.ts';
import type { Plans } from '../../changes/plans.ts';
import { attention } from '../../kernels/attention/attention.ts';
import { isReplaced, switchHeadsOff } from '../../kernels/attention/switchOff.ts';
import { linear } from '../../kernels/linear/linear.ts';
import { addNorm } from '../../kernels/norm/addNorm.ts';
import { writeRows } from '../../kernels/writeRows.ts';
import type { Recorder } from '../../run/recorder.ts';
import type { LayerCache } from '../architecture.ts';
import type {
  CrossAttentionWeights,
  DecoderLayerWeights,
  EncoderLayerWeights,
  FeedForwardWeights,
  SelfAttentionWeights,
} from './weights.ts';

/* The layers of Marian; marian.ts has the stacks. Shapes at the line ends are without padding. */

/** Where a layer's stages are noted, how many of its rows are words, and what is changed in it. */
export interface LayerPlace {
  readonly part: Part;
  readonly layer: number;
  readonly info: ModelInfo;
  readonly recorder: Recorder;
  readonly plans: Plans;
  /** T */
  readonly rows: number;
  /** Position of the first row. */
  readonly start: number;
}

interface AttentionStages {
  readonly queries: Tensor;
  readonly keysValues: Tensor;
  readonly qColumn: number;
  readonly kColumn: number;
  readonly vColumn: number;
  readonly scores: Tensor | null;
  readonly pattern: Tensor;
  readonly joined: Tensor;
  readonly attentionOutput: Tensor;
  readonly afterAttention: Tensor;
}

function noteAttention(place: LayerPlace, kind: AttentionKind, keys: number, stages: AttentionStages): void {
  const { recorder, rows } = place;
  const name = (stage: AttentionStage) => attentionStage(kind, place.layer, stage);
  const { heads, headWidth } = siteOf(place.info, kind);
  const layout = (column: number) => ({ as: 'heads' as const, heads, headWidth, column });
  recorder.record(name('q'), stages.queries, layout(stages.qColumn), rows);
  recorder.record(name('k'), stages.keysValues, layout(stages.kColumn), keys);
  recorder.record(name('v'), stages.keysValues, layout(stages.vColumn), keys);
  if (stages.scores) recorder.record(name('scores'), stages.scores, { as: 'cells' }, rows, keys);
  recorder.record(name('pattern'), stages.pattern, { as: 'cells' }, rows, keys);
  recorder.record(name('headOutput'), stages.joined, layout(0), rows);
  recorder.record(name('attentionOutput'), stages.attentionOutput, { as: 'rows' }, rows);
  recorder.record(name('afterAttention'), stages.afterAttention, { as: 'rows' }, rows);
}

/** What attention reads: q of the rows, k and v of the keys, and where in these tensors they lie. */
interface Sources {
  readonly queries: Tensor;
  readonly keysValues: Tensor;
  readonly keys: number;
  readonly columns: { readonly qColumn: number; readonly kColumn: number; readonly vColumn: number };
}

interface Attended {
  readonly x: Tensor;
  readonly pattern: Tensor;
  /** [1, C, D], before W^O and before heads are switched off, of all rows so far; null where no head gives its mean. */
  readonly heads: Tensor | null;
}

/**
 * Of the heads' outputs those that are off replaced. @param earlier the heads' outputs of the rows before, where a
 * mean is wanted
 */
function replaceHeads(
  { start, rows }: LayerPlace,
  kind: AttentionKind,
  joined: Tensor,
  { off }: AttentionPlan,
  earlier: { readonly heads: Tensor | null; readonly capacity: number },
): { joined: Tensor; heads: Tensor | null } {
  const means = off.includes('mean');
  const { heads: before, capacity } = earlier;
  const heads = means && before ? writeRows(before, joined, start, capacity) : joined; // [S, D]
  const over = { start, count: start + rows, running: isWriting(kind) };
  return { joined: switchHeadsOff(joined, heads, off, over), heads: means ? heads : null };
}

/** Heads' attention, W^O, Add & Norm. */
function attend(
  at: LayerPlace,
  kind: AttentionKind,
  x: Tensor,
  { columns, ...sources }: Sources,
  weights: SelfAttentionWeights | CrossAttentionWeights,
  earlier: { readonly heads: Tensor | null; readonly capacity: number } = { heads: null, capacity: 0 },
): Attended {
  const { heads, headWidth, causal } = siteOf(at.info, kind);
  const shape = { heads, headWidth, ...columns, queryStart: at.start, keyLength: sources.keys, causal };
  const over = { queryStart: at.start, rows: at.rows, keys: sources.keys };
  const plan = at.plans.attention(kind, at.layer, over);
  const withScores = at.recorder.wants(attentionStage(kind, at.layer, 'scores'));
  const heard = attention(sources.queries, sources.keysValues, shape, withScores, plan); // [H, T, S], [T, D]
  const given =
    plan && isReplaced(plan.off)
      ? replaceHeads(at, kind, heard.joined, plan, earlier)
      : { joined: heard.joined, heads: null }; // [T, D]
  const attentionOutput = linear(given.joined, weights.out); // [T, D]
  const afterAttention = addNorm(attentionOutput, x, weights.norm); // [T, D]
  const { scores, pattern } = heard;
  const outputs = { scores, pattern, joined: given.joined, attentionOutput, afterAttention };
  noteAttention(at, kind, sources.keys, { ...sources, ...columns, ...outputs });
  return { x: afterAttention, pattern, heads: given.heads };
}

function feedForward(place: LayerPlace, x: Tensor, weights: FeedForwardWeights): Tensor {
  const inner = linear(x, weights.inner, place.info.activation); // [T, F]
  const outer = linear(inner, weights.outer); // [T, D]
  const output = addNorm(outer, x, weights.norm); // [T, D]
  const { part, layer, recorder, rows } = place;
  recorder.record(`${part}.${layer}.inner`, inner, { as: 'rows' }, rows);
  recorder.record(`${part}.${layer}.feedForward`, outer, { as: 'rows' }, rows);
  recorder.record(`${part}.${layer}.output`, output, { as: 'rows' }, rows);
  return output;
}

/** The columns of q, k and v in the packed self-attention map. */
const packedColumns = (width: number) => ({ qColumn: 0, kColumn: width, vColumn: 2 * width });

export interface EncoderLayerPass {
  /** The layer's output. */
  readonly x: Tensor;
  /** [H, C, C] */
  readonly pattern: Tensor;
}

/** @param x [1, C, D] */
export function encoderLayer(place: LayerPlace, x: Tensor, weights: EncoderLayerWeights): EncoderLayerPass {
  place.recorder.record(`encoder.${place.layer}.input`, x, { as: 'rows' }, place.rows);
  const qkv = linear(x, weights.self.qkv); // [S, 3D]
  const columns = packedColumns(place.info.width);
  const sources = { queries: qkv, keysValues: qkv, keys: place.rows, columns };
  const heard = attend(place, 'encoder', x, sources, weights.self);
  return { x: feedForward(place, heard.x, weights.feedForward), pattern: heard.pattern };
}

/** What a decoder layer reads besides its input. */
export interface LayerMemory {
  readonly cache: LayerCache | null;
  /** Rows a cache shall have after this pass. */
  readonly capacity: number;
  /** k and v of the source: [1, C′, 2D]. */
  readonly crossKeysValues: Tensor;
  readonly sourceLength: number;
}

export interface DecoderLayerPass {
  /** The layer's output. */
  readonly x: Tensor;
  /** [H, n, C] and [H, n, C′] */
  readonly self: Tensor;
  readonly cross: Tensor;
  readonly cache: LayerCache;
}

/** @param x [1, n, D] */
export function decoderLayer(
  place: LayerPlace,
  x: Tensor,
  weights: DecoderLayerWeights,
  { cache, capacity, crossKeysValues, sourceLength }: LayerMemory,
): DecoderLayerPass {
  const { width } = place.info;
  place.recorder.record(`decoder.${place.layer}.input`, x, { as: 'rows' }, place.rows);
  const rows = linear(x, weights.self.qkv); // [T, 3D]
  const qkv = cache ? writeRows(cache.qkv, rows, place.start, capacity) : rows; // [S, 3D]
  const own = {
    queries: rows,
    keysValues: qkv,
    keys: place.start + place.rows,
    columns: packedColumns(width),
  };
  const self = attend(place, 'decoder', x, own, weights.self, { heads: cache?.selfHeads ?? null, capacity });
  const english = {
    queries: linear(self.x, weights.cross.q), // [T, D]
    keysValues: crossKeysValues,
    keys: sourceLength,
    columns: { qColumn: 0, kColumn: 0, vColumn: width },
  };
  const cross = attend(place, 'cross', self.x, english, weights.cross, {
    heads: cache?.crossHeads ?? null,
    capacity,
  });
  return {
    x: feedForward(place, cross.x, weights.feedForward),
    self: self.pattern,
    cross: cross.pattern,
    cache: { qkv, selfHeads: self.heads, crossHeads: cross.heads },
  };
}
