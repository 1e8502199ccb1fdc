import { useMemo } from 'react';
import { ATTENTION, siteOf } from '../../contract/index.ts';
import { choiceOf } from '../../state/index.ts';
import type { FigureBars, FigureChange, ModelFigureWords } from '../../views/index.ts';
import { changedWords } from '../changes/changedWords.ts';
import { headViewsOf, looksAheadOf, performHeadAct } from '../changes/headActs.ts';
import { stageOf } from '../changes/panelState.ts';
import { useApp, useDesk, useHeadlight, useWords } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { figureWords } from './figureWords.ts';

/** The figure's words; a layer of the decoder that looks ahead is no longer said not to. */
export function useFigureWords(touch: boolean): ModelFigureWords {
  const translator = useWords();
  const card = useApp((state) => state.card);
  const ahead = useApp(looksAheadOf);
  return useMemo(() => {
    const words = figureWords(translator, card, touch);
    const heads = card === null ? 0 : siteOf(card.info, 'decoder').heads;
    const looks = (layer: number): boolean =>
      Array.from({ length: heads }, (_, head) => ahead(layer, head)).includes(true);
    return {
      ...words,
      row: (kind, layer) =>
        ATTENTION[kind].causal && looks(layer - 1)
          ? translator.t('figure.row.decoderAhead', { layer })
          : words.row(kind, layer),
    };
  }, [translator, card, touch, ahead]);
}

/** What became of each head, and the unchanged model's pictures; with `acts` it can be changed in the figure itself. */
export function useFigureChange(acts: boolean): FigureChange {
  const { act } = useHeadlight();
  const { t } = useWords();
  const stateOf = useApp(headViewsOf);
  const before = useApp((state) => drawnOf(state)?.before?.frames ?? null);
  const shown = useApp((state) => choiceOf(state).shown);
  return {
    stateOf,
    before,
    shown,
    t,
    ...(acts
      ? {
          onAct: (what, { kind, layer, head }) => performHeadAct(act, what, { kind, layer, heads: [head] }),
        }
      : {}),
  };
}

/** The bars, and the one whose numbers stand in the place of the chosen head. */
export function useFigureBars(): FigureBars {
  const { desk, store } = useHeadlight();
  const translator = useWords();
  const stage = useDesk(({ stage: open }) => open);
  const open = useApp((state) => stageOf({ stage }, state));
  const words = useMemo(() => changedWords(translator).bars, [translator]);
  return { open, onOpen: (name) => desk.act.openStage(name, store.getState()), words };
}
