import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { HeadAt } from '../../contract/index.ts';
import { headKey, linkOfCell, measureHeads } from '../../layout/index.ts';
import { choiceOf, chosenOf } from '../../state/index.ts';
import { type FinderChoice, HeadFinder } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { labelledHeads } from '../figure/labelledHeads.ts';
import { pinnedPieceOf, type Viewed, viewedOf } from '../head/viewedPicture.ts';
import { see } from '../view/currentView.ts';
import { PaneBody } from './PaneBody.tsx';

/** Measure and order are part of the link, the filter is remembered. */
function useFinderChoice(): [FinderChoice, (choice: FinderChoice) => void] {
  const { act, memory } = useHeadlight();
  const { measure, order } = useApp(choiceOf);
  const { kinds, layer, link } = useStore(memory);
  const change = (next: FinderChoice) => {
    if (next.measure !== measure || next.order !== order) {
      act.choose({ measure: next.measure, order: next.order });
    }
    memory.setState({ kinds: next.kinds, layer: next.layer, link: next.link });
  };
  return [{ measure, order, kinds, layer, link }, change];
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
  const { act, effects, store } = useHeadlight();
  const t = useWords();
  const theme = useTheme();
  const { palette } = useApp(choiceOf);
  const chosen = useApp(chosenOf);
  const [choice, onChange] = useFinderChoice();
  const { labels, names } = useKnownHeads();
  const { picture, side } = viewed;
  const measured = useSyncExternalStore(effects.subscribe, () => effects.of(picture, side));
  const pinned = useApp(pinnedPieceOf);
  const pinnedLink = useMemo(
    () => pinned && linkOfCell(viewed, chosen.kind, pinned, 'piece'),
    [viewed, chosen.kind, pinned],
  );
  const measure = () => void effects.measure(picture, side, measureHeads(viewed));
  return (
    <PaneBody busy={measured.measuring !== null} failure={measured.failure} onAgain={measure}>
      <HeadFinder
        picture={viewed}
        choice={choice}
        onChange={onChange}
        pinnedLink={pinnedLink}
        effects={measured.effects}
        measuring={measured.measuring}
        onMeasure={measure}
        onCancel={effects.cancel}
        chosen={chosen}
        onChoose={(kind, layer, head) => act.chooseHead(kind, layer, head)}
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
