import { dispose, type Tensor, tensor } from '@tensorflow/tfjs-core';
import {
  EngineError,
  type ModelInfo,
  type Parameter,
  type Parameters,
  type Part,
} from '../../../contract/index.ts';
import type { OwnPositions } from '../../changes/positions.ts';
import { sinusoidalPositions, sinusoids } from '../../kernels/embedding/positions.ts';
import type { Linear } from '../../kernels/linear/linear.ts';
import type { LayerNorm } from '../../kernels/norm/addNorm.ts';
import type { Simd } from '../../kernels/simd/simd.ts';

/** Self-attention: q, k and v in one map [1, D, 3D]; then W^O. */
export interface SelfAttentionWeights {
  readonly qkv: Linear;
  readonly out: Linear;
  readonly norm: LayerNorm;
}

/** Cross-attention: q from the decoder, k and v [1, D, 2D] from the encoder's output. */
export interface CrossAttentionWeights {
  readonly q: Linear;
  readonly kv: Linear;
  readonly out: Linear;
  readonly norm: LayerNorm;
}

export interface FeedForwardWeights {
  readonly inner: Linear;
  readonly outer: Linear;
  readonly norm: LayerNorm;
}

export interface EncoderLayerWeights {
  readonly self: SelfAttentionWeights;
  readonly feedForward: FeedForwardWeights;
}

export interface DecoderLayerWeights extends EncoderLayerWeights {
  readonly cross: CrossAttentionWeights;
}

/** All of a Marian model on the device. */
export interface MarianWeights {
  /** Each part's token table: [V, D]; one and the same where the model shares it. */
  readonly tables: Readonly<Record<Part, Tensor>>;
  /** [P, D] */
  readonly positions: Tensor;
  /** The same by their rule, which also goes on to the left and beyond the table. */
  readonly ownPositions: OwnPositions;
  readonly encoder: readonly EncoderLayerWeights[];
  readonly decoder: readonly DecoderLayerWeights[];
  /** [1, D, V] with the output bias, zero where the model has none. */
  readonly unembed: Linear;
  /** [V]: 0 where an id may be written */
  readonly forbiddenMask: Tensor;
  readonly all: readonly Tensor[];
  /** Frees everything. */
  dispose(): void;
}

/** Looks parameters up by Hugging Face's names and puts them on the device. */
class Loader {
  readonly tensors: Tensor[] = [];
  constructor(
    private readonly parameters: Parameters,
    private readonly info: ModelInfo,
    private readonly simd: Simd | null,
  ) {
    simd?.acquire();
  }

  /** Frees everything this loader made. */
  dispose = (): void => {
    dispose(this.tensors);
    this.tensors.length = 0;
    this.simd?.release();
  };

  has(name: string): boolean {
    return this.parameters.has(name);
  }

  get(name: string, shape: readonly number[]): Parameter {
    const parameter = this.parameters.get(name);
    if (!parameter || parameter.shape.join() !== shape.join()) {
      const got = parameter ? `[${parameter.shape}]` : 'no such parameter';
      throw new EngineError('shape', 'loadMarian', name, `[${shape}]`, got);
    }
    return parameter;
  }

  put(data: Float32Array, shape: number[]): Tensor {
    const made = tensor(data, shape, 'float32');
    this.tensors.push(made);
    return made;
  }

  /** Several PyTorch Linear layers ([Out, In] each) side by side, transposed to one [1, In, Out₁ + Out₂ + …]. */
  linear(prefixes: readonly string[], from: number, to: number): Linear {
    const columns = to * prefixes.length;
    const weight = new Float32Array(from * columns);
    const bias = new Float32Array(columns);
    prefixes.forEach((prefix, part) => {
      transposeInto(this.get(`${prefix}.weight`, [to, from]).data, to, from, weight, columns, part * to);
      bias.set(this.get(`${prefix}.bias`, [to]).data, part * to);
    });
    return this.map(weight, bias, from, columns);
  }

  /** @param weight [from, to] */
  map(weight: Float32Array, bias: Float32Array, from: number, to: number): Linear {
    const packed = this.simd?.pack(weight, bias, from, to) ?? null;
    return { weight: this.put(weight, [1, from, to]), bias: this.put(bias, [to]), packed };
  }

  norm(prefix: string): LayerNorm {
    const { width } = this.info;
    return {
      gain: this.put(this.get(`${prefix}.weight`, [width]).data, [width]),
      bias: this.put(this.get(`${prefix}.bias`, [width]).data, [width]),
    };
  }
}

function transposeInto(
  from: Float32Array,
  rows: number,
  columns: number,
  to: Float32Array,
  stride: number,
  offset: number,
): void {
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) to[c * stride + offset + r] = from[r * columns + c] as number;
  }
}

function loadSelf(load: Loader, prefix: string, width: number): SelfAttentionWeights {
  const names = ['q_proj', 'k_proj', 'v_proj'].map((name) => `${prefix}.self_attn.${name}`);
  return {
    qkv: load.linear(names, width, width),
    out: load.linear([`${prefix}.self_attn.out_proj`], width, width),
    norm: load.norm(`${prefix}.self_attn_layer_norm`),
  };
}

function loadCross(load: Loader, prefix: string, width: number): CrossAttentionWeights {
  const name = (part: string) => `${prefix}.encoder_attn.${part}`;
  return {
    q: load.linear([name('q_proj')], width, width),
    kv: load.linear([name('k_proj'), name('v_proj')], width, width),
    out: load.linear([name('out_proj')], width, width),
    norm: load.norm(`${prefix}.encoder_attn_layer_norm`),
  };
}

function loadFeedForward(load: Loader, prefix: string, width: number, inner: number): FeedForwardWeights {
  return {
    inner: load.linear([`${prefix}.fc1`], width, inner),
    outer: load.linear([`${prefix}.fc2`], inner, width),
    norm: load.norm(`${prefix}.final_layer_norm`),
  };
}

function loadUnembed(load: Loader, table: Parameter, info: ModelInfo): Linear {
  const [vocabulary, width] = [table.shape[0] as number, info.width];
  const matrix = load.has('lm_head.weight') ? load.get('lm_head.weight', [vocabulary, width]) : table;
  const weight = new Float32Array(width * vocabulary);
  transposeInto(matrix.data, vocabulary, width, weight, vocabulary, 0);
  const bias = load.has('final_logits_bias')
    ? load.get('final_logits_bias', [1, vocabulary]).data
    : new Float32Array(vocabulary);
  return load.map(weight, bias, width, vocabulary);
}

/** Which ids may not be written. */
function maskOf({ forbiddenIds, vocabulary }: ModelInfo): Float32Array {
  const bars = new Float32Array(vocabulary);
  for (const id of forbiddenIds) if (id < vocabulary) bars[id] = 1;
  return bars;
}

/** The token table of one side: its own, or the shared one. */
function tableOf(load: Loader, part: Part, info: ModelInfo): Parameter {
  const own = `model.${part}.embed_tokens.weight`;
  return load.get(load.has(own) ? own : 'model.shared.weight', [info.vocabulary, info.width]);
}

/**
 * Puts a Marian model's parameters on the current backend, and the products' weights into SIMD memory when there is
 * one.
 * @throws EngineError `shape`, naming the parameter that is missing or has another shape than config.json asks for.
 */
export function loadMarian(parameters: Parameters, info: ModelInfo, simd: Simd | null): MarianWeights {
  const load = new Loader(parameters, info, simd);
  try {
    return loadAll(load, info);
  } catch (error) {
    load.dispose();
    throw error;
  }
}

function loadAll(load: Loader, info: ModelInfo): MarianWeights {
  const { width } = info;
  const layers = (count: number) => Array.from({ length: count }, (_, layer) => layer);
  const encoderParameter = tableOf(load, 'encoder', info);
  const decoderParameter = tableOf(load, 'decoder', info);
  const encoderTable = load.put(encoderParameter.data, [info.vocabulary, width]);
  const decoderTable =
    decoderParameter === encoderParameter
      ? encoderTable
      : load.put(decoderParameter.data, [info.vocabulary, width]);
  const encoder = layers(info.encoder.layers).map((layer) => {
    const prefix = `model.encoder.layers.${layer}`;
    return {
      self: loadSelf(load, prefix, width),
      feedForward: loadFeedForward(load, prefix, width, info.encoder.feedForward),
    };
  });
  const decoder = layers(info.decoder.layers).map((layer) => {
    const prefix = `model.decoder.layers.${layer}`;
    return {
      self: loadSelf(load, prefix, width),
      cross: loadCross(load, prefix, width),
      feedForward: loadFeedForward(load, prefix, width, info.decoder.feedForward),
    };
  });
  const ownPositions: OwnPositions = { width, at: (places) => sinusoids(places, width) };
  const positions = load.put(sinusoidalPositions(info.maxPositions, width), [info.maxPositions, width]);
  const unembed = loadUnembed(load, decoderParameter, info);
  const forbiddenMask = load.put(maskOf(info), [info.vocabulary]);
  const { tensors: all, dispose } = load;
  const tables = { encoder: encoderTable, decoder: decoderTable };
  return { tables, positions, ownPositions, encoder, decoder, unembed, forbiddenMask, all, dispose };
}
