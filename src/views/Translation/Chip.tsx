import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { TranslationProps } from './props.ts';
import { runnersUp } from './tokens.ts';
import { wasText } from './wasText.ts';

interface ChipProps {
  readonly translation: TranslationProps;
  /** Those of the line of words, by step. */
  readonly buttons: RefObject<ReadonlyMap<number, HTMLElement>>;
  /** How far it is scrolled: the chip goes with its word. */
  readonly scrolledPx: number;
}

/** The likeliest tokens at the step pointed at or pinned, over its word; a narrow screen has a line for them. */
export function Chip({ translation, buttons, scrolledPx }: ChipProps) {
  const { steps, pointed, pinned, endId, lang, t } = translation;
  const at = pointed ?? pinned ?? -1;
  const step = steps[at];
  const chip = useRef<HTMLParagraphElement>(null);
  const [leftPx, setLeftPx] = useState(0);
  useLayoutEffect(() => {
    const word = buttons.current.get(at);
    const own = chip.current;
    const room = own?.parentElement;
    if (!word || !own || !room || !step) return;
    const from = word.offsetLeft - scrolledPx;
    setLeftPx(Math.max(0, Math.round(Math.min(from, room.clientWidth - own.offsetWidth))));
  }, [buttons, at, step, scrolledPx]);
  if (!step) return null;
  const before = translation.changed?.get(at);
  return (
    <p className="translation-chip" ref={chip} style={{ left: leftPx }}>
      {runnersUp(step, endId).map(({ text, probability, stands }, i) => (
        <span key={`${i + 1}/${text}`} data-stands={stands || undefined}>
          <span lang={lang}>{text}</span> {t.share(probability)}
        </span>
      ))}
      {before === undefined ? null : <span className="translation-was">{wasText(t, before)}</span>}
    </p>
  );
}
