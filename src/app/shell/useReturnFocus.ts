import { type RefObject, useEffect, useRef } from 'react';
import type { MoreView } from '../view/currentView.ts';

/** A drawing measures its room before it draws. */
const FRAMES = 20;

/** Back from a further view, the keys are where they were: on the grid, if nothing else has them. */
export function useReturn(section: RefObject<HTMLElement | null>, more: MoreView | null): void {
  const last = useRef(more);
  useEffect(() => {
    const came = last.current !== null && more === null;
    last.current = more;
    if (!came) return;
    let frames = 0;
    let timer = 0;
    const look = (): void => {
      if (document.activeElement !== document.body) return;
      const grid = section.current?.querySelector<HTMLElement>('[role=grid]');
      if (grid) grid.focus({ preventScroll: true });
      else if (++frames < FRAMES) timer = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(timer);
  }, [section, more]);
}
