import type { Mask } from './meaning/masks.ts';
import type { AttentionKind, Part } from './sites.ts';

/**
 * Heads a change is about: of one kind, in one layer or in every one (`null`), these or all of them (`null`). Layers
 * and heads the model does not have are passed over.
 */
export interface HeadSet {
  readonly kind: AttentionKind;
  readonly layer: number | null;
  /** Ascending, each once. */
  readonly heads: readonly number[] | null;
}

/**
 * What a switched-off head gives instead of its output: nothing; the mean of its output over the sentence (in the
 * decoder over the rows so far, its own included: a row knows none that come later); or the first token's value, all
 * its attention being on that. With `first` its pattern is that attention, whatever is forbidden; with the others the
 * pattern is what it would have read, and `headOutput` is what it gives instead.
 */
export const OFF_WAYS = ['zero', 'mean', 'first'] as const;
export type OffWay = (typeof OFF_WAYS)[number];
export interface HeadsOff extends HeadSet {
  readonly type: 'off';
  readonly way: OffWay;
}

/**
 * `before` softmax: the score becomes −∞ and the row's other weights grow to a sum of 1. `after` softmax, as in the
 * lecture: α̂ := 0, and the row no longer sums to 1. A row all of whose keys are forbidden reads nothing: its weights
 * are 0, its head output is 0. A cell forbidden in both ways is forbidden before. Frames of `scores` stay as they are
 * before any mask.
 */
export const FORBID_MODES = ['before', 'after'] as const;
export type ForbidMode = (typeof FORBID_MODES)[number];

/** A cell, or with `null` a whole column (query null), a whole row (key null), or all. Positions of tokens, from 0. */
export interface CellSet {
  readonly query: number | null;
  readonly key: number | null;
}
export interface CellsForbidden extends HeadSet {
  readonly type: 'forbid';
  readonly mode: ForbidMode;
  /** Ascending by query, then key; each once. */
  readonly cells: readonly CellSet[];
}

/**
 * Another mask in the place of the kind's own (the decoder's is causal, the others have none). `none`: every key may
 * be read, so the decoder looks ahead. `causal`: no key after the query's position. `padding`: the keys from position
 * `size` on count as padding. `window`: no key further than `size` positions away. `block`: only keys of the query's
 * own block of `size` positions. Positions are counted in the query's sentence and the key's, also where these are
 * two languages.
 *
 * A head's masks are read in their order, beginning with the kind's own: `none` takes away all before it, the others
 * add up, and of two of one sort the later size holds. So `window` in the decoder holds besides the causal mask, and
 * `none`, then `window`, without.
 */
export interface MaskReplaced extends HeadSet {
  readonly type: 'mask';
  readonly mask: Mask;
  /** At least 1 (`window`: at least 0); of no meaning for `none` and `causal`. */
  readonly size: number;
}

/** Scores are q·k × `factor` ÷ √Dh; with `null` they are q·k, not divided at all. */
export interface ScaleReplaced extends HeadSet {
  readonly type: 'scale';
  readonly factor: number | null;
}

/**
 * What is added to the embeddings of one part. `off`: nothing. `shifted`: e^{i + by} for the token at position i.
 * `shuffled`: the same vectors in an order drawn from `seed`, within whole blocks of SHUFFLE_BLOCK positions (a
 * sentence still being written has no length yet), so that the last block's tokens may get vectors from beyond the
 * sentence; src/contract/meaning/positions.ts has the rule.
 */
export const POSITION_WAYS = ['off', 'shifted', 'shuffled'] as const;
export type PositionWay = (typeof POSITION_WAYS)[number];
export const SHUFFLE_BLOCK = 16;
export interface PositionsReplaced {
  readonly type: 'positions';
  readonly part: Part;
  readonly way: PositionWay;
  /** Of `shifted`: a whole number, may be negative. */
  readonly by: number;
  /** Of `shuffled`: a whole number, taken modulo 2³². */
  readonly seed: number;
}

/**
 * A change inside the forward pass, as data: every later layer, the output and the translation feel it. Of several
 * that switch off or scale one head, or place one part's words, the later one holds; forbidden cells add up, with
 * each other and with masks.
 */
export type Intervention = HeadsOff | CellsForbidden | MaskReplaced | ScaleReplaced | PositionsReplaced;
export type InterventionType = Intervention['type'];

/**
 * How the next word is taken. Logits are divided by `temperature`; of the ids so weighted, `topK` keeps the
 * likeliest, `topP` the fewest that make up this probability (both `null`: all); `sample` draws among them from
 * `seed`, `greedy` takes the likeliest, `beam` keeps the `width` likeliest beginnings. Probabilities shown are those
 * after temperature, before topK and topP.
 */
export const WAYS_OF_DECODING = ['greedy', 'sample', 'beam'] as const;
export type WayOfDecoding = (typeof WAYS_OF_DECODING)[number];
export interface Decoding {
  readonly way: WayOfDecoding;
  readonly temperature: number;
  readonly topK: number | null;
  readonly topP: number | null;
  readonly seed: number;
  readonly width: number;
}
export const GREEDY: Decoding = { way: 'greedy', temperature: 1, topK: null, topP: null, seed: 1, width: 4 };

/** What a person changed of the model and of how it writes. */
export interface Changed {
  readonly changes: readonly Intervention[];
  readonly decoding: Decoding;
}
export const UNCHANGED: Changed = { changes: [], decoding: GREEDY };

/** One beginning that beam search kept, or dropped, at one step. */
export interface BeamNode {
  /** Index of the beginning it goes on from in the step before; 0 at the first step. */
  readonly parent: number;
  readonly id: number;
  /** Sum of log-probabilities of the whole beginning, nats. */
  readonly score: number;
  /** Kept for the next step, finished (by the end mark, or by the length limit), or dropped. */
  readonly fate: 'kept' | 'ended' | 'dropped';
}
/** Step by step the candidates looked at, best first; `chosen` is the ended one that was taken, as [step, index]. */
export interface BeamTree {
  readonly steps: readonly (readonly BeamNode[])[];
  readonly chosen: readonly [number, number];
}
