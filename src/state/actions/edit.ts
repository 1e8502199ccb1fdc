import { patchedWork } from '../places/places.ts';
import type { HeadlightStore, History } from '../store.ts';
import type { PlacedField, WorkPatch } from '../types.ts';

/** How an edit becomes a step of undo; alone, unless something is said here. */
export interface EditHow {
  /** Edits of one name without a pause between them are one step. */
  readonly join?: string;
  /** Of typed text, what was there and what comes: long typing is cut where words begin. */
  readonly typed?: { readonly from: string; readonly to: string };
  /** All edits of one stroke are one step. */
  readonly stroke?: string;
  /** Fields whose old positions stay among the new ones. */
  readonly kept?: readonly PlacedField[];
}
/** Changes some fields of the choice. */
export type Edit = (patch: WorkPatch, how?: EditHow) => void;

export function createEdit(store: HeadlightStore, history: History): Edit {
  return (patch, { join = null, typed, stroke, kept } = {}) => {
    if (stroke === undefined) history.begin(join, typed);
    else history.beginStroke(stroke);
    store.setState({ work: patchedWork(store.getState(), patch, kept) });
  };
}
