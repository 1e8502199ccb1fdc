import { useStore } from 'zustand';
import { choiceOf } from '../../state/index.ts';
import { useApp, useHeadlight } from '../context.tsx';
import { gradientWordOf } from '../head/gradientWord.ts';
import { viewedOf } from '../head/viewedPicture.ts';
import { stepOf, toStep } from '../target/playback.ts';
import { seenOf } from './currentView.ts';

/** What the view on screen makes of the French beneath it. */
export interface ViewStep {
  /** The word that it is about; null where it is about none. */
  readonly step: number | null;
  /** The word that is pointed at in it. */
  readonly pointed: number | null;
  /** What a click on a word does; null where the view has no use for it. */
  readonly choose: ((step: number) => void) | null;
}

/**
 * The decoder's step is a word of the French, and so is what a gradient is of: both are lit there, and chosen there.
 */
export function useViewStep(): ViewStep {
  const headlight = useHeadlight();
  const seen = useApp((state) => seenOf(choiceOf(state)));
  const step = useApp(stepOf);
  const row = useApp((state) => gradientWordOf(state)?.row ?? null);
  const pointed = useStore(headlight.memory, ({ pointedRow }) => pointedRow);
  const showTree = useStore(headlight.memory, (memory) => memory.showTree);
  const tree = useApp((state) => viewedOf(state)?.beam !== null) && showTree;
  if (seen === 'time' && !tree) return { step, pointed, choose: (next) => toStep(headlight, next) };
  if (seen !== 'gradient') return { step: null, pointed, choose: null };
  const choose = (word: number) => headlight.act.choose({ word, candidate: null }, 'word');
  return { step: row, pointed, choose };
}
