import { useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { HeadAt, HeadEffect } from '../../contract/index.ts';
import { headKey, linkOfCell } from '../../layout/index.ts';
import { type AppState, choiceOf, chosenOf, memoize } from '../../state/index.ts';
import { type FinderChoice, HeadFinder } from '../../views/index.ts';
import { useApp, useHeadlight, useTheme, useWords } from '../context.tsx';
import { labelledHeads } from '../figure/labelledHeads.ts';
import { pinnedPieceOf, type Viewed, viewedOf } from '../head/viewedPicture.ts';
import { effectQuestions } from '../session/questions/effectRun.ts';
import { useKnown } from '../session/questions/useQuestion.ts';
import { see } from '../view/currentView.ts';
import { PaneBody } from './PaneBody.tsx';

/** Measure and order are part of the link, the filter is remembered. */
function useFinderChoice(text: string): [FinderChoice, (choice: FinderChoice) => void] {
  const { act, memory } = useHeadlight();
  const { measure, order } = useApp(choiceOf);
  const { kinds, layer, link: picked, linkText } = useStore(memory);
  // Its words are counted in the sentence in which it was chosen.
  const link = linkText === text ? picked : null;
  const change = (next: FinderChoice) => {
    if (next.measure !== measure || next.order !== order) {
      act.choose({ measure: next.measure, order: next.order });
    }
    memory.setState({ kinds: next.kinds, layer: next.layer, link: next.link, linkText: text });
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

/** What is known of each head's effect, by `headKey`. */
function useEffects({ picture, side }: Viewed, heads: readonly HeadAt[]) {
  const { questions } = useHeadlight();
  const known = useKnown();
  return useMemo(() => {
    const asked = effectQuestions(picture, side, heads);
    const effects = new Map<string, HeadEffect>();
    for (const question of asked) {
      const effect = known(question);
      if (effect) effects.set(headKey(question.at), effect);
    }
    return { effects, failure: questions.failureAmong(asked) };
  }, [picture, side, heads, known, questions]);
}

const allHeadsOf = memoize(
  (state: AppState) => [state.card?.info ?? null],
  (info): readonly HeadAt[] =>
    (info?.sites ?? []).flatMap(({ kind, layers, heads }) =>
      Array.from({ length: layers * heads }, (_, i) => ({
        kind,
        layer: Math.floor(i / heads),
        head: i % heads,
      })),
    ),
);

function Finder({ viewed }: { readonly viewed: Viewed }) {
  const { act, effectRun, store } = useHeadlight();
  const t = useWords();
  const theme = useTheme();
  const { palette } = useApp(choiceOf);
  const chosen = useApp(chosenOf);
  const { labels, names } = useKnownHeads();
  const { picture, side } = viewed;
  const [choice, onChange] = useFinderChoice(picture.text);
  const heads = useApp(allHeadsOf);
  const { effects, failure } = useEffects(viewed, heads);
  useSyncExternalStore(effectRun.subscribe, effectRun.current);
  const measuring = effectRun.progress(picture, side);
  const pinned = useApp(pinnedPieceOf);
  const pinnedLink = useMemo(
    () => pinned && linkOfCell(viewed, chosen.kind, pinned, 'piece'),
    [viewed, chosen.kind, pinned],
  );
  const measure = () => effectRun.start(picture, side, heads);
  return (
    <PaneBody busy={measuring !== null} failure={failure} onAgain={measure}>
      <HeadFinder
        picture={viewed}
        choice={choice}
        onChange={onChange}
        pinnedLink={pinnedLink}
        effects={effects}
        measuring={measuring}
        onMeasure={measure}
        onCancel={effectRun.cancel}
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
