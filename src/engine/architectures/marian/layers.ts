import type { Tensor } from '@tensorflow/tfjs-core';
import type {
  AttentionKind,
  ModelInfo,
  Part,
  StackInfo,
  StageName,
  SubLayer,
} from '../../../contract/index.ts';
import type { AttentionPlan } from '../../changes/plan.ts';
import type { Plans } from '../../changes/plans.ts';
import { attention } from '../../kernels/attention/attention.ts';
import { isReplaced, switchOff } from '../../kernels/attention/switchOff.ts';
import { linear } from '../../kernels/linear/linear.ts';
import { addNorm } from '../../kernels/norm/addNorm.ts';
import { writeRows } from '../../kernels/writeRows.ts';
import type { Recorder } from '../../run/recorder.ts';
import type {
  CrossAttentionWeights,
  DecoderLayerWeights,
  EncoderLayerWeights,
  FeedForwardWeights,
  SelfAttentionWeights,
} from './weights.ts';

/* The layers of Marian; marian.ts has the stacks. Shapes at the line ends are without padding. */

/** Where a layer's stages are noted, how many of its rows are words, and what is changed in it. */
export interface Site {
  readonly part: Part;
  readonly layer: number;
  readonly stack: StackInfo;
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

function noteAttention(site: Site, sub: SubLayer, keys: number, stages: AttentionStages): void {
  const { recorder, rows } = site;
  const name = (stage: string) => `${site.part}.${site.layer}.${sub}.${stage}` as StageName;
  const { heads } = site.stack;
  const headWidth = site.info.width / heads;
  const lay = (column: number) => ({ as: 'heads' as const, heads, headWidth, column });
  recorder.keep(name('q'), stages.queries, lay(stages.qColumn), rows);
  recorder.keep(name('k'), stages.keysValues, lay(stages.kColumn), keys);
  recorder.keep(name('v'), stages.keysValues, lay(stages.vColumn), keys);
  if (stages.scores) recorder.keep(name('scores'), stages.scores, { as: 'cells' }, rows, keys);
  recorder.keep(name('pattern'), stages.pattern, { as: 'cells' }, rows, keys);
  recorder.keep(name('headOutput'), stages.joined, lay(0), rows);
  recorder.keep(name('attentionOutput'), stages.attentionOutput, { as: 'rows' }, rows);
  recorder.keep(name('afterAttention'), stages.afterAttention, { as: 'rows' }, rows);
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

const kindOf = (part: Part, sub: SubLayer): AttentionKind =>
  part === 'encoder' ? 'encoder' : sub === 'self' ? 'decoder' : 'cross';

/**
 * Of the heads' outputs those that are off replaced. @param earlier the heads' outputs of the rows before, where a
 * mean is wanted
 */
function replaceHeads(
  site: Site,
  joined: Tensor,
  { off }: AttentionPlan,
  earlier: { readonly heads: Tensor | null; readonly capacity: number },
): { joined: Tensor; heads: Tensor | null } {
  const means = off.includes('mean');
  const { heads: before, capacity } = earlier;
  const heads = means && before ? writeRows(before, joined, site.start, capacity) : joined; // [S, D]
  const running = site.part === 'decoder';
  const rows = { start: site.start, count: site.start + site.rows, running };
  return { joined: switchOff(joined, heads, off, rows), heads: means ? heads : null };
}

/** Heads' attention, W^O, Add & Norm. */
function attend(
  site: Site,
  sub: SubLayer,
  x: Tensor,
  { columns, ...sources }: Sources,
  weights: SelfAttentionWeights | CrossAttentionWeights,
  earlier: { readonly heads: Tensor | null; readonly capacity: number } = { heads: null, capacity: 0 },
): Attended {
  const { heads } = site.stack;
  const causal = site.part === 'decoder' && sub === 'self';
  const shape = {
    heads,
    headWidth: site.info.width / heads,
    ...columns,
    queryStart: site.start,
    keyLength: sources.keys,
    causal,
  };
  const place = { queryStart: site.start, rows: site.rows, keys: sources.keys };
  const plan = site.plans.attention(kindOf(site.part, sub), site.layer, place);
  const withScores = site.recorder.wants(`${site.part}.${site.layer}.${sub}.scores`);
  const heard = attention(sources.queries, sources.keysValues, shape, withScores, plan); // [H, T, S], [T, D]
  const given =
    plan && isReplaced(plan.off)
      ? replaceHeads(site, heard.joined, plan, earlier)
      : { joined: heard.joined, heads: null }; // [T, D]
  const attentionOutput = linear(given.joined, weights.out); // [T, D]
  const afterAttention = addNorm(attentionOutput, x, weights.norm); // [T, D]
  const { scores, pattern } = heard;
  const outputs = { scores, pattern, joined: given.joined, attentionOutput, afterAttention };
  noteAttention(site, sub, sources.keys, { ...sources, ...columns, ...outputs });
  return { x: afterAttention, pattern, heads: given.heads };
}

function feedForward(site: Site, x: Tensor, weights: FeedForwardWeights): Tensor {
  const inner = linear(x, weights.inner, site.info.activation); // [T, F]
  const outer = linear(inner, weights.outer); // [T, D]
  const output = addNorm(outer, x, weights.norm); // [T, D]
  site.recorder.keep(`${site.part}.${site.layer}.feedForward`, outer, { as: 'rows' }, site.rows);
  site.recorder.keep(`${site.part}.${site.layer}.output`, output, { as: 'rows' }, site.rows);
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
export function encoderLayer(site: Site, x: Tensor, weights: EncoderLayerWeights): EncoderLayerPass {
  site.recorder.keep(`encoder.${site.layer}.input`, x, { as: 'rows' }, site.rows);
  const qkv = linear(x, weights.self.qkv); // [S, 3D]
  const columns = packedColumns(site.info.width);
  const sources = { queries: qkv, keysValues: qkv, keys: site.rows, columns };
  const heard = attend(site, 'self', x, sources, weights.self);
  return { x: feedForward(site, heard.x, weights.feedForward), pattern: heard.pattern };
}

/** What later rows need of a decoder layer's earlier ones; [1, C, …] each. */
export interface LayerCache {
  /** q, k, v of all rows so far: [1, C, 3D]. */
  readonly qkv: Tensor;
  /** Outputs of self- and cross-attention's heads, [1, C, D]; null where no head gives its mean. */
  readonly selfHeads: Tensor | null;
  readonly crossHeads: Tensor | null;
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
  site: Site,
  x: Tensor,
  weights: DecoderLayerWeights,
  { cache, capacity, crossKeysValues, sourceLength }: LayerMemory,
): DecoderLayerPass {
  const { width } = site.info;
  site.recorder.keep(`decoder.${site.layer}.input`, x, { as: 'rows' }, site.rows);
  const rows = linear(x, weights.self.qkv); // [T, 3D]
  const qkv = cache ? writeRows(cache.qkv, rows, site.start, capacity) : rows; // [S, 3D]
  const own = {
    queries: rows,
    keysValues: qkv,
    keys: site.start + site.rows,
    columns: packedColumns(width),
  };
  const self = attend(site, 'self', x, own, weights.self, { heads: cache?.selfHeads ?? null, capacity });
  const english = {
    queries: linear(self.x, weights.cross.q), // [T, D]
    keysValues: crossKeysValues,
    keys: sourceLength,
    columns: { qColumn: 0, kColumn: 0, vColumn: width },
  };
  const cross = attend(site, 'cross', self.x, english, weights.cross, {
    heads: cache?.crossHeads ?? null,
    capacity,
  });
  return {
    x: feedForward(site, cross.x, weights.feedForward),
    self: self.pattern,
    cross: cross.pattern,
    cache: { qkv, selfHeads: self.heads, crossHeads: cross.heads },
  };
}
