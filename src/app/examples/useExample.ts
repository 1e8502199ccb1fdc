import { choiceOf, chosenOf, type WorkPatch } from '../../state/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { examplePatch, otherPatch, type ShownExample, shownExample } from './currentExample.ts';
import { elsewhereOf } from './elsewhere.ts';
import type { Half } from './examples.ts';

/** The example on screen; the same object as long as the sentence is the same. */
export function useShownExample(): ShownExample | null {
  const text = useApp((state) => choiceOf(state).text);
  const changes = useApp((state) => choiceOf(state).changes);
  return shownExample({ text, changes });
}

/** What leads to another picture of a head, as one step of undo; a stage that is open closes for it. */
export function useChoosePatch(): (patch: WorkPatch) => void {
  const { act, desk } = useHeadlight();
  return (patch) => {
    desk.act.closeStage();
    act.choose(patch);
  };
}

/** An example; the link holds all of it. */
export function useChooseExample(): (half: Half) => void {
  const { store } = useHeadlight();
  const choose = useChoosePatch();
  return (half) => choose(examplePatch(half, choiceOf(store.getState()).model));
}

/** The other half of the example on screen. */
export function useChooseOther(): (shown: ShownExample) => void {
  const { store } = useHeadlight();
  const choose = useChoosePatch();
  return (shown) => {
    const state = store.getState();
    const patch = otherPatch(shown, choiceOf(state).model, chosenOf(state));
    if (patch !== null) choose(patch);
  };
}

/** What tells a half from its other: a word of the sentence, or what is done to the model. */
export function useHalfName(): (half: Half) => string {
  const t = useWords();
  return ({ word }) => (word === 'off' || word === 'forbid' ? t(`example.word.${word}`) : word);
}

/** In which other head the row reads the word that it hardly reads in the one on screen; null for nothing to say. */
export function useElsewhereText(): string | null {
  const t = useWords();
  const elsewhere = useApp(elsewhereOf);
  if (elsewhere === null) return null;
  const { at, query, key, here, there } = elsewhere;
  return t('example.elsewhere', {
    query,
    key,
    here: t.percent(here),
    there: t.percent(there),
    layer: at.layer + 1,
    head: at.head + 1,
  });
}

/** The question that belongs to the sentence on screen; null where it is no example's. */
export function useQuestionOfExample(): string | null {
  const t = useWords();
  const shown = useShownExample();
  return shown === null ? null : t(`example.${shown.id}`);
}
