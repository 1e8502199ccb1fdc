import {
  type AttentionKind,
  attentionStage,
  type ChangedHeads,
  type HeadAt,
  headSetOf,
  headsIn,
  isCausal,
  meaningOf,
  siteOf,
} from '../../contract/index.ts';
import { changedHeads } from '../../layout/index.ts';
import {
  type AppState,
  type ChoiceActions,
  changesOf,
  choiceOf,
  chosenOf,
  headStatesOf,
  hiddenHeadsOf,
  isOff,
  memoize,
} from '../../state/index.ts';
import type { HeadAct, ShownHeadState } from '../../views/index.ts';
import { drawnOf } from '../head/headPicture.ts';

type Ask<T> = (kind: AttentionKind, layer: number, head: number) => T;

/** A weight that moved by a tenth is another shade in a thumbnail; less is seen in the large picture. */
const SEEN_SMALL = 0.1;

/** Of any head whether its thumbnail differs from the unchanged model's to the eye. */
const movedHeadsOf = memoize(
  (state: AppState) => [drawnOf(state)],
  (picture): Ask<boolean> => {
    const known = new Map<string, readonly boolean[]>();
    return (kind, layer, head) => {
      const name = attentionStage(kind, layer, 'pattern');
      const [after, before] = [picture?.frames.get(name), picture?.before?.frames.get(name)];
      if (!after || !before || `${after.shape}` !== `${before.shape}`) return false;
      const moved = known.get(name) ?? changedHeads(after, before, SEEN_SMALL);
      known.set(name, moved);
      return moved[head] ?? false;
    };
  },
);

/** Of any head what became of it, for the views. */
export const headViewsOf = memoize(
  (state: AppState) => [headStatesOf(state), hiddenHeadsOf(state), movedHeadsOf(state)],
  (states, hidden, moved) => {
    return ({ kind, layer, head }: HeadAt): ShownHeadState => {
      const state = states(kind, layer, head);
      return {
        hidden: hidden(kind, layer, head),
        off: isOff(state) ? state : null,
        changed: moved(kind, layer, head),
      };
    };
  },
);

/** What several heads have in common: off when all are, in the first one's way; hidden when all are. */
export function commonState(
  stateOf: (at: HeadAt) => ShownHeadState,
  { kind, layer, heads }: ChangedHeads,
): ShownHeadState {
  const states = heads.map((head) => stateOf({ kind, layer, head }));
  const off = states.every((state) => state.off !== null) ? (states[0]?.off ?? null) : null;
  return {
    hidden: states.every(({ hidden }) => hidden),
    off,
    changed: states.some(({ changed }) => changed),
  };
}

/** The heads that the panel's scope names. */
export const inScopeOf = memoize(
  (state: AppState) => [chosenOf(state), state.brush.scope, state.card],
  (chosen, scope, card): readonly HeadAt[] =>
    headsIn(headSetOf(scope, chosen), card && siteOf(card.info, chosen.kind)),
);

/** How many heads of the model are off, and how many are hidden. */
export const countsOf = memoize(
  (state: AppState) => [changesOf(state), choiceOf(state).hidden, state.card, headStatesOf(state)],
  (_, hidden, card, states): { readonly off: number; readonly hidden: number } => {
    if (card === null) return { off: 0, hidden: 0 };
    const { sites } = card.info;
    const all = sites
      .flatMap((site) => headsIn({ kind: site.kind, layer: null, heads: null }, site))
      .map(({ kind, layer, head }) => states(kind, layer, head));
    const there = hidden.filter(({ kind, layer, head }) =>
      sites.some((site) => site.kind === kind && layer < site.layers && head < site.heads),
    );
    return { off: all.filter(isOff).length, hidden: there.length };
  },
);

/** Does what is asked of these heads. */
export function performHeadAct(act: ChoiceActions, what: HeadAct, at: ChangedHeads): void {
  const own = headSetOf('head', at);
  if (what.type === 'hide') act.setHeads(own, 'hidden');
  else if (what.type === 'show') act.unhide(own);
  else if (what.type === 'on') act.switchOn(headSetOf(what.of, at));
  else if (what.of === 'others') act.setOtherHeads(at, what.way);
  else act.setHeads(headSetOf(what.of, at), what.way);
}

/** Whether a head of the decoder has lost its causal mask, and reads words that come later. */
export const looksAheadOf = memoize(
  (state: AppState) => [changesOf(state)],
  (changes) => {
    const known = new Map<string, boolean>();
    return (layer: number, head: number): boolean => {
      const key = `${layer} ${head}`;
      const ahead = known.get(key) ?? !isCausal(meaningOf(changes, { kind: 'decoder', layer, head }));
      known.set(key, ahead);
      return ahead;
    };
  },
);
