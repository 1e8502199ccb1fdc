import type {
  AttentionKind,
  BackendReport,
  Decoding,
  Frame,
  Gradient,
  HeadEffect,
  HeadWeights,
  Intervention,
  Lens,
  ModelCard,
  Picture,
  SessionFailure,
  SessionOptions,
  ShowRequest,
  StageName,
} from '../contract/index.ts';
import type { WireError } from './wireError.ts';

/** What the page may ask of the worker, and what it answers. */
export interface Answers {
  show: Picture | null;
  peek: Picture;
  frame: Frame;
  gradient: Gradient;
  lens: Lens;
  weights: HeadWeights;
  effect: HeadEffect;
  products: number;
  tensors: number;
}

/** What a picture was computed from, in ids: the worker remembers no pictures. */
export interface Passage {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly changes: readonly Intervention[];
  readonly decoding: Decoding;
}

export interface HeadAddress {
  readonly attention: AttentionKind;
  readonly layer: number;
  readonly head: number;
}

export type WorkerQuestion =
  | { readonly kind: 'show'; readonly request: ShowRequest }
  | { readonly kind: 'peek'; readonly request: ShowRequest }
  | { readonly kind: 'frame'; readonly name: StageName; readonly passage: Passage }
  | { readonly kind: 'gradient'; readonly passage: Passage; readonly row: number; readonly id: number }
  /** `finalIds`: what stands after each row. */
  | { readonly kind: 'lens'; readonly passage: Passage; readonly finalIds: readonly number[] }
  | ({ readonly kind: 'weights' } & HeadAddress)
  /** `steps`: what stands after each row, and how likely it is with the head. */
  | ({
      readonly kind: 'effect';
      readonly passage: Passage;
      readonly steps: readonly { readonly id: number; readonly probability: number }[];
    } & HeadAddress)
  | { readonly kind: 'products'; readonly source: number; readonly target: number; readonly repeats: number }
  | { readonly kind: 'tensors' };

export type Asked<Kind extends WorkerQuestion['kind']> = Extract<WorkerQuestion, { readonly kind: Kind }>;

export type ToWorker =
  | { readonly type: 'open'; readonly options: SessionOptions }
  | { readonly type: 'retry' }
  /** The stored picture is painted. */
  | { readonly type: 'seen' }
  | { readonly type: 'ask'; readonly id: number; readonly question: WorkerQuestion }
  /** Nobody waits for this answer any more: it is not given. */
  | { readonly type: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly type: 'card'; readonly card: ModelCard }
  | { readonly type: 'stored'; readonly picture: Picture }
  | { readonly type: 'progress'; readonly loaded: number; readonly total: number | null }
  | { readonly type: 'live'; readonly report: BackendReport }
  | { readonly type: 'failure'; readonly failure: SessionFailure }
  | { readonly type: 'answer'; readonly id: number; readonly value: Answers[keyof Answers] }
  | { readonly type: 'refusal'; readonly id: number; readonly error: WireError };
