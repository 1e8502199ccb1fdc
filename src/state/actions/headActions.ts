import { type HeadAt, type HeadSet, type OffWay, siteOf } from '../../contract/index.ts';
import { eachHead, switchOff, switchOn } from '../changes/edit.ts';
import { type HeadState, headStatesOf, hiddenHeadsOf, isOff } from '../changes/headStates.ts';
import { oneEach } from '../choice/fields/heads.ts';
import { choiceOf, chosenOf } from '../selectors.ts';
import type { HeadlightStore } from '../store.ts';
import type { AppState, WorkPatch } from '../types.ts';
import type { Edit } from './edit.ts';

/** Heads of one layer. */
type HeadsAt = Pick<HeadAt, 'kind' | 'layer'> & { readonly heads: readonly number[] };

/** What a person does with whole heads. Each is one step of undo; what changes nothing is none. */
export interface HeadActions {
  /**
   * Hides these heads, which leaves the model as it is, or switches them off, which leaves the view; `shown` undoes
   * both.
   */
  setHeads(set: HeadSet, to: HeadState): void;
  /** Likewise all heads of the layer but these, which are switched on where the others are switched off. */
  setOtherHeads(but: HeadsAt, to: HeadState): void;
  /** On again in the model; hidden ones stay hidden. */
  switchOn(set: HeadSet): void;
  /** In view again; those that are off stay off. */
  unhide(set: HeadSet): void;
  /** The chosen heads: off as the brush says, or on again when all of them are off. */
  toggleHeads(): void;
  /** The chosen heads: hidden, or shown again when all of them are hidden. */
  toggleHidden(): void;
}

const at = ({ kind, layer, head }: HeadAt): string => `${kind} ${layer} ${head}`;

/** What the model does with these heads: off in a way, or on. */
function switched(state: AppState, set: HeadSet, way: OffWay | null): WorkPatch {
  const { changes } = choiceOf(state);
  const info = state.card?.info;
  const stack = info ? siteOf(info, set.kind) : null;
  return { changes: way === null ? switchOn(changes, set, stack) : switchOff(changes, set, way) };
}

/** What is drawn of these heads. */
function hiding(state: AppState, set: HeadSet, hide: boolean): WorkPatch {
  const { hidden } = choiceOf(state);
  const info = state.card?.info;
  const heads = eachHead(set, info ? siteOf(info, set.kind) : null).map((one) => ({
    kind: set.kind,
    ...one,
  }));
  const meant = new Set(heads.map(at));
  const others = hidden.filter((head) => !meant.has(at(head)));
  return { hidden: hide ? oneEach([...others, ...heads]) : others };
}

function patchOfHeads(state: AppState, set: HeadSet, to: HeadState): WorkPatch {
  if (isOff(to)) return switched(state, set, to);
  return to === 'hidden'
    ? hiding(state, set, true)
    : { ...switched(state, set, null), ...hiding(state, set, false) };
}

export function createHeadActions(store: HeadlightStore, edit: Edit): HeadActions {
  const change = (patch: WorkPatch): void => edit(patch, { kept: ['changes'] });
  const setHeads: HeadActions['setHeads'] = (set, to) => change(patchOfHeads(store.getState(), set, to));
  const chosen = (): HeadsAt => chosenOf(store.getState());
  const all = (is: (kind: HeadSet['kind'], layer: number, head: number) => boolean): boolean => {
    const { kind, layer, heads } = chosen();
    return heads.every((head) => is(kind, layer, head));
  };
  const actions: HeadActions = {
    setHeads,
    switchOn: (set) => change(switched(store.getState(), set, null)),
    unhide: (set) => change(hiding(store.getState(), set, false)),
    setOtherHeads({ kind, layer, heads: kept }, to) {
      const state = store.getState();
      const count = state.card ? siteOf(state.card.info, kind).heads : 0;
      const heads = Array.from({ length: count }, (_, i) => i).filter((head) => !kept.includes(head));
      if (heads.length === 0) return;
      const others = patchOfHeads(state, { kind, layer, heads }, to);
      if (!isOff(to) || others.changes === undefined) return change(others);
      const stack = state.card ? siteOf(state.card.info, kind) : null;
      change({ changes: switchOn(others.changes, { kind, layer, heads: kept }, stack) });
    },
    toggleHeads() {
      const states = headStatesOf(store.getState());
      if (all((...head) => isOff(states(...head)))) actions.switchOn(chosen());
      else setHeads(chosen(), store.getState().brush.way);
    },
    toggleHidden() {
      const hidden = hiddenHeadsOf(store.getState());
      if (all(hidden)) actions.unhide(chosen());
      else setHeads(chosen(), 'hidden');
    },
  };
  return actions;
}
