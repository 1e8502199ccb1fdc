import { useStore } from 'zustand';
import { choiceOf } from '../../state/index.ts';
import { Button, type MenuItem } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { MenuButton } from '../shell/MenuButton.tsx';
import { examplePatch, type ShownExample, shownExample } from './currentExample.ts';
import { EXAMPLES, type Half } from './examples.ts';
import './examples.css';

/** The example on screen; the same object as long as the sentence is the same. */
function useShown(): ShownExample | null {
  const text = useApp((state) => choiceOf(state).text);
  const changes = useApp((state) => choiceOf(state).changes);
  return shownExample({ text, changes });
}

/** An example as one step of undo; the link holds all of it. */
function useChoose(): (half: Half) => void {
  const { act, desk, store } = useHeadlight();
  return (half) => {
    desk.act.closeStage();
    act.choose(examplePatch(half, choiceOf(store.getState()).model));
  };
}

/** What tells a half from its other: a word of the sentence, or what is done to the model. */
function useHalfName(): (half: Half) => string {
  const t = useWords();
  return ({ word }) => (word === 'off' || word === 'forbid' ? t(`example.word.${word}`) : word);
}

/** The menu of sentences, each with its question: the first half of a pair, or the other when that is on screen. */
export function ExamplesButton({ compact }: { readonly compact: boolean }) {
  const t = useWords();
  const { memory } = useHeadlight();
  const open = useStore(memory, ({ examplesOpen }) => examplesOpen);
  const shown = useShown();
  const choose = useChoose();
  const nameOf = useHalfName();
  const items = EXAMPLES.map(
    ({ id, halves: [first, second] }): MenuItem => ({
      id,
      label: second === undefined ? first.text : `${first.text} ⇄ ${nameOf(second)}`,
      hint: t(`example.${id}`),
      checked: shown?.id === id,
    }),
  );
  return (
    <MenuButton
      label={t('example.open')}
      short={compact ? null : t('example.short')}
      icon="list"
      keys="s"
      title={t('example.open')}
      look="plain"
      list={t('example.list')}
      items={items}
      open={open}
      onOpen={(examplesOpen) => memory.setState({ examplesOpen })}
      onChoose={(id) => {
        const halves = EXAMPLES.find((one) => one.id === id)?.halves;
        if (halves) choose((shown?.id === id ? shown.other : null) ?? halves[0]);
      }}
    />
  );
}

/** Beneath the sentence of a pair: the way to its other half. */
export function OtherHalf({ compact }: { readonly compact: boolean }) {
  const t = useWords();
  const shown = useShown();
  const choose = useChoose();
  const nameOf = useHalfName();
  const other = shown?.other ?? null;
  if (other === null) return null;
  const name = nameOf(other);
  return (
    <span className="app-other-half">
      <Button
        label={t('example.other', { word: name })}
        short={compact ? '⇄' : `⇄ ${name}`}
        look="quiet"
        onPress={() => choose(other)}
      />
    </span>
  );
}

/** The question that belongs to the sentence on screen; null where it is no example's. */
export function useQuestionOfExample(): string | null {
  const t = useWords();
  const shown = useShown();
  return shown === null ? null : t(`example.${shown.id}`);
}
