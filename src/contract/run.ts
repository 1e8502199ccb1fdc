import type { Frame } from './frame.ts';
import type { BeamNode, BeamTree, Decoding, Intervention } from './intervention.ts';
import type { StageName } from './stages.ts';
import type { Token } from './tokens.ts';

/** One step of the target: what the model thinks of the word at this place. */
export interface TargetStep {
  /**
   * The id that stands here: chosen greedily, or given by the person; the last one is the end mark unless the limit
   * cut it.
   */
  readonly id: number;
  /** Of that id, 0 … 1. */
  readonly probability: number;
  /** The likeliest ids, best first, that id among them if it is likely enough. */
  readonly best: readonly { readonly id: number; readonly probability: number }[];
}

/**
 * What a run is for: the picture of what is typed; the unchanged model's own beside a changed one; a picture besides.
 * Each has its own last translation to begin the next one with.
 */
export type Purpose = 'typed' | 'unchanged' | 'peek';

/** What the engine is asked for: ids in. */
export interface RunRequest {
  /** With the end mark. At least one id, at most `maxPositions`. */
  readonly source: readonly number[];
  /** The person's French without marks, or null to let the model write. */
  readonly target: readonly number[] | null;
  /** Stages whose Frames are wanted; every `pattern` is always given. */
  readonly stages: readonly StageName[];
  /** Changes inside the forward pass; none when absent. */
  readonly changes?: readonly Intervention[];
  /** How the target is written; greedily when absent. Of a given target only the temperature counts. */
  readonly decoding?: Decoding;
  /** `typed` when absent. */
  readonly purpose?: Purpose;
}

/** Milliseconds of one run's parts. */
export interface RunTimings {
  /** The encoder's layers; k and v of cross-attention are the decoder's. */
  readonly encoderMs: number;
  readonly decoderMs: number;
  readonly readbackMs: number;
  readonly totalMs: number;
}

/** How the run went, for the bench and the curious. */
export interface RunCounts {
  /** Target tokens taken over from the last translation of the same purpose, not decoded anew. */
  readonly draftAccepted: number;
  /** Decoding steps done one by one. */
  readonly steps: number;
  /** Forward passes: encoder, parallel decoder, single steps. */
  readonly passes: number;
  /** Encoder layers computed; those before the first one that a change concerns are taken over from the last run. */
  readonly encoderLayers: number;
  /** Reads from the device. */
  readonly reads: number;
  /** GPU programs started (webgl only, else 0). */
  readonly programs: number;
}

export interface RunResult {
  /** As requested, S ids. */
  readonly source: readonly number[];
  /** What the decoder read: the start mark, then the target without an end mark. T ids. */
  readonly decoderInput: readonly number[];
  /**
   * T steps: row t is the word after the t-th input. Where the decoder looks ahead, with the whole target there to be
   * read.
   */
  readonly steps: readonly TargetStep[];
  /** False when the length limit cut the target. */
  readonly ended: boolean;
  readonly frames: ReadonlyMap<StageName, Frame>;
  /** Of beam search; null for any other way. */
  readonly beam: BeamTree | null;
  readonly timings: RunTimings;
  readonly counts: RunCounts;
}

export type BackendName = 'webgl' | 'wasm' | 'cpu';

/** What became of one backend when the device was tried. */
export interface BackendTrial {
  readonly name: BackendName;
  /** Median of a short run of the real model, or null when it did not start or gave wrong numbers. */
  readonly medianMs: number | null;
  readonly reason: string;
}

export interface BackendReport {
  readonly name: BackendName;
  /** `measured`: fastest of the trials; `asked`: the link asked for it; `fallback`: the one before it failed. */
  readonly because: 'measured' | 'asked' | 'fallback';
  readonly trials: readonly BackendTrial[];
}

/** A run as the page sees it: the engine's result with the words beside the ids. */
export interface Picture {
  readonly text: string;
  /** The person's target text; null when the model wrote it. */
  readonly targetText: string | null;
  /** S tokens: the text's pieces and the end mark. */
  readonly source: readonly Token[];
  /** T tokens: the start mark and the target's pieces: the decoder's rows. */
  readonly target: readonly Token[];
  /** T + 0 steps with their words: what follows each decoder row. */
  readonly steps: readonly PictureStep[];
  /** The French, whole. */
  readonly translation: string;
  readonly ended: boolean;
  /** Characters at the end of `text` that did not fit the model and were left out; 0 as a rule. */
  readonly leftOut: number;
  /** Likewise for `targetText`. */
  readonly targetLeftOut: number;
  readonly frames: ReadonlyMap<StageName, Frame>;
  readonly timings: RunTimings & { readonly tokensMs: number };
  readonly counts: RunCounts;
  /** The changes it was made with; empty as a rule. */
  readonly changes: readonly Intervention[];
  readonly decoding: Decoding;
  readonly beam: PictureBeam | null;
  /** The unchanged model beside it; null when nothing is changed. */
  readonly before: Before | null;
  /** True while it is the picture stored beside the model, shown until the weights are there. */
  readonly stored: boolean;
}

export interface PictureStep {
  readonly token: Token;
  readonly probability: number;
  readonly best: readonly { readonly id: number; readonly text: string; readonly probability: number }[];
}

/** A beam tree with its words. */
export interface PictureBeam {
  readonly steps: readonly (readonly (BeamNode & { readonly text: string })[])[];
  readonly chosen: readonly [number, number];
}

/** What the unchanged model makes of the same sentence. */
export interface Before {
  /** Its own translation, greedily, or the person's French. */
  readonly translation: string;
  readonly target: readonly Token[];
  readonly steps: readonly PictureStep[];
  /** Frames over the changed picture's tokens, source and target, so that they compare cell by cell. */
  readonly frames: ReadonlyMap<StageName, Frame>;
  /** What it thinks of the changed picture's target, row by row. */
  readonly onSameTarget: readonly PictureStep[];
}

/** One layer's guess at a position, by the output table applied to that layer's output (the logit lens). */
export interface LensGuess {
  readonly id: number;
  readonly probability: number;
  /** Rank of the word that stands there in the end, from 0: how many ids are likelier. */
  readonly finalRank: number;
}
export interface LensCell extends LensGuess {
  readonly text: string;
}
/** [layer][row] of the decoder. */
export type Lens = readonly (readonly LensCell[])[];

/** One head's maps, row-major: `q`, `k`, `v` [D, Dh] with biases [Dh], `o` [Dh, D]: this head's rows of W^O. */
export interface HeadWeights {
  readonly q: Float32Array;
  readonly k: Float32Array;
  readonly v: Float32Array;
  readonly o: Float32Array;
  readonly qBias: Float32Array;
  readonly kBias: Float32Array;
  readonly vBias: Float32Array;
  /** [D], of the whole sub-layer: it is added once, not per head. */
  readonly oBias: Float32Array;
  /** [D], of the Add & Norm behind it. */
  readonly normGain: Float32Array;
  readonly normBias: Float32Array;
}

/** ∂ log P(id after decoder row `row`) ÷ ∂ α̂, for every pattern: Frames of the patterns' names and shapes. */
export interface Gradient {
  readonly row: number;
  readonly id: number;
  readonly frames: ReadonlyMap<StageName, Frame>;
}

/** What switching one head off does to the words that stand there. */
export interface HeadEffect {
  /** Mean over the target's words of log P before − log P after, nats. */
  readonly loss: number;
  /** The largest such drop at one word, and the decoder row it is at. */
  readonly most: number;
  readonly mostRow: number;
  /** The drop at each word, by the decoder row it is written after. */
  readonly drops: readonly number[];
}
