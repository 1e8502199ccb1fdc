import { type RefObject, useEffect } from 'react';

/** While there is more of an element than is seen, the keys can come to it and scroll it. */
export function useScrollFocus(ref: RefObject<HTMLElement | null>): void {
  // After every drawing: what is in it may have become longer.
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const look = () => {
      const more =
        element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (more) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  });
}
