import { type AttentionKind, type HeadAt, meaningOf, type OffWay } from '../../contract/index.ts';
import { memoize } from '../memoize.ts';
import { changesOf, choiceOf } from '../selectors.ts';
import type { AppState } from '../types.ts';

/** What a person sees of a head: drawn, not drawn (the model knows nothing of it), or off in a way, drawn or not. */
export type HeadState = 'shown' | 'hidden' | OffWay;

export const isOff = (state: HeadState): state is OffWay => state !== 'shown' && state !== 'hidden';

type StateOf = (kind: AttentionKind, layer: number, head: number) => HeadState;

const keyOf = ({ kind, layer, head }: HeadAt): string => `${kind} ${layer} ${head}`;

/** Of any head whether it is drawn, whatever the model does with it. */
export const hiddenHeadsOf = memoize(
  (state: AppState) => [choiceOf(state).hidden],
  (hidden) => {
    const unseen = new Set(hidden.map(keyOf));
    return (kind: AttentionKind, layer: number, head: number): boolean =>
      unseen.has(keyOf({ kind, layer, head }));
  },
);

/** Of any head its state; off goes before hidden. */
export const headStatesOf = memoize(
  (state: AppState) => [changesOf(state), hiddenHeadsOf(state)],
  (changes, hidden): StateOf => {
    const offs = changes.filter(({ type }) => type === 'off');
    return (kind, layer, head) =>
      meaningOf(offs, { kind, layer, head }).off ?? (hidden(kind, layer, head) ? 'hidden' : 'shown');
  },
);

export const headStateOf = (state: AppState, kind: AttentionKind, layer: number, head: number): HeadState =>
  headStatesOf(state)(kind, layer, head);
