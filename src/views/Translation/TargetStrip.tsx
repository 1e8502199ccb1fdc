import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect } from 'react';
import './TargetStrip.css';
import type { TranslationProps } from './props.ts';
import { isStripKey, moveAlong, type StripToken, stripWords } from './tokens.ts';
import { wasText } from './wasText.ts';

interface TokenProps {
  readonly token: StripToken;
  readonly strip: TranslationProps;
  readonly isStop: boolean;
  readonly register: (step: number, button: HTMLButtonElement | null) => void;
  readonly onKeyDown: (event: KeyboardEvent, step: number) => void;
}

/** What a screen reader says of a token: its text, its probability, and the likeliest one if it is another. */
function tokenText(t: TranslationProps['t'], word: string, { probability, preferred }: StripToken): string {
  const percent = t.share(probability);
  if (preferred === null) return t('translation.token', { word, percent });
  return t('translation.tokenOther', { word, percent, best: preferred });
}

function TokenButton({ token, strip, isStop, register, onKeyDown }: TokenProps) {
  const { step } = token;
  const { t, onPoint } = strip;
  const piece = token.byte ? t('mark.byte', { ...token.byte }) : token.text;
  const text = token.end ? t('translation.end') : piece;
  const before = strip.changed?.get(step);
  const was = before === undefined ? null : wasText(t, before);
  // Of words that became one another together, over the first of them.
  const goesOn = before !== undefined && strip.changed?.get(step - 1) === before;
  const marked = before === undefined || goesOn ? null : `${before ?? '+'} →`;
  const spoken = tokenText(t, text, token);
  return (
    <button
      type="button"
      className="strip-token"
      data-pointed={strip.pointed === step || undefined}
      data-end={token.end || undefined}
      data-step={step}
      data-changed={was !== null || undefined}
      aria-label={was === null ? spoken : `${spoken} · ${was}`}
      title={was ?? undefined}
      aria-pressed={strip.pinned === step}
      tabIndex={isStop ? 0 : -1}
      ref={(button) => register(step, button)}
      onClick={() => strip.onPin(step)}
      onPointerEnter={() => onPoint(step)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(step)}
      onBlur={() => onPoint(null)}
      onKeyDown={(event) => onKeyDown(event, step)}
    >
      {marked === null ? null : (
        <span className="strip-was" lang={strip.lang} aria-hidden="true">
          {marked}
        </span>
      )}
      <span lang={strip.lang}>{token.text}</span>
      <span className="strip-bar" style={{ '--share': `${token.probability * 100}%` } as CSSProperties} />
    </button>
  );
}

/** Scrolls the line, and never the page, so far that a word beyond its ends is in the middle. */
function showToken(line: HTMLElement | null, token: HTMLElement | undefined): void {
  if (!line || !token) return;
  const [room, box] = [line.getBoundingClientRect(), token.getBoundingClientRect()];
  if (box.left >= room.left && box.right <= room.right) return;
  line.scrollLeft += (box.left + box.right - room.left - room.right) / 2;
}

/** The target's tokens in a line, pieces of one word tied together, each over a bar as long as it was likely. */
export function TargetStrip({
  strip,
  ref,
  buttons,
}: {
  readonly strip: TranslationProps;
  readonly ref: RefObject<HTMLFieldSetElement | null>;
  /** Those of the line, by step. */
  readonly buttons: RefObject<Map<number, HTMLButtonElement>>;
}) {
  const { steps, pointed, pinned, t } = strip;
  const inRange = (step: number | null) => step !== null && step < steps.length;
  const stop = inRange(pointed) ? pointed : inRange(pinned) ? pinned : 0;
  useEffect(() => {
    showToken(ref.current, pinned === null ? undefined : buttons.current.get(pinned));
  }, [ref, buttons, pinned]);
  const changedAt = [...(strip.changed?.keys() ?? [])].join();
  // A word that has become another shall be seen, however far along it stands.
  useEffect(() => {
    const [first = ''] = changedAt.split(',');
    showToken(ref.current, first === '' ? undefined : buttons.current.get(Number(first)));
  }, [ref, buttons, changedAt]);
  const register = (step: number, button: HTMLButtonElement | null) => {
    if (button) buttons.current.set(step, button);
    else buttons.current.delete(step);
  };
  const onKeyDown = (event: KeyboardEvent, step: number) => {
    if (!isStripKey(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons.current.get(moveAlong(step, event.key, steps.length))?.focus();
  };
  return (
    <fieldset ref={ref} className="strip" aria-label={t('translation.label')}>
      {stripWords(steps).map((word) => (
        <span key={word[0]?.step} className="strip-word" data-pieces={word.length > 1 || undefined}>
          {word.map((token) => (
            <TokenButton
              key={token.step}
              token={token}
              strip={strip}
              isStop={token.step === stop}
              register={register}
              onKeyDown={onKeyDown}
            />
          ))}
        </span>
      ))}
      {steps.length === 0 ? <span className="strip-empty">{t('translation.empty')}</span> : null}
    </fieldset>
  );
}
