import { split, type Tensor } from '@tensorflow/tfjs';
import {
  type AttentionKind,
  attentionStage,
  type ModelInfo,
  type StageName,
} from '../../../contract/index.ts';
import type {
  CrossAttentionWeights,
  DecoderLayerWeights,
  EncoderLayerWeights,
  FeedForwardWeights,
  MarianWeights,
  SelfAttentionWeights,
} from '../../architectures/marian/weights.ts';
import type { AttentionRules } from './rules.ts';
import { activated, addedAndNormed, affine, attended, splitHeads } from './steps.ts';

/** All the forward pass needs besides the weights; nothing of it is differentiated. */
export interface ForwardInput {
  /** [1, C, D]: embeddings with their positions, of source and decoder input. */
  readonly source: Tensor;
  readonly target: Tensor;
  readonly rules: ReadonlyMap<StageName, AttentionRules>;
  /** Added to each pattern, by its name: [H, C, C′]. */
  readonly nudges: ReadonlyMap<StageName, Tensor>;
}

export interface ForwardOutput {
  /** [H, C, C′] */
  readonly patterns: ReadonlyMap<StageName, Tensor>;
  /** The decoder's last output: [1, C, D]. */
  readonly output: Tensor;
}

/** The same Marian as in architectures/marian.ts, whole and without caches, in operations TF.js can differentiate. */
class Forward {
  readonly patterns = new Map<StageName, Tensor>();

  constructor(
    private readonly info: ModelInfo,
    private readonly input: ForwardInput,
  ) {}

  encoderLayer(x: Tensor, weights: EncoderLayerWeights, layer: number): Tensor {
    return this.feedForward(this.self('encoder', layer, x, weights.self), weights.feedForward);
  }

  decoderLayer(x: Tensor, memory: Tensor, weights: DecoderLayerWeights, layer: number): Tensor {
    const self = this.self('decoder', layer, x, weights.self);
    return this.feedForward(this.cross(layer, self, memory, weights.cross), weights.feedForward);
  }

  private self(kind: 'encoder' | 'decoder', layer: number, x: Tensor, weights: SelfAttentionWeights): Tensor {
    const [q, k, v] = split(affine(x, weights.qkv), 3, 2) as [Tensor, Tensor, Tensor]; // [1, T, D] each
    return this.attend(kind, layer, x, { q, k, v }, weights);
  }

  private cross(layer: number, x: Tensor, memory: Tensor, weights: CrossAttentionWeights): Tensor {
    const [k, v] = split(affine(memory, weights.kv), 2, 2) as [Tensor, Tensor]; // [1, S, D] each
    return this.attend('cross', layer, x, { q: affine(x, weights.q), k, v }, weights);
  }

  private attend(
    kind: AttentionKind,
    layer: number,
    x: Tensor,
    { q, k, v }: { readonly q: Tensor; readonly k: Tensor; readonly v: Tensor },
    weights: SelfAttentionWeights | CrossAttentionWeights,
  ): Tensor {
    const { heads } = kind === 'encoder' ? this.info.encoder : this.info.decoder;
    const name = attentionStage(kind, layer, 'pattern');
    const byHead = { q: splitHeads(q, heads), k: splitHeads(k, heads), v: splitHeads(v, heads) };
    const rules = this.input.rules.get(name) as AttentionRules;
    const { pattern, joined } = attended(byHead, rules, this.input.nudges.get(name) as Tensor);
    this.patterns.set(name, pattern);
    return addedAndNormed(affine(joined, weights.out), x, weights.norm);
  }

  private feedForward(x: Tensor, { inner, outer, norm }: FeedForwardWeights): Tensor {
    return addedAndNormed(affine(activated(affine(x, inner), this.info.activation), outer), x, norm);
  }
}

/** Encoder and decoder over a given target. */
export function forward(weights: MarianWeights, info: ModelInfo, input: ForwardInput): ForwardOutput {
  const pass = new Forward(info, input);
  const memory = weights.encoder.reduce((x, layer, i) => pass.encoderLayer(x, layer, i), input.source);
  const output = weights.decoder.reduce(
    (x, layer, i) => pass.decoderLayer(x, memory, layer, i),
    input.target,
  );
  return { patterns: pass.patterns, output };
}
