import { useStore } from 'zustand';
import { choiceOf } from '../../state/index.ts';
import { type MenuItem, ToggleGroup } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { MORE_VIEWS, type MoreView, moreOf, PATTERN_VIEWS, type Seen, see } from '../view/currentView.ts';
import { MenuButton } from './MenuButton.tsx';

/** Views that a key of their own opens. */
const KEYS: Readonly<Partial<Record<MoreView, string>>> = { cell: 'Enter', time: 'Space' };
/** A line parts what is about the chosen head, about several heads, and about the French. */
const DIVIDED: readonly MoreView[] = ['heads', 'time'];

/** Behind one button: all ways of looking but the first two. It bears the name of the one that is on. */
function MoreButton() {
  const t = useWords();
  const { act, memory, store } = useHeadlight();
  const more = useApp((state) => moreOf(choiceOf(state)));
  const open = useStore(memory, ({ listOpen }) => listOpen);
  const items = MORE_VIEWS.map((view): MenuItem => {
    const keys = KEYS[view];
    return {
      id: view,
      label: t(`view.${view}`),
      hint: t(`view.${view}Help`),
      checked: view === more,
      divided: DIVIDED.includes(view),
      ...(keys ? { keys } : {}),
    };
  });
  const choose = (id: string) => {
    const seen = MORE_VIEWS.find((view) => view === id);
    if (seen) act.choose(see(seen, choiceOf(store.getState())));
  };
  const name = more === null ? null : t(`view.${more}`);
  return (
    <MenuButton
      label={name === null ? t('view.more') : t('view.moreOf', { view: name })}
      short={name ?? t('view.moreShort')}
      keys="m"
      title={t('view.more')}
      look={name === null ? 'plain' : 'strong'}
      list={t('view.list')}
      items={items}
      open={open}
      onOpen={(listOpen) => memory.setState({ listOpen })}
      onChoose={choose}
    />
  );
}

/** How the chosen head is looked at: heatmap or arcs, and all the rest in a list. */
export function ViewSwitch() {
  const t = useWords();
  const { act, store } = useHeadlight();
  const seen = useApp((state): Seen => {
    const more = moreOf(choiceOf(state));
    return more ?? choiceOf(state).view;
  });
  return (
    <div className="app-views">
      <ToggleGroup<Seen>
        label={t('view.label')}
        value={seen}
        options={PATTERN_VIEWS.map((value) => ({ value, label: t(`view.${value}`), keys: 'v' }))}
        onChange={(value) => act.choose(see(value, choiceOf(store.getState())))}
      />
      <MoreButton />
    </div>
  );
}
