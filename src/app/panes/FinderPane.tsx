import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { AttentionKind, HeadAt } from '../../contract/index.ts';
import { headKey, linkOfCell } from '../../layout/index.ts';
import { choiceOf, chosenOf } from '../../state/index.ts';
import { type FinderChoice, HeadFinder } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { labelledHeads } from '../figure/labelledHeads.ts';
import { gradientWordOf } from '../head/gradientWord.ts';
import { pinnedPieceOf, type Viewed, viewedOf } from '../head/viewedPicture.ts';
import { see } from '../view/currentView.ts';
import { PaneBody } from './PaneBody.tsx';
import { useEffects } from './useEffects.ts';

/** Measure, order and word are part of the link, the filter is remembered. */
function useFinderChoice(text: string): [FinderChoice, (choice: FinderChoice) => void] {
  const { act, memory } = useHeadlight();
  const { measure, order, effectOf } = useApp(choiceOf);
  const word = useApp(gradientWordOf)?.row ?? null;
  const { kinds, layer, link: picked, linkText } = useStore(memory);
  const effectRow = effectOf === 'word' ? word : null;
  // Its words are counted in the sentence in which it was chosen.
  const link = linkText === text ? picked : null;
  const change = (next: FinderChoice) => {
    if (next.measure !== measure || next.order !== order) {
      act.choose({ measure: next.measure, order: next.order });
    }
    if (next.effectRow === null && effectRow !== null) act.choose({ effectOf: 'mean' });
    else if (next.effectRow !== effectRow)
      act.choose({ effectOf: 'word', word: next.effectRow, candidate: null });
    memory.setState({ kinds: next.kinds, layer: next.layer, link: next.link, linkText: text });
  };
  return [{ measure, order, kinds, layer, link, effectRow }, change];
}

/** What is known of each head beside its numbers: what it was measured to do, and what a person calls it. */
function useKnownHeads() {
  const t = useWords();
  const card = useApp((state) => state.card);
  const own = useApp((state) => choiceOf(state).names);
  const labels = useMemo(() => labelledHeads(t, card), [t, card]);
  const names = useMemo(() => new Map(own.map((one) => [headKey(one), one.name])), [own]);
  return { labels, names };
}

function Finder({ viewed }: { readonly viewed: Viewed }) {
  const { act, store } = useHeadlight();
  const t = useWords();
  const theme = useTheme();
  const { palette } = useApp(choiceOf);
  const chosen = useApp(chosenOf);
  const { labels, names } = useKnownHeads();
  const { picture } = viewed;
  const [choice, onChange] = useFinderChoice(picture.text);
  const run = useEffects(viewed, choice.measure === 'effect');
  const pinned = useApp(pinnedPieceOf);
  const pinnedLink = useMemo(
    () => pinned && linkOfCell(viewed, chosen.kind, pinned, 'piece'),
    [viewed, chosen.kind, pinned],
  );
  const choose = (kind: AttentionKind, layer: number, head: number) => {
    // Another kind has other cells: the word that effects are ranked by stays.
    const kept = choice.measure === 'effect' && choice.effectRow !== null && kind !== chosen.kind;
    act.choose({ kind, layer, heads: [head], ...(kept ? { word: choice.effectRow } : {}) });
  };
  return (
    <PaneBody busy={run.measuring !== null} failure={run.failure} onAgain={run.start}>
      <HeadFinder
        picture={viewed}
        choice={choice}
        onChange={onChange}
        pinnedLink={pinnedLink}
        effects={run.effects}
        measuring={run.measuring}
        stopped={run.stopped}
        onMeasure={run.start}
        onStop={run.stop}
        chosen={chosen}
        onChoose={choose}
        onOpen={() => act.choose(see('heatmap', choiceOf(store.getState())))}
        labels={labels}
        names={names}
        onName={(place: HeadAt, name) => act.nameHead(place, name)}
        theme={theme}
        palette={palette}
        t={t}
      />
    </PaneBody>
  );
}

/** All heads in order of a measure. */
export function FinderPane() {
  const viewed = useApp(viewedOf);
  return viewed && <Finder viewed={viewed} />;
}
