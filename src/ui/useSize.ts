import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

export interface SizePx {
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element in whole CSS px, kept up to date; null until it is on the page. */
export function useSize<Element extends HTMLElement>(): [RefObject<Element | null>, SizePx | null] {
  const ref = useRef<Element>(null);
  const [size, setSize] = useState<SizePx | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const next = { width: element.clientWidth, height: element.clientHeight };
      setSize((last) => (last?.width === next.width && last.height === next.height ? last : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}
