import { useMemo } from 'react';
import type { Frame, StageName } from '../contract/index.ts';
import { choiceOf, chosenOf } from '../state/index.ts';
import { ModelFigure, type ModelFigureProps } from '../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from './context.tsx';
import { figureWords, labelledHeads } from './figureWords.ts';
import { drawnOf } from './headPicture.ts';

const NO_FRAMES: ReadonlyMap<StageName, Frame> = new Map();

/** The paper's figure with every head live in its box: map, atlas and control at once. */
export function FigurePane({ variant }: Pick<ModelFigureProps, 'variant'>) {
  const { act } = useHeadlight();
  const translator = useWords();
  const theme = useTheme();
  const card = useApp((state) => state.card);
  const frames = useApp((state) => drawnOf(state)?.frames ?? NO_FRAMES);
  const chosen = useApp(chosenOf);
  const palette = useApp((state) => choiceOf(state).palette);
  const words = useMemo(() => figureWords(translator, card), [translator, card]);
  const labels = useMemo(() => labelledHeads(translator, card), [translator, card]);
  return (
    <ModelFigure
      info={card?.info ?? null}
      frames={frames}
      chosen={chosen}
      onChoose={act.chooseHead}
      theme={theme}
      palette={palette}
      labels={labels}
      words={words}
      variant={variant}
    />
  );
}
