import type { Shape } from './dims.ts';
import type { AttentionKind, Site } from './sites.ts';

export type Activation = 'relu' | 'swish' | 'gelu';

/** The sizes of one stack besides its attention's; encoder and decoder may differ. */
export interface StackInfo {
  readonly layers: number;
  /** F */
  readonly feedForward: number;
}

/**
 * What the engine must know of a model besides its parameters; read from Hugging Face's config.json and
 * generation_config.json.
 */
export interface ModelInfo {
  /** Whose forward pass it is: a name that the engine's architectures go by. */
  readonly family: string;
  readonly encoder: StackInfo;
  readonly decoder: StackInfo;
  /** Every attention of the model, one row each. */
  readonly sites: readonly Site[];
  /** D */
  readonly width: number;
  /** V */
  readonly vocabulary: number;
  readonly maxPositions: number;
  readonly activation: Activation;
  /**
   * The label smoothing ε it was trained with (`label_smoothing`), 0 … 1: what of each right word's probability was
   * given to the whole vocabulary alike. Absent where the folder does not say; nothing is computed by it.
   */
  readonly labelSmoothing?: number;
  /** Token embeddings are multiplied by √D before the positions are added. */
  readonly scaleEmbedding: boolean;
  /** The decoder's first input. */
  readonly startId: number;
  readonly endId: number;
  readonly padId: number;
  /** Ids greedy decoding never chooses (single-token `bad_words_ids`). */
  readonly forbiddenIds: readonly number[];
  /** Chosen at the length limit when set (`forced_eos_token_id`). */
  readonly forcedEndId: number | null;
  /** Most tokens a generated target may have, the end mark included. */
  readonly maxTargetLength: number;
}

/** One named parameter, row-major, as Hugging Face names it; float16 files are already widened. */
export interface Parameter {
  readonly shape: Shape;
  readonly data: Float32Array;
}
export type Parameters = ReadonlyMap<string, Parameter>;

/** What a head does, as measured when the model was made; beside the model in `heads.json`. */
export interface HeadLabel {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly head: number;
  /** A catalogue key, e.g. `antecedent`, `previousWord`. */
  readonly label: string;
  /** How much of the head's weight goes there, on the average over sentences kept from the training; 0 … 1. */
  readonly share?: number | undefined;
  /** What the training had to do with it, as the model card says; absent where nothing asked for it. */
  readonly training?: HeadTraining | undefined;
}

/**
 * `taught`: a loss looked at this head's own weights. `rewarded`: none did, but the training made it worth having that
 * some head does this.
 */
export const HEAD_TRAININGS = ['taught', 'rewarded'] as const;
export type HeadTraining = (typeof HEAD_TRAININGS)[number];

/** The view a model opens with; beside the model in `first-view.json`, written by `scripts/describe.mjs`. */
export interface FirstView {
  readonly text: string;
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly head: number;
  /** Token positions, counted from 0. */
  readonly cell: { readonly query: number; readonly key: number } | null;
}
