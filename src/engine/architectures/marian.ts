import type { Tensor } from '@tensorflow/tfjs-core';
import type { ModelInfo, Part, StackInfo, StageName, SubLayer } from '../../contract/index.ts';
import { addNorm } from '../ops/addNorm.ts';
import { attention } from '../ops/attention.ts';
import { embed } from '../ops/embed.ts';
import { linear } from '../ops/linear.ts';
import { writeRows } from '../ops/writeRows.ts';
import type { Recorder } from '../record.ts';
import type {
  CrossAttentionWeights,
  DecoderLayerWeights,
  EncoderLayerWeights,
  FeedForwardWeights,
  MarianWeights,
  SelfAttentionWeights,
} from './marianWeights.ts';

/*
 * Marian: the Transformer of "Attention Is All You Need" (post-norm, sinusoidal positions), as Hugging Face
 * `transformers` runs it (models/marian/modeling_marian.py). Shapes at the line ends are without padding.
 */

/** Where a layer's stages are noted, and how many of its rows and keys are words. */
interface Site {
  readonly part: Part;
  readonly layer: number;
  readonly stack: StackInfo;
  readonly info: ModelInfo;
  readonly recorder: Recorder;
  /** T */
  readonly rows: number;
  /** Position of the first row. */
  readonly start: number;
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

interface Attended {
  readonly x: Tensor;
  readonly pattern: Tensor;
}

/** Heads' attention, W^O, Add & Norm. `columns` say where q, k and v lie. */
function attend(
  site: Site,
  sub: SubLayer,
  x: Tensor,
  sources: { readonly queries: Tensor; readonly keysValues: Tensor; readonly keys: number },
  columns: { readonly qColumn: number; readonly kColumn: number; readonly vColumn: number },
  weights: SelfAttentionWeights | CrossAttentionWeights,
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
  const withScores = site.recorder.wants(`${site.part}.${site.layer}.${sub}.scores`);
  const heard = attention(sources.queries, sources.keysValues, shape, withScores); // [H, T, S], [T, D]
  const attentionOutput = linear(heard.joined, weights.out); // [T, D]
  const afterAttention = addNorm(attentionOutput, x, weights.norm); // [T, D]
  noteAttention(site, sub, sources.keys, {
    ...sources,
    ...columns,
    ...heard,
    attentionOutput,
    afterAttention,
  });
  return { x: afterAttention, pattern: heard.pattern };
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

function encoderLayer(site: Site, x: Tensor, weights: EncoderLayerWeights): Attended {
  site.recorder.keep(`encoder.${site.layer}.input`, x, { as: 'rows' }, site.rows);
  const qkv = linear(x, weights.self.qkv); // [S, 3D]
  const sources = { queries: qkv, keysValues: qkv, keys: site.rows };
  const heard = attend(site, 'self', x, sources, packedColumns(site.info.width), weights.self);
  return { x: feedForward(site, heard.x, weights.feedForward), pattern: heard.pattern };
}

const embeddingScale = (info: ModelInfo): number => (info.scaleEmbedding ? Math.sqrt(info.width) : 1);

export interface EncoderPass {
  /** k and v of every decoder layer's cross-attention: [1, C, 2D] each. */
  readonly crossKeysValues: readonly Tensor[];
  /** [H, C, C] of every layer. */
  readonly patterns: readonly Tensor[];
}

/**
 * The whole encoder, and what the decoder will read of it.
 * @param ids [C] as float32, padded
 * @param length S, the ids that count
 */
export function encode(
  weights: MarianWeights,
  info: ModelInfo,
  ids: Tensor,
  length: number,
  recorder: Recorder,
): EncoderPass {
  let x = embed(ids, weights.encoderTable, weights.positions, embeddingScale(info), 0); // [S, D]
  const patterns = weights.encoder.map((layerWeights, layer) => {
    const site: Site = {
      part: 'encoder',
      layer,
      stack: info.encoder,
      info,
      recorder,
      rows: length,
      start: 0,
    };
    const heard = encoderLayer(site, x, layerWeights);
    x = heard.x;
    return heard.pattern;
  });
  const crossKeysValues = weights.decoder.map((layer) => linear(x, layer.cross.kv)); // [S, 2D]
  return { crossKeysValues, patterns };
}

function decoderLayer(
  site: Site,
  x: Tensor,
  weights: DecoderLayerWeights,
  memory: {
    readonly cache: Tensor | null;
    readonly capacity: number;
    readonly crossKeysValues: Tensor;
    readonly sourceLength: number;
  },
): { x: Tensor; self: Tensor; cross: Tensor; cache: Tensor } {
  const { width } = site.info;
  site.recorder.keep(`decoder.${site.layer}.input`, x, { as: 'rows' }, site.rows);
  const qkv = linear(x, weights.self.qkv); // [T, 3D]
  const cache = memory.cache ? writeRows(memory.cache, qkv, site.start, memory.capacity) : qkv; // [S, 3D]
  const own = { queries: qkv, keysValues: cache, keys: site.start + site.rows };
  const self = attend(site, 'self', x, own, packedColumns(width), weights.self);
  const english = {
    queries: linear(self.x, weights.cross.q), // [T, D]
    keysValues: memory.crossKeysValues,
    keys: memory.sourceLength,
  };
  const columns = { qColumn: 0, kColumn: 0, vColumn: width };
  const cross = attend(site, 'cross', self.x, english, columns, weights.cross);
  return {
    x: feedForward(site, cross.x, weights.feedForward),
    self: self.pattern,
    cross: cross.pattern,
    cache,
  };
}

export interface DecoderPass {
  /** [1, C, 3D] of every layer: q, k, v of all rows so far; what a later pass goes on from. */
  readonly caches: readonly Tensor[];
  /** [H, n, C] and [H, n, C′] of every layer, for this pass's rows. */
  readonly self: readonly Tensor[];
  readonly cross: readonly Tensor[];
  /** [1, n, V] */
  readonly logits: Tensor;
}

export interface DecoderInput {
  /** [n] as float32, padded only in a pass without caches */
  readonly ids: Tensor;
  /** Position of the first id. */
  readonly start: number;
  /** Ids that count. */
  readonly rows: number;
  /** Of the rows before `start`; null when `start` is 0. */
  readonly caches: readonly Tensor[] | null;
  /** Rows a cache shall have after this pass. */
  readonly capacity: number;
  readonly crossKeysValues: readonly Tensor[];
  readonly sourceLength: number;
}

/** Decoder rows `start` … `start` + `rows`: the whole target at once, or one step with caches. */
export function decode(
  weights: MarianWeights,
  info: ModelInfo,
  input: DecoderInput,
  recorder: Recorder,
): DecoderPass {
  const { start, rows, capacity, sourceLength } = input;
  let x = embed(input.ids, weights.decoderTable, weights.positions, embeddingScale(info), start); // [T, D]
  const layers = weights.decoder.map((layerWeights, layer) => {
    const site: Site = { part: 'decoder', layer, stack: info.decoder, info, recorder, rows, start };
    const crossKeysValues = input.crossKeysValues[layer] as Tensor;
    const cache = input.caches?.[layer] ?? null;
    const done = decoderLayer(site, x, layerWeights, { cache, capacity, crossKeysValues, sourceLength });
    x = done.x;
    return done;
  });
  const logits = linear(x, weights.unembed); // [T, V]
  recorder.keep('logits', logits, { as: 'rows' }, rows);
  return {
    caches: layers.map((layer) => layer.cache),
    self: layers.map((layer) => layer.self),
    cross: layers.map((layer) => layer.cross),
    logits,
  };
}
