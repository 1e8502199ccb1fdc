import type { SimdChoice } from './engine.ts';
import type { EngineErrorCode, ModelErrorCode } from './errors.ts';
import type { Frame } from './frame.ts';
import type { Changed, Intervention } from './intervention.ts';
import type { FirstView, HeadLabel, ModelInfo } from './model.ts';
import type { BackendName, BackendReport, Gradient, HeadEffect, HeadWeights, Lens, Picture } from './run.ts';
import type { AttentionKind } from './sites.ts';
import type { StageName } from './stages.ts';

/** Everything about an open model that does not change from run to run. */
export interface ModelCard {
  /** Folder name under `models/`. */
  readonly name: string;
  readonly info: ModelInfo;
  /** False when the folder has no manifest: its bytes were not checked. */
  readonly verified: boolean;
  readonly firstView: FirstView | null;
  readonly headLabels: readonly HeadLabel[];
}

export interface SessionFailure {
  readonly code: ModelErrorCode | EngineErrorCode | 'crashed';
  /** For developers, English, from the error itself; the page words it by `code`. */
  readonly message: string;
  /** The file it concerns, when it concerns one. */
  readonly file: string | null;
}

/** What a session tells of itself, at most once per line unless it says otherwise. */
export interface SessionEvents {
  /** The small files are there: config, first view, labels. */
  onCard(card: ModelCard): void;
  /** The stored picture of the first view, before the weights; not called when there is none. */
  onStored(picture: Picture): void;
  /** Bytes of the weights; many times. `total` is null when nobody knows it. */
  onProgress(progress: { readonly loaded: number; readonly total: number | null }): void;
  /**
   * Weights loaded, backend chosen and checked; `show` now gives live pictures. Again after a backend was revived or
   * replaced.
   */
  onLive(report: BackendReport): void;
  /** Opening failed, or the engine died; `retry` tries again. */
  onFailure(failure: SessionFailure): void;
}

/** What a picture is asked for. */
export interface ShowRequest extends Changed {
  readonly text: string;
  /** The person's French; null lets the model write. */
  readonly target: string | null;
}

/**
 * Which picture a question is about: the newest one this session gave, or one named; `changes` others than the
 * picture's (the empty list: the unchanged model on the picture's tokens).
 */
export interface About {
  readonly picture?: Picture;
  readonly changes?: readonly Intervention[];
  /** Nobody waits any more: the worker leaves it, and the answer is EngineError `outdated`. */
  readonly signal?: AbortSignal;
}

/** What can be asked of a picture beside its frames. Everything asked is computed: whoever asks keeps the answer. */
export interface SessionProbes {
  /** Gradients with the picture's changes. @throws EngineError `bad-request` for a row or id it does not have. */
  gradient(row: number, id: number, of?: About): Promise<Gradient>;
  /** What every decoder layer would say at every position of the picture. */
  lens(of?: About): Promise<Lens>;
  headWeights(kind: AttentionKind, layer: number, head: number): Promise<HeadWeights>;
  /** Of one head, on the picture's words, by running the model without it, besides the changes. */
  headEffect(kind: AttentionKind, layer: number, head: number, of?: About): Promise<HeadEffect>;
}

/** The page's handle on the worker. */
export interface Session extends SessionProbes {
  /**
   * The picture of this text. Latest wins: resolves to null when a later `show` overtook it. Before the engine is
   * live it waits.
   * @throws HeadlightError when the run itself fails; the session stays usable.
   */
  show(request: ShowRequest): Promise<Picture | null>;
  /** A picture beside the newest one, which it neither overtakes nor replaces; without `before`. */
  peek(request: ShowRequest, signal?: AbortSignal): Promise<Picture>;
  /** Any stage's numbers. @throws EngineError `bad-request`. */
  frame(name: StageName, of?: About): Promise<Frame>;
  /** The bare matrix products of these lengths, median milliseconds. */
  measureProducts(sourceLength: number, targetLength: number, repeats: number): Promise<number>;
  /** Live tensors in the engine. */
  numTensors(): Promise<number>;
  retry(): void;
  close(): void;
}

export interface SessionOptions {
  /** URL of the model's folder, with its slash. */
  readonly modelUrl: string;
  readonly backend: BackendName | 'auto';
  readonly wasmPath: string;
  /** `fastest` when absent; for the bench. */
  readonly simd?: SimdChoice;
}
