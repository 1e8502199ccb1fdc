import { attentionStage, type StageName, siteOf } from '../../contract/index.ts';
import { INSPECT_STEPS } from '../../layout/index.ts';
import { type AppState, choiceOf, chosenOf } from '../../state/index.ts';
import type { FigureBars, FigureChange } from '../../views/index.ts';
import { headViewsOf, looksAheadOf, performHeadAct } from '../changes/headActs.ts';
import { stageOf } from '../changes/panelState.ts';
import { useApp, useDesk, useHeadlight } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { see } from '../view/currentView.ts';

/** While one number is followed: the stage that its step ends at, by which the figure knows the box. */
export function followedStageOf(state: AppState): StageName | null {
  const { view, inspect } = choiceOf(state);
  if (view !== 'cell') return null;
  const { kind, layer } = chosenOf(state);
  const step = INSPECT_STEPS[inspect];
  const stage = step === 'norm' ? 'afterAttention' : step === 'output' ? 'attentionOutput' : 'headOutput';
  return attentionStage(kind, layer, stage);
}

/** Whether some head of a decoder's layer looks ahead. */
export function useLooksAhead(): (layer: number) => boolean {
  const heads = useApp(({ card }) => (card === null ? 0 : siteOf(card.info, 'decoder').heads));
  const ahead = useApp(looksAheadOf);
  return (layer) => Array.from({ length: heads }, (_, head) => ahead(layer, head)).includes(true);
}

/** What became of each head, and the unchanged model's pictures; with `acts` it can be changed in the figure itself. */
export function useFigureChange(acts: boolean): FigureChange {
  const { act } = useHeadlight();
  const stateOf = useApp(headViewsOf);
  const before = useApp((state) => drawnOf(state)?.before?.frames ?? null);
  const shown = useApp((state) => choiceOf(state).shown);
  return {
    stateOf,
    before,
    shown,
    ...(acts
      ? {
          onAct: (what, { kind, layer, head }) => performHeadAct(act, what, { kind, layer, heads: [head] }),
        }
      : {}),
  };
}

/** The bars, and the one whose numbers stand in the place of the chosen head. */
export function useFigureBars(): FigureBars {
  const { act, desk, store } = useHeadlight();
  const stage = useDesk(({ stage: open }) => open);
  const open = useApp((state) => stageOf({ stage }, state));
  return {
    open,
    onOpen: (name) => {
      const state = store.getState();
      // The next word's probabilities, word by word, have a view of their own.
      if (name === 'probabilities') act.choose(see('time', choiceOf(state)));
      else desk.act.openStage(name, state);
    },
  };
}
