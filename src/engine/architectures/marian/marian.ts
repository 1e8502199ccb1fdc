import { type Tensor, tensor, zeros } from '@tensorflow/tfjs-core';
import type { EntryStage, ModelInfo, Part } from '../../../contract/index.ts';
import { embed } from '../../kernels/embedding/embed.ts';
import { linear } from '../../kernels/linear/linear.ts';
import type { Recorder } from '../../run/recorder.ts';
import type {
  CachedLayers,
  DecoderInput,
  DecoderLayers,
  DecoderPass,
  EncoderInput,
  EncoderPass,
  PassContext,
} from '../architecture.ts';
import { decoderLayer, encoderLayer, type LayerMemory, type LayerPlace } from './layers.ts';
import type { MarianWeights } from './weights.ts';

/*
 * Marian: the Transformer of "Attention Is All You Need" (post-norm, sinusoidal positions), as Hugging Face
 * `transformers` runs it (models/marian/modeling_marian.py). Shapes at the line ends are without padding.
 */

/** A model on the device, what is changed in it, and who takes note of its stages. */
export interface Marian extends PassContext {
  readonly weights: MarianWeights;
  readonly info: ModelInfo;
}

const scaleOf = ({ scaleEmbedding, width }: ModelInfo): number => (scaleEmbedding ? Math.sqrt(width) : 1);

/** Token embeddings and positions of `rows` tokens from `start` on: [1, C, D]. @param ids [C] */
export function enter(
  { weights, info, plans }: Omit<Marian, 'recorder'>,
  part: Part,
  ids: Tensor,
  start: number,
  rows: number,
): Tensor {
  const scale = scaleOf(info);
  const table = weights.tables[part];
  const changed = plans.positions(part, start, rows, weights.ownPositions);
  if (!changed) return embed(ids, table, weights.positions, scale, start);
  return embed(ids, table, tensor(changed, [rows, info.width], 'float32'), scale, 0);
}

/** Notes what a part is entered with, each on its own, where that is wanted. */
function noteEntry(model: Marian, part: Part, ids: Tensor, start: number, rows: number): void {
  const { weights, info, plans, recorder } = model;
  const note = (stage: EntryStage, positions: Tensor, scale: number, from: number) =>
    recorder.record(
      `${part}.${stage}`,
      embed(ids, weights.tables[part], positions, scale, from), // [T, D]
      { as: 'rows' },
      rows,
    );
  if (recorder.wants(`${part}.embedding`)) note('embedding', zeros([1, info.width]), scaleOf(info), 0);
  if (!recorder.wants(`${part}.position`)) return;
  const changed = plans.positions(part, start, rows, weights.ownPositions);
  if (changed) note('position', tensor(changed, [rows, info.width], 'float32'), 0, 0);
  else note('position', weights.positions, 0, start);
}

/** The whole encoder. */
export function encode(
  model: Marian,
  input: EncoderInput,
  known: CachedLayers<EncoderPass> | null,
): EncoderPass {
  const { weights, info, recorder } = model;
  const { ids, length } = input;
  const over = { part: 'encoder' as const, rows: length, start: 0 };
  const from = known?.layers ?? 0;
  noteEntry(model, 'encoder', ids, 0, length);
  const inputs = known ? known.pass.inputs.slice(0, from + 1) : [enter(model, 'encoder', ids, 0, length)]; // [S, D]
  const patterns = known ? known.pass.patterns.slice(0, from) : [];
  patterns.forEach((pattern, layer) => {
    recorder.record(`encoder.${layer}.self.pattern`, pattern, { as: 'cells' }, length, length);
    noteEnds(recorder, over, layer, inputs);
  });
  for (let layer = from; layer < info.encoder.layers; layer++) {
    const place: LayerPlace = { ...model, ...over, layer };
    const done = encoderLayer(place, inputs[layer] as Tensor, at(weights.encoder, layer));
    inputs.push(done.x);
    patterns.push(done.pattern);
  }
  return { inputs, patterns };
}

/** What the decoder reads of the source: k and v of every layer's cross-attention, [1, C, 2D] each. */
export function readSource(weights: MarianWeights, { inputs }: EncoderPass): Tensor[] {
  const output = at(inputs, inputs.length - 1);
  return weights.decoder.map((layer) => linear(output, layer.cross.kv)); // [S, 2D]
}

function at<T>(list: readonly T[], index: number): T {
  return list[index] as T;
}

/** Notes what a layer that is taken over read and gave. */
function noteEnds(
  recorder: Recorder,
  { part, rows }: Pick<LayerPlace, 'part' | 'rows'>,
  layer: number,
  inputs: readonly Tensor[],
): void {
  recorder.record(`${part}.${layer}.input`, at(inputs, layer), { as: 'rows' }, rows);
  recorder.record(`${part}.${layer}.output`, at(inputs, layer + 1), { as: 'rows' }, rows);
}

/** The layers of a pass that are taken over, their patterns and ends noted. */
function takeOver(
  { recorder }: Marian,
  over: Pick<LayerPlace, 'part' | 'rows'>,
  known: CachedLayers<DecoderLayers>,
  keys: number,
) {
  const { pass, layers } = known;
  const { rows } = over;
  for (let layer = 0; layer < layers; layer++) {
    recorder.record(`decoder.${layer}.self.pattern`, at(pass.self, layer), { as: 'cells' }, rows, rows);
    recorder.record(`decoder.${layer}.cross.pattern`, at(pass.cross, layer), { as: 'cells' }, rows, keys);
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
export function decode(
  model: Marian,
  input: DecoderInput,
  known: CachedLayers<DecoderLayers> | null,
): DecoderPass {
  const { weights, info, recorder } = model;
  const { start, rows, capacity, sourceLength } = input;
  const over = { part: 'decoder' as const, rows, start };
  noteEntry(model, 'decoder', input.ids, start, rows);
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
    const place: LayerPlace = { ...model, ...over, layer };
    const one = decoderLayer(place, at(done.inputs, layer), at(weights.decoder, layer), memory);
    done.inputs.push(one.x);
    done.caches.push(one.cache);
    done.self.push(one.self);
    done.cross.push(one.cross);
  }
  const logits = linear(at(done.inputs, info.decoder.layers), weights.unembed); // [T, V]
  recorder.record('logits', logits, { as: 'rows' }, rows);
  return { ...done, logits };
}
