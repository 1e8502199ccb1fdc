import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { ModelInfo, Part } from '../../../contract/index.ts';
import type { Plans } from '../../changes/plans.ts';
import { embed } from '../../kernels/embedding/embed.ts';
import { linear } from '../../kernels/linear/linear.ts';
import type { Recorder } from '../../run/recorder.ts';
import { decoderLayer, encoderLayer, type LayerCache, type LayerMemory, type Site } from './layers.ts';
import type { MarianWeights } from './weights.ts';

/*
 * Marian: the Transformer of "Attention Is All You Need" (post-norm, sinusoidal positions), as Hugging Face
 * `transformers` runs it (models/marian/modeling_marian.py). Shapes at the line ends are without padding.
 */

/** A model on the device, what is changed in it, and who takes note of its stages. */
export interface Marian {
  readonly weights: MarianWeights;
  readonly info: ModelInfo;
  readonly plans: Plans;
  readonly recorder: Recorder;
}

/** The lowest layers of an earlier pass that gave what this one would. */
export interface Known<Pass> {
  readonly pass: Pass;
  readonly layers: number;
}

/** Token embeddings and positions of `rows` tokens from `start` on: [1, C, D]. @param ids [C] */
function enter(
  { weights, info, plans }: Marian,
  part: Part,
  ids: Tensor,
  start: number,
  rows: number,
): Tensor {
  const scale = info.scaleEmbedding ? Math.sqrt(info.width) : 1;
  const table = part === 'encoder' ? weights.encoderTable : weights.decoderTable;
  const changed = plans.positions(part, start, rows, weights.ownPositions);
  if (!changed) return embed(ids, table, weights.positions, scale, start);
  return embed(ids, table, tensor(changed, [rows, info.width], 'float32'), scale, 0);
}

export interface EncoderInput {
  /** [C] as float32, padded */
  readonly ids: Tensor;
  /** S, the ids that count. */
  readonly length: number;
}

export interface EncoderPass {
  /** [1, C, D]: what each layer read, and last what the last one gave. */
  readonly inputs: readonly Tensor[];
  /** [H, C, C] of every layer. */
  readonly patterns: readonly Tensor[];
}

/** The whole encoder. */
export function encode(model: Marian, input: EncoderInput, known: Known<EncoderPass> | null): EncoderPass {
  const { weights, info, recorder } = model;
  const { ids, length } = input;
  const over = { part: 'encoder' as const, stack: info.encoder, rows: length, start: 0 };
  const from = known?.layers ?? 0;
  const inputs = known ? known.pass.inputs.slice(0, from + 1) : [enter(model, 'encoder', ids, 0, length)]; // [S, D]
  const patterns = known ? known.pass.patterns.slice(0, from) : [];
  patterns.forEach((pattern, layer) => {
    recorder.keep(`encoder.${layer}.self.pattern`, pattern, { as: 'cells' }, length, length);
    noteEnds(recorder, over, layer, inputs);
  });
  for (let layer = from; layer < info.encoder.layers; layer++) {
    const site: Site = { ...model, ...over, layer };
    const done = encoderLayer(site, inputs[layer] as Tensor, at(weights.encoder, layer));
    inputs.push(done.x);
    patterns.push(done.pattern);
  }
  return { inputs, patterns };
}

/** What the decoder reads of the source: k and v of every layer's cross-attention, [1, C, 2D] each. */
export function readSource({ weights }: Marian, { inputs }: EncoderPass): Tensor[] {
  const output = at(inputs, inputs.length - 1);
  return weights.decoder.map((layer) => linear(output, layer.cross.kv)); // [S, 2D]
}

function at<T>(list: readonly T[], index: number): T {
  return list[index] as T;
}

/** Notes what a layer that is taken over read and gave. */
function noteEnds(
  recorder: Recorder,
  { part, rows }: Pick<Site, 'part' | 'rows'>,
  layer: number,
  inputs: readonly Tensor[],
): void {
  recorder.keep(`${part}.${layer}.input`, at(inputs, layer), { as: 'rows' }, rows);
  recorder.keep(`${part}.${layer}.output`, at(inputs, layer + 1), { as: 'rows' }, rows);
}

export interface DecoderPass {
  /** [1, C, D]: what each layer read, and last what the last one gave. */
  readonly inputs: readonly Tensor[];
  /** Of every layer: what a later pass goes on from. */
  readonly caches: readonly LayerCache[];
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
  readonly caches: readonly LayerCache[] | null;
  /** Rows a cache shall have after this pass. */
  readonly capacity: number;
  readonly crossKeysValues: readonly Tensor[];
  readonly sourceLength: number;
}

type Layers = Omit<DecoderPass, 'logits'>;

/** The layers of a pass that are taken over, their patterns and ends noted. */
function takeOver(
  { recorder }: Marian,
  over: Pick<Site, 'part' | 'rows'>,
  known: Known<Layers>,
  keys: number,
) {
  const { pass, layers } = known;
  const { rows } = over;
  for (let layer = 0; layer < layers; layer++) {
    recorder.keep(`decoder.${layer}.self.pattern`, at(pass.self, layer), { as: 'cells' }, rows, rows);
    recorder.keep(`decoder.${layer}.cross.pattern`, at(pass.cross, layer), { as: 'cells' }, rows, keys);
    noteEnds(recorder, over, layer, pass.inputs);
  }
  return {
    inputs: pass.inputs.slice(0, layers + 1),
    caches: pass.caches.slice(0, layers),
    self: pass.self.slice(0, layers),
    cross: pass.cross.slice(0, layers),
  };
}

/**
 * Decoder rows `start` … `start` + `rows`: the whole target at once, or one step with caches.
 * @param known of a pass over the same ids without caches
 */
export function decode(model: Marian, input: DecoderInput, known: Known<Layers> | null): DecoderPass {
  const { weights, info, recorder } = model;
  const { start, rows, capacity, sourceLength } = input;
  const over = { part: 'decoder' as const, stack: info.decoder, rows, start };
  const done = known
    ? takeOver(model, over, known, sourceLength)
    : { inputs: [enter(model, 'decoder', input.ids, start, rows)], caches: [], self: [], cross: [] }; // [T, D]
  for (let layer = known?.layers ?? 0; layer < info.decoder.layers; layer++) {
    const memory: LayerMemory = {
      cache: input.caches?.[layer] ?? null,
      capacity,
      crossKeysValues: at(input.crossKeysValues, layer),
      sourceLength,
    };
    const site: Site = { ...model, ...over, layer };
    const one = decoderLayer(site, at(done.inputs, layer), at(weights.decoder, layer), memory);
    done.inputs.push(one.x);
    done.caches.push(one.cache);
    done.self.push(one.self);
    done.cross.push(one.cross);
  }
  const logits = linear(at(done.inputs, info.decoder.layers), weights.unembed); // [T, V]
  recorder.keep('logits', logits, { as: 'rows' }, rows);
  return { ...done, logits };
}
