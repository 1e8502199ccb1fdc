import { useEffect, useMemo, useState } from 'react';
import type { Frame, StageName } from '../../contract/index.ts';
import { choiceOf, chosenOf } from '../../state/index.ts';
import { ModelFigure, type ModelFigureProps } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { labelledHeads } from './labelledHeads.ts';
import { followedStageOf, useFigureBars, useFigureChange, useLooksAhead } from './useFigure.ts';

const NO_FRAMES: ReadonlyMap<StageName, Frame> = new Map();

/** So long a note takes the hints' place. */
const NOTE_MS = 6000;

/** A word to the person that goes by itself. */
function useNote(): [string | null, (note: string) => void] {
  const [note, setNote] = useState<{ readonly text: string } | null>(null);
  useEffect(() => {
    if (note === null) return;
    const timer = setTimeout(() => setNote(null), NOTE_MS);
    return () => clearTimeout(timer);
  }, [note]);
  return [note?.text ?? null, (text) => setNote({ text })];
}

/** The paper's figure with every head live in its box: map, atlas and control at once. */
export function FigurePane({
  variant,
  onOpen,
  changeable = false,
}: Pick<ModelFigureProps, 'variant'> & {
  /** Heads can be switched off and hidden here, and the bars opened. */
  readonly changeable?: boolean;
  /** A head was chosen alone, not beside others. */
  readonly onOpen?: () => void;
}) {
  const { act, store } = useHeadlight();
  const t = useWords();
  const theme = useTheme();
  const card = useApp((state) => state.card);
  const frames = useApp((state) => drawnOf(state)?.frames ?? NO_FRAMES);
  const chosen = useApp(chosenOf);
  const palette = useApp((state) => choiceOf(state).palette);
  const looksAhead = useLooksAhead();
  const changed = useFigureChange(changeable);
  const bars = useFigureBars();
  const lit = useApp(followedStageOf);
  const labels = useMemo(() => labelledHeads(t, card), [t, card]);
  const [several, setSeveral] = useState(false);
  const [note, say] = useNote();
  const choose: ModelFigureProps['onChoose'] = (kind, layer, head, additive) => {
    const now = chosenOf(store.getState());
    const elsewhere = now.kind !== kind || now.layer !== layer;
    // A comparison is not thrown away by one more head that cannot stand beside it.
    if (additive && elsewhere && now.heads.length > 1) say(t('figure.oneLayer'));
    else act.chooseHead(kind, layer, head, additive);
    if (!additive) onOpen?.();
  };
  return (
    <ModelFigure
      info={card?.info ?? null}
      frames={frames}
      chosen={chosen}
      onChoose={choose}
      adding={{ on: several, onChange: setSeveral }}
      note={note}
      theme={theme}
      palette={palette}
      labels={labels}
      t={t}
      looksAhead={looksAhead}
      variant={variant}
      lit={lit}
      changed={changed}
      {...(changeable ? { bars } : {})}
    />
  );
}
