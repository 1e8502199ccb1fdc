import { useStore } from 'zustand';
import type { MenuItem } from '../../ui/index.ts';
import { useHeadlight, useWords } from '../context.tsx';
import { MenuButton } from '../shell/MenuButton.tsx';
import { EXAMPLES } from './examples.ts';
import { useChooseExample, useHalfName, useShownExample } from './useExample.ts';

/** The menu of sentences, each with its question: the first half of a pair, or the other when that is on screen. */
export function ExamplesButton({ compact }: { readonly compact: boolean }) {
  const t = useWords();
  const { memory } = useHeadlight();
  const open = useStore(memory, ({ examplesOpen }) => examplesOpen);
  const shown = useShownExample();
  const choose = useChooseExample();
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
