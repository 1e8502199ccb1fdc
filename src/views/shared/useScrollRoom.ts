import { type RefObject, useEffect } from 'react';
import './fades.css';
import { useMore } from './useMore.ts';

/**
 * For a room whose content may be larger than it is: while it is, the keys can come to it and scroll it, and its edge
 * fades (class `fades`, with the result as `data-more`).
 */
export function useScrollRoom(ref: RefObject<HTMLElement | null>, content: unknown): string | undefined {
  const more = useMore(ref, content);
  // After every drawing: what is in it may have become longer.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = () => {
      const scrolls =
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (scrolls) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  });
  return more;
}
