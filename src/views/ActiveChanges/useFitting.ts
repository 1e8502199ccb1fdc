import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** How many of these widths stand in a line; the first always does, cut if it must be. */
export function countFitting(widthsPx: readonly number[], gapPx: number, roomPx: number): number {
  let endPx = -gapPx;
  const over = widthsPx.findIndex((widthPx) => {
    endPx += gapPx + widthPx;
    return endPx > roomPx;
  });
  return over < 0 ? widthsPx.length : Math.max(1, over);
}

/** How many children of a line fit into it whole, kept up to date; all of them until it is on the page. */
export function useFitting<Line extends HTMLElement>(gapPx: number): [RefObject<Line | null>, number] {
  const line = useRef<Line>(null);
  const [fitting, setFitting] = useState(Number.POSITIVE_INFINITY);
  const measure = useCallback(() => {
    const element = line.current;
    if (!element) return;
    // Natural widths: a child that was cut must be measured as if it were not.
    const widthsPx = Array.from(element.children, (child) => child.scrollWidth);
    setFitting(countFitting(widthsPx, gapPx, element.clientWidth));
  }, [gapPx]);
  // After every drawing: there may be other children.
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    const element = line.current;
    if (!element) return;
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [measure]);
  return [line, fitting];
}
