import { type RefObject, useLayoutEffect } from 'react';

/**
 * A sentence too long for its lines gets smaller type, so that all of it is seen and nothing around it moves. Measured
 * at the large type, for the small one would always fit. Marks the field itself: type is the stylesheet's.
 * @param lines what is as high as the text, up to the room there is for it
 */
export function useDense(lines: RefObject<HTMLElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = lines.current;
    const field = element?.closest<HTMLElement>('.sentence');
    if (!element || !field) return;
    const look = (): void => {
      delete field.dataset.dense;
      if (text !== '' && element.scrollHeight > element.clientHeight + 1) field.dataset.dense = '';
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(field);
    return () => watch.disconnect();
  }, [lines, text]);
}
