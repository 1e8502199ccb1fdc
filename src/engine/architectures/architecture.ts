import type { Tensor } from '@tensorflow/tfjs-core';
import type {
  AttentionKind,
  HeadWeights,
  Intervention,
  ModelInfo,
  Parameters,
  StageName,
} from '../../contract/index.ts';
import type { Plans } from '../changes/plans.ts';
import type { Linear } from '../kernels/linear/linear.ts';
import type { Simd } from '../kernels/simd/simd.ts';
import type { AttentionRules } from '../probes/gradient/rules.ts';
import type { Recorder } from '../run/recorder.ts';

/* What the engine's other rooms know of a family of models: one is written for each, and found by index.ts. */

/** What is changed in a pass, and who takes note of its stages. */
export interface PassContext {
  readonly plans: Plans;
  readonly recorder: Recorder;
}

/** The lowest layers of an earlier pass that gave what this one would. */
export interface CachedLayers<Pass> {
  readonly pass: Pass;
  readonly layers: number;
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

/** What later rows need of a decoder layer's earlier ones; [1, C, …] each. */
export interface LayerCache {
  /** q, k, v of all rows so far: [1, C, 3D]. */
  readonly qkv: Tensor;
  /** Outputs of self- and cross-attention's heads, [1, C, D]; null where no head gives its mean. */
  readonly selfHeads: Tensor | null;
  readonly crossHeads: Tensor | null;
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

/** A decoder pass but for its last line: what a later one can take over. */
export interface DecoderLayers {
  /** [1, C, D]: what each layer read, and last what the last one gave. */
  readonly inputs: readonly Tensor[];
  /** Of every layer: what a later pass goes on from. */
  readonly caches: readonly LayerCache[];
  /** [H, n, C] and [H, n, C′] of every layer, for this pass's rows. */
  readonly self: readonly Tensor[];
  readonly cross: readonly Tensor[];
}

export interface DecoderPass extends DecoderLayers {
  /** [1, n, V] */
  readonly logits: Tensor;
}

/** What a pass that can be differentiated goes over; nothing of it is differentiated. */
export interface DifferentiableInput {
  /** [C] and [C′] as float32, padded: source and decoder input. */
  readonly source: Tensor;
  readonly target: Tensor;
  readonly changes: readonly Intervention[];
  /** What each attention must do, by its pattern's name. */
  readonly rules: ReadonlyMap<StageName, AttentionRules>;
}

export interface DifferentiableOutput {
  /** [H, C, C′] */
  readonly patterns: ReadonlyMap<StageName, Tensor>;
  /** The decoder's last output: [1, C, D]. */
  readonly output: Tensor;
}

/** The whole forward pass as a function of what is added to each pattern, by its name: [H, C, C′]. */
export type Differentiable = (
  input: DifferentiableInput,
) => (nudges: ReadonlyMap<StageName, Tensor>) => DifferentiableOutput;

/** A model on the current backend. */
export interface LoadedModel {
  /** The output table, [1, D, V] with its bias. */
  readonly unembed: Linear;
  /** [V]: 0 where an id may be written, else 1. */
  readonly forbiddenMask: Tensor;
  /** The learned maps of one encoder pass and of one decoding step, in order. */
  readonly maps: { readonly encoder: readonly Linear[]; readonly step: readonly Linear[] };
  /** The whole encoder. */
  encode(context: PassContext, input: EncoderInput, known: CachedLayers<EncoderPass> | null): EncoderPass;
  /** What the decoder reads of the source: k and v of every layer's cross-attention, [1, C, 2D] each. */
  readSource(pass: EncoderPass): Tensor[];
  /**
   * Decoder rows `start` … `start` + `rows`: the whole target at once, or one step with caches.
   * @param known of a pass over the same ids without caches
   */
  decode(context: PassContext, input: DecoderInput, known: CachedLayers<DecoderLayers> | null): DecoderPass;
  /** The same model in operations that TF.js can differentiate, without caches; a file of its own. */
  differentiable(): Promise<Differentiable>;
  /** Frees everything. */
  dispose(): void;
}

/** A family of models: how its parameters lie, and its forward pass. */
export interface Architecture {
  /**
   * Puts a model's parameters on the current backend, and the products' weights into SIMD memory when there is one.
   * @throws EngineError `shape`, naming the parameter that is missing or has another shape than the model's sizes ask
   * for.
   */
  load(parameters: Parameters, info: ModelInfo, simd: Simd | null): LoadedModel;
  /** One head's own part of its sub-layer's maps. @throws EngineError `bad-request` for a head that is not there */
  headWeights(
    parameters: Parameters,
    info: ModelInfo,
    kind: AttentionKind,
    layer: number,
    head: number,
  ): HeadWeights;
}
