import { type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type BoxPx, Icon, type IconName, Menu, type MenuItem, tooltipText } from '../../ui/index.ts';

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

export interface MenuButtonProps {
  /** The button's full name, and what stands on it; nothing beside an icon where there is no room. */
  readonly label: string;
  readonly short: string | null;
  readonly icon?: IconName;
  readonly keys: string;
  readonly title: string;
  readonly look: 'plain' | 'strong';
  /** The list's name. */
  readonly list: string;
  readonly items: readonly MenuItem[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onChoose: (id: string) => void;
}

/** A button with a list of acts beneath it, which a key of the page may open as well. */
export function MenuButton(props: MenuButtonProps) {
  const { open, onOpen, short } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<BoxPx | null>(null);
  const pressedOpen = usePressedOpen(open);
  useLayoutEffect(() => {
    setAnchor(open && button.current ? button.current.getBoundingClientRect() : null);
  }, [open]);
  const press = (event: MouseEvent) => {
    // A press by the keyboard has no pointer.
    const closing = event.detail > 0 && pressedOpen.current;
    if (!closing) onOpen(!open);
  };
  const [close] = useState(() => () => onOpen(false));
  return (
    <>
      <button
        ref={button}
        type="button"
        className="ui-button app-more"
        data-look={props.look}
        data-icon-only={short === null || undefined}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-keyshortcuts={props.keys}
        title={tooltipText(props.title, props.keys)}
        onClick={press}
      >
        {props.icon ? <Icon name={props.icon} /> : null}
        {short === null ? null : <span>{short}</span>}
        {props.icon ? null : <Icon name="down" sizePx={12} />}
      </button>
      {open && anchor ? (
        <Menu
          label={props.list}
          items={props.items}
          anchor={anchor}
          onChoose={(id) => {
            close();
            props.onChoose(id);
          }}
          onClose={close}
        />
      ) : null}
    </>
  );
}
