import { useStore } from 'zustand';
import { choiceOf } from '../../state/index.ts';
import { type MenuItem, ToggleGroup } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import {
  MORE_VIEWS,
  type MoreView,
  moreOf,
  PATTERN_VIEWS,
  REST_VIEWS,
  type Seen,
  see,
  seenOf,
  TAB_VIEWS,
} from '../view/currentView.ts';
import { MenuButton } from './MenuButton.tsx';

/** Views that a key of their own opens. */
const KEYS: Readonly<Partial<Record<Seen, string>>> = {
  heatmap: 'v',
  arcs: 'v',
  cell: 'Enter',
  time: 'Space',
};
/** A line parts what is about the chosen head, about several heads, and about the French. */
const DIVIDED: readonly MoreView[] = ['heads', 'time'];

/** Behind one button: the ways of looking that are no tab. It bears the name of the one of them that is on. */
function MoreButton({ views }: { readonly views: readonly MoreView[] }) {
  const t = useWords();
  const { act, memory, store } = useHeadlight();
  const more = useApp((state) => {
    const now = moreOf(choiceOf(state));
    return now !== null && views.includes(now) ? now : null;
  });
  const open = useStore(memory, ({ listOpen }) => listOpen);
  const items = views.map((view): MenuItem => {
    const keys = KEYS[view];
    return {
      id: view,
      label: t(`view.${view}`),
      hint: t(`view.${view}Help`),
      checked: view === more,
      divided: view !== views[0] && DIVIDED.includes(view),
      ...(keys ? { keys } : {}),
    };
  });
  const choose = (id: string) => {
    const seen = views.find((view) => view === id);
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

/** How the chosen head is looked at: tabs, and the rest in a list; on a phone all but the first two are in it. */
export function ViewSwitch({ compact }: { readonly compact: boolean }) {
  const t = useWords();
  const { act, store } = useHeadlight();
  const seen = useApp((state) => seenOf(choiceOf(state)));
  const tabs: readonly Seen[] = compact ? PATTERN_VIEWS : [...PATTERN_VIEWS, ...TAB_VIEWS];
  return (
    <div className="app-views">
      <ToggleGroup<Seen>
        label={t('view.label')}
        value={seen}
        options={tabs.map((value) => {
          const keys = KEYS[value];
          return { value, label: t(`view.${value}`), ...(keys ? { keys } : {}) };
        })}
        onChange={(value) => act.choose(see(value, choiceOf(store.getState())))}
      />
      <MoreButton views={compact ? MORE_VIEWS : REST_VIEWS} />
    </div>
  );
}
