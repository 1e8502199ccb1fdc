import { type KeyboardEvent, useRef, useState } from 'react';
import { type FocusAt, type FocusRow, isFocusKey, moveFocus } from './focus.ts';

const nameOf = ({ row, head }: FocusAt) => `${row}/${head}`;

/**
 * One tab stop among the thumbnails: the last one that had the focus while the focus is inside, else the chosen one.
 * Arrow keys move it; a handled key is marked by `preventDefault`, so that the page's own keys leave it alone.
 */
export function useRoving(rows: readonly FocusRow[], home: FocusAt) {
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const [inside, setInside] = useState<FocusAt | null>(null);
  const stop = inside && (rows[inside.row]?.heads ?? 0) > inside.head ? inside : home;
  return {
    stop,
    register: (at: FocusAt, button: HTMLButtonElement | null) => {
      if (button) buttons.current.set(nameOf(at), button);
      else buttons.current.delete(nameOf(at));
    },
    onFocusAt: setInside,
    onBlur: () => setInside(null),
    onKeyDown: (event: KeyboardEvent) => {
      if (!inside || !isFocusKey(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = moveFocus(rows, inside, event.key);
      buttons.current.get(nameOf(next))?.focus();
    },
  };
}

export type Roving = ReturnType<typeof useRoving>;
