import type { Frame } from './frame.ts';
import type { ModelInfo, Parameters } from './model.ts';
import type { BackendName, BackendReport, HeadWeights, LensGuess, RunRequest, RunResult } from './run.ts';
import type { AttentionKind } from './sites.ts';
import type { StageName } from './stages.ts';

/** Ids and float numbers one model gives for one input, to check a device against before it is trusted. */
export interface Golden {
  readonly request: RunRequest;
  /** What the decoder must have read. */
  readonly decoderInput: readonly number[];
  /** Frames that must agree within 1e-3 (all `pattern` stages as a rule). */
  readonly frames: ReadonlyMap<StageName, Frame>;
}

/** Lets what is newer go first. All work is in pieces: decoding steps, passes, reads, programs to compile. */
export interface RunControl {
  /** Asked between the pieces; true ends the work with EngineError `outdated`. */
  readonly isOutdated: () => boolean;
  /** Awaited between the pieces, so that newer messages can arrive. */
  readonly breathe: () => Promise<void>;
}

/** What can be asked of a model beside its forward pass. */
export interface Probes {
  /**
   * ∂ log P(id after decoder row `row`) ÷ ∂ α̂ of every pattern, by TF.js's automatic differentiation, with the
   * request's changes; its target must be given. P is the probability shown: after temperature. A weight that is
   * masked has a gradient too: what a little of it would do. Frames bear the patterns' names.
   * @throws EngineError `bad-request`
   */
  gradient(
    request: RunRequest,
    row: number,
    id: number,
    control?: RunControl,
  ): Promise<ReadonlyMap<StageName, Frame>>;
  /**
   * The output table applied to every decoder layer's output, over a given target, with the request's changes and
   * temperature.
   * @param finalIds T ids: what stands after each row
   * @returns [layer][row]; the last layer's are the model's own probabilities
   * @throws EngineError `bad-request`
   */
  lens(
    request: RunRequest,
    finalIds: readonly number[],
    control?: RunControl,
  ): Promise<readonly (readonly LensGuess[])[]>;
  /** @throws EngineError `bad-request` for a head the model does not have */
  headWeights(kind: AttentionKind, layer: number, head: number): Promise<HeadWeights>;
}

/** The engine's door. One model at a time; one run at a time. */
export interface Engine extends Probes {
  readonly info: ModelInfo;
  readonly backend: () => BackendReport;
  /** @throws EngineError */
  run(request: RunRequest, control?: RunControl): Promise<RunResult>;
  /**
   * With backend 'auto': measures the backend that was too slow to start before the first picture, and takes it if it
   * is faster. For an idle moment, between runs; does nothing once it has been measured. Ended by `control` it goes on
   * the next time from where it was; meanwhile the backend at work stays.
   * @throws EngineError `outdated`
   */
  settle(control?: RunControl): Promise<void>;
  /** The bare matrix products of a run of these lengths, milliseconds (median); for the bench. */
  measureProducts(sourceLength: number, targetLength: number, repeats: number): Promise<number>;
  numTensors(): number;
  dispose(): void;
}

export interface EngineOptions {
  readonly info: ModelInfo;
  readonly parameters: Parameters;
  /** 'auto' measures; a name asks for that backend and falls back in the order webgl, wasm, cpu. */
  readonly backend: BackendName | 'auto';
  readonly golden: Golden | null;
  /** Folder URL of the wasm binaries, with its slash. */
  readonly wasmPath: string;
  /** The engine's own loops in WebAssembly; `fastest` when absent. For tests and the bench. */
  readonly simd?: SimdChoice;
}

/** The fastest this browser runs, one compiled with or without fused multiply-add, or none. */
export type SimdChoice = 'fastest' | 'fused' | 'plain' | 'none';
