import { type RefObject, useLayoutEffect } from 'react';

/** Measured at the large type, for the small one would always fit. */
function look(lines: HTMLElement | null, written: boolean): void {
  const field = lines?.closest<HTMLElement>('.sentence');
  if (!lines || !field) return;
  delete field.dataset.dense;
  if (written && lines.scrollHeight > lines.clientHeight + 1) field.dataset.dense = '';
}

/**
 * A sentence too long for its lines gets smaller type, so that all of it is seen and nothing around it moves. Marks the
 * field itself: type is the stylesheet's.
 * @param lines what is as high as the text, up to the room there is for it
 */
export function useDense(lines: RefObject<HTMLElement | null>, text: string): void {
  const written = text !== '';
  useLayoutEffect(() => look(lines.current, text !== ''), [lines, text]);
  useLayoutEffect(() => {
    const field = lines.current?.closest('.sentence');
    if (!field) return;
    const watch = new ResizeObserver(() => look(lines.current, written));
    watch.observe(field);
    return () => watch.disconnect();
  }, [lines, written]);
}
