import { type MouseEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { choiceOf } from '../../state/index.ts';
import { type BoxPx, Icon, Menu, type MenuItem, ToggleGroup, tooltipText } from '../../ui/index.ts';
import { useApp, useHeadlight, useWords } from '../context.tsx';
import { MORE_VIEWS, type MoreView, moreOf, PATTERN_VIEWS, type Seen, see } from '../view/currentView.ts';

/** Views that a key of their own opens. */
const KEYS: Readonly<Partial<Record<MoreView, string>>> = { cell: 'Enter', time: 'Space' };
/** A line parts what is about the chosen head, about several heads, and about the French. */
const DIVIDED: readonly MoreView[] = ['heads', 'time'];

/** The further views, each with a line that says what it shows; there while it is open. */
function MoreList({ anchor, onClose }: { readonly anchor: BoxPx; readonly onClose: () => void }) {
  const t = useWords();
  const { act, store } = useHeadlight();
  const more = useApp((state) => moreOf(choiceOf(state)));
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
    onClose();
    const seen = MORE_VIEWS.find((view) => view === id);
    if (seen) act.choose(see(seen, choiceOf(store.getState())));
  };
  return <Menu label={t('view.list')} items={items} anchor={anchor} onChoose={choose} onClose={onClose} />;
}

/** A press on the open list's own button closes it; it must not open it again when it is lifted. */
function usePressedOpen(open: boolean) {
  const pressedOpen = useRef(false);
  const now = useRef(open);
  useEffect(() => {
    now.current = open;
  });
  useEffect(() => {
    const pressed = () => {
      pressedOpen.current = now.current;
    };
    // Before the list itself hears of it.
    window.addEventListener('pointerdown', pressed, true);
    return () => window.removeEventListener('pointerdown', pressed, true);
  }, []);
  return pressedOpen;
}

/** Behind one button: all ways of looking but the first two. It bears the name of the one that is on. */
function MoreButton() {
  const t = useWords();
  const { memory } = useHeadlight();
  const more = useApp((state) => moreOf(choiceOf(state)));
  const open = useStore(memory, ({ listOpen }) => listOpen);
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<BoxPx | null>(null);
  const pressedOpen = usePressedOpen(open);
  const close = useCallback(() => memory.setState({ listOpen: false }), [memory]);
  useLayoutEffect(() => {
    setAnchor(open && button.current ? button.current.getBoundingClientRect() : null);
  }, [open]);
  const name = more === null ? null : t(`view.${more}`);
  const label = name === null ? t('view.more') : t('view.moreOf', { view: name });
  const press = (event: MouseEvent) => {
    // A press by the keyboard has no pointer.
    const closing = event.detail > 0 && pressedOpen.current;
    if (!closing) memory.setState({ listOpen: !open });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="ui-button app-more"
        data-look={name === null ? 'plain' : 'strong'}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-keyshortcuts="m"
        title={tooltipText(t('view.more'), 'm')}
        onClick={press}
      >
        <span>{name ?? t('view.moreShort')}</span>
        <Icon name="down" sizePx={12} />
      </button>
      {open && anchor ? <MoreList anchor={anchor} onClose={close} /> : null}
    </>
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
