import { type RefObject, useCallback, useEffect, useState } from 'react';

/** How far a line of words is scrolled, and on which sides there are more. CSS px. */
export interface StripScroll {
  readonly leftPx: number;
  readonly before: boolean;
  readonly after: boolean;
}

const STILL: StripScroll = { leftPx: 0, before: false, after: false };
/** A browser rounds its scroll positions. */
const SLACK_PX = 2;
/** Of the visible width, how much a press of an arrow turns: some words stay for the eye to hold on to. */
const TURN = 0.8;

function scrollOf(element: HTMLElement): StripScroll {
  const { scrollLeft, clientWidth, scrollWidth } = element;
  return {
    leftPx: scrollLeft,
    before: scrollLeft > SLACK_PX,
    after: scrollLeft + clientWidth < scrollWidth - SLACK_PX,
  };
}

const same = (a: StripScroll, b: StripScroll): boolean =>
  a.leftPx === b.leftPx && a.before === b.before && a.after === b.after;

/** Watches a line of words that scrolls sideways, and lets an ordinary mouse wheel move it. */
export function useStripScroll(strip: RefObject<HTMLElement | null>) {
  const [scroll, setScroll] = useState(STILL);
  const look = useCallback(() => {
    const element = strip.current;
    if (!element) return;
    const now = scrollOf(element);
    setScroll((last) => (same(last, now) ? last : now));
  }, [strip]);
  // After every drawing: its words may be others.
  useEffect(look);
  useEffect(() => {
    const element = strip.current;
    if (!element) return;
    const onWheel = (event: WheelEvent): void => {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.ctrlKey;
      const room = event.deltaY < 0 ? scrollOf(element).before : scrollOf(element).after;
      if (sideways || !room) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      element.scrollLeft += event.deltaY * unit;
    };
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    // React listens for wheels passively; this one has to stop the page from scrolling too.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', look);
      element.removeEventListener('wheel', onWheel);
    };
  }, [strip, look]);
  const turn = (by: 1 | -1): void => {
    const element = strip.current;
    element?.scrollBy({ left: by * TURN * element.clientWidth });
  };
  return { scroll, turn };
}
