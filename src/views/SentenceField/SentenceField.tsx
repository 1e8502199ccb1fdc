import { type ReactNode, type Ref, useId, useMemo, useRef } from 'react';
import './SentenceField.css';
import type { Translate } from '../../i18n/index.ts';
import { useDraft } from '../../ui/index.ts';
import { type Highlight, segmentText } from './segments.ts';
import { useDense } from './useDense.ts';

export interface SentenceFieldProps {
  readonly text: string;
  /** Language of the sentence, for spelling and speech: `en`. */
  readonly lang: string;
  /** Every change, as it is typed; see the note on input methods. */
  readonly onText: (text: string) => void;
  readonly highlights: readonly Highlight[];
  /** One line beneath the text: what was left out, or what to try. */
  readonly message?: ReactNode;
  readonly t: Translate<'sentence'>;
  /** `line`: room for two lines beside other controls; `block`: the same over the whole width. More lines scroll. */
  readonly size: 'line' | 'block';
  /** The key that leads here, as `aria-keyshortcuts` writes it. */
  readonly keys?: string;
  /** Escape was pressed: the focus should go where the keys are the page's. */
  readonly onLeave?: () => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/**
 * The sentence: the page's largest control. It tells of every `input` event, those of an input method under way
 * included (the heads follow the letters one sees), and once more at the composition's end, where some browsers change
 * the text without an event. What is typed is never altered and never shortened; Enter adds no line, for a sentence
 * is one line, while pasted lines stay. The whole box is the field's label: a click anywhere in it leads to the text.
 */
export function SentenceField(props: SentenceFieldProps) {
  const { text, highlights, message, t, size, lang } = props;
  const { draft, take, setComposing } = useDraft(text, props.onText);
  const under = useRef<HTMLSpanElement>(null);
  const note = useId();
  useDense(under, draft);
  // Offsets belong to the text they were computed for; a draft ahead of it would tint the wrong letters.
  const segments = useMemo(
    () => segmentText(draft, draft === text ? highlights : []),
    [draft, text, highlights],
  );
  return (
    <label className="sentence" data-size={size}>
      <span className="sentence-lines">
        <span className="sentence-under" ref={under} aria-hidden="true" dir="auto">
          {segments.map(({ start, text: piece, highlight }) =>
            highlight ? (
              <mark key={start} data-kind={highlight.kind} data-role={highlight.role}>
                {piece}
              </mark>
            ) : (
              <span key={start}>{piece}</span>
            ),
          )}
          {'\u200b'}
        </span>
        <textarea
          className="sentence-text"
          ref={props.ref}
          value={draft}
          lang={lang}
          dir="auto"
          rows={1}
          spellCheck={false}
          autoCapitalize="sentences"
          autoComplete="off"
          aria-label={t('sentence.label')}
          aria-describedby={message ? note : undefined}
          aria-keyshortcuts={props.keys}
          placeholder={t('sentence.placeholder')}
          onChange={(event) => take(event.currentTarget.value)}
          enterKeyHint="done"
          onKeyDown={(event) => {
            // Enter and Escape of an input method choose or drop its word.
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') event.preventDefault();
            else if (event.key === 'Escape' && props.onLeave) {
              event.preventDefault();
              props.onLeave();
            }
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={(event) => {
            setComposing(false);
            take(event.currentTarget.value);
          }}
          onScroll={(event) => {
            if (under.current) under.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </span>
      <span className="sentence-message" id={note} role="status">
        {message}
      </span>
    </label>
  );
}
