import { type RefObject, useEffect } from 'react';

/** No picture is enlarged further than this: its numbers would blur. */
const MOST = 1.35;
/** What a sheet of A4 or Letter, turned, leaves for the picture, CSS px. */
const SHEET = { width: 980, height: 510 } as const;

/**
 * On paper a picture keeps the size it has on the screen, for its numbers are drawn for that, and fills the sheet as a
 * whole, smaller or a little larger: print.css reads both here.
 */
export function usePrintSize(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const note = (): void => {
      if (window.matchMedia('print').matches) return;
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      const share = Math.min(MOST, SHEET.width / width, SHEET.height / height);
      element.style.setProperty('--screen-width', `${width}px`);
      element.style.setProperty('--screen-height', `${height}px`);
      element.style.setProperty('--sheet', share.toFixed(3));
    };
    const watch = new ResizeObserver(note);
    watch.observe(element);
    return () => watch.disconnect();
  }, [ref]);
}
