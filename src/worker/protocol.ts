import type {
  BackendReport,
  Frame,
  Intervention,
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
  products: number;
  tensors: number;
}

export type Question =
  | { readonly kind: 'show'; readonly request: ShowRequest }
  | { readonly kind: 'peek'; readonly request: ShowRequest }
  /** The ids of the picture the frame belongs to: the worker remembers no pictures. */
  | {
      readonly kind: 'frame';
      readonly name: StageName;
      readonly source: number[];
      readonly target: number[];
      readonly changes: readonly Intervention[];
    }
  | { readonly kind: 'products'; readonly source: number; readonly target: number; readonly repeats: number }
  | { readonly kind: 'tensors' };

export type ToWorker =
  | { readonly type: 'open'; readonly options: SessionOptions }
  | { readonly type: 'retry' }
  /** The stored picture is painted. */
  | { readonly type: 'seen' }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question };

export type FromWorker =
  | { readonly type: 'card'; readonly card: ModelCard }
  | { readonly type: 'stored'; readonly picture: Picture }
  | { readonly type: 'progress'; readonly loaded: number; readonly total: number | null }
  | { readonly type: 'live'; readonly report: BackendReport }
  | { readonly type: 'failure'; readonly failure: SessionFailure }
  | { readonly type: 'answer'; readonly id: number; readonly value: Answers[keyof Answers] }
  | { readonly type: 'refusal'; readonly id: number; readonly error: WireError };
