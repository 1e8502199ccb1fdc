import { split, type Tensor } from '@tensorflow/tfjs';
import {
  type AttentionKind,
  attentionStage,
  type ModelInfo,
  type StageName,
  siteOf,
} from '../../../contract/index.ts';
import { Plans } from '../../changes/plans.ts';
import type { AttentionRules } from '../../probes/gradient/rules.ts';
import { activated, addedAndNormed, affine, attended, splitHeads } from '../../probes/gradient/steps.ts';
import type { DifferentiableInput, DifferentiableOutput } from '../architecture.ts';
import { enter } from './marian.ts';
import type {
  CrossAttentionWeights,
  DecoderLayerWeights,
  EncoderLayerWeights,
  FeedForwardWeights,
  MarianWeights,
  SelfAttentionWeights,
} from './weights.ts';

/** The same Marian as in marian.ts, whole and without caches, in operations TF.js can differentiate. */
class Forward {
  readonly patterns = new Map<StageName, Tensor>();

  constructor(
    private readonly info: ModelInfo,
    private readonly rules: ReadonlyMap<StageName, AttentionRules>,
    private readonly nudges: ReadonlyMap<StageName, Tensor>,
  ) {}

  encoderLayer(x: Tensor, weights: EncoderLayerWeights, layer: number): Tensor {
    return this.feedForward(this.self('encoder', layer, x, weights.self), weights.feedForward);
  }

  decoderLayer(x: Tensor, memory: Tensor, weights: DecoderLayerWeights, layer: number): Tensor {
    const self = this.self('decoder', layer, x, weights.self);
    return this.feedForward(this.cross(layer, self, memory, weights.cross), weights.feedForward);
  }

  private self(kind: AttentionKind, layer: number, x: Tensor, weights: SelfAttentionWeights): Tensor {
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
    const { heads } = siteOf(this.info, kind);
    const name = attentionStage(kind, layer, 'pattern');
    const byHead = { q: splitHeads(q, heads), k: splitHeads(k, heads), v: splitHeads(v, heads) };
    const rules = this.rules.get(name) as AttentionRules;
    const { pattern, joined } = attended(byHead, rules, this.nudges.get(name) as Tensor);
    this.patterns.set(name, pattern);
    return addedAndNormed(affine(joined, weights.out), x, weights.norm);
  }

  private feedForward(x: Tensor, { inner, outer, norm }: FeedForwardWeights): Tensor {
    return addedAndNormed(affine(activated(affine(x, inner), this.info.activation), outer), x, norm);
  }
}

/** Encoder and decoder over a given target. */
export function forward(
  weights: MarianWeights,
  info: ModelInfo,
  { source, target, changes, rules }: DifferentiableInput,
): (nudges: ReadonlyMap<StageName, Tensor>) => DifferentiableOutput {
  const model = { weights, info, plans: new Plans(changes, info) };
  const [english, french] = [
    enter(model, 'encoder', source, 0, source.size),
    enter(model, 'decoder', target, 0, target.size),
  ]; // [1, C, D] each
  return (nudges) => {
    const pass = new Forward(info, rules, nudges);
    const memory = weights.encoder.reduce((x, layer, i) => pass.encoderLayer(x, layer, i), english);
    const output = weights.decoder.reduce((x, layer, i) => pass.decoderLayer(x, memory, layer, i), french);
    return { patterns: pass.patterns, output };
  };
}
