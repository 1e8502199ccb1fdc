import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';
import { Key } from './Key.tsx';
import { type BoxPx, placePopover } from './placePopover.ts';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A line beneath it: what it does. */
  readonly hint?: string;
  /** As `aria-keyshortcuts` writes it. */
  readonly keys?: string;
  readonly disabled?: boolean;
  /** Present for an item that is one of several states. */
  readonly checked?: boolean;
  /** A line above it. */
  readonly divided?: boolean;
}

export interface MenuProps {
  /** Name of the list. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** What it opens at, in viewport coordinates; the same object as long as it is open. */
  readonly anchor: BoxPx;
  readonly onChoose: (id: string) => void;
  /** Escape, Tab, or a press elsewhere. */
  readonly onClose: () => void;
}

/** Where a key leads in a list; null for a key that is none of its own. */
function nextIndex(key: string, at: number, labels: readonly string[]): number | null {
  const count = labels.length;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key.length !== 1) return null;
  const from = [...labels.keys()].map((i) => (at + 1 + i) % count);
  return from.find((i) => labels[i]?.toLowerCase().startsWith(key.toLowerCase())) ?? null;
}

/**
 * Opens the list at its anchor, its first item with the focus, and gives the focus back when it goes. A popover of
 * the manual sort: an automatic one, opened while a button or a finger is down, closes as soon as that is lifted.
 */
function useOpened(list: RefObject<HTMLDivElement | null>, anchor: BoxPx, onClose: () => void) {
  const [at, setAt] = useState<{ readonly left: number; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const from = document.activeElement;
    element.showPopover();
    const viewport = { width: window.innerWidth, height: window.innerHeight };
    setAt(placePopover(anchor, element.getBoundingClientRect(), viewport));
    return () => {
      const here = element.contains(document.activeElement) || document.activeElement === document.body;
      if (here && from instanceof HTMLElement) from.focus();
    };
  }, [list, anchor]);
  useEffect(() => {
    if (at) list.current?.querySelector<HTMLElement>('button:enabled')?.focus();
  }, [list, at]);
  useEffect(() => {
    const pressed = (event: Event) => {
      if (event.target instanceof Node && list.current?.contains(event.target) === false) onClose();
    };
    document.addEventListener('pointerdown', pressed, true);
    return () => document.removeEventListener('pointerdown', pressed, true);
  }, [list, onClose]);
  return at;
}

/**
 * A short list of acts over the page, after the ARIA Authoring Practices: arrow keys walk it, a letter goes to an
 * item that begins with it, Enter does it, Escape leaves. It is open as long as it is rendered.
 */
export function Menu({ label, items, anchor, onChoose, onClose }: MenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const at = useOpened(list, anchor, onClose);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // The page's own keys wait while the menu is open.
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
      return;
    }
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:enabled')];
    const focused = document.activeElement;
    const here = focused instanceof HTMLElement ? buttons.indexOf(focused) : -1;
    const labels = buttons.map((button) => button.textContent ?? '');
    const next = nextIndex(event.key, here, labels);
    if (next === null) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    <div
      ref={list}
      role="menu"
      popover="manual"
      className="ui-menu"
      aria-label={label}
      tabIndex={-1}
      style={at ?? { left: 0, top: 0, visibility: 'hidden' }}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {items.map(({ id, label: text, hint, keys, disabled = false, checked, divided }) => (
        <button
          key={id}
          type="button"
          {...(checked === undefined
            ? { role: 'menuitem' }
            : { role: 'menuitemradio', 'aria-checked': checked })}
          aria-keyshortcuts={keys}
          className="ui-menu-item"
          data-divided={divided || undefined}
          disabled={disabled}
          tabIndex={-1}
          onClick={() => onChoose(id)}
        >
          <span className="ui-menu-check">{checked ? <Icon name="check" sizePx={14} /> : null}</span>
          <span className="ui-menu-label">
            {text}
            {hint === undefined ? null : <span className="ui-menu-hint">{hint}</span>}
          </span>
          {keys === undefined ? null : <Key keys={keys} />}
        </button>
      ))}
    </div>
  );
}
