import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Measure } from '../../layout/index.ts';

export interface Typeface {
  readonly family: string;
  readonly measure: Measure;
  /** How large its text is beside a label's as a rule: more where it is presented to a hall. */
  readonly scale: number;
}

/** A label's size as a rule, rem (`--size-label` in theme.css). */
const LABEL_REM = 0.875;

function typefaceOf(element: Element): Typeface | null {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return null;
  const { fontFamily, fontSize } = getComputedStyle(element);
  const remPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const scale = Number.parseFloat(fontSize) / remPx / LABEL_REM;
  const measure: Measure = (text, fontPx) => {
    context.font = `${fontPx}px ${fontFamily}`;
    return context.measureText(text).width;
  };
  return { family: fontFamily, measure, scale: Number.isFinite(scale) ? Math.max(1, scale) : 1 };
}

/** The element's typeface, to measure and draw with; null until it is on the page, new when a font has arrived. */
export function useTypeface(ref: RefObject<Element | null>): Typeface | null {
  const [typeface, setTypeface] = useState<Typeface | null>(null);
  useLayoutEffect(() => {
    const read = () => {
      if (ref.current) setTypeface(typefaceOf(ref.current));
    };
    read();
    document.fonts.addEventListener('loadingdone', read);
    return () => document.fonts.removeEventListener('loadingdone', read);
  }, [ref]);
  return typeface;
}
