import { useState } from 'react';

/** What a text control shows, and what to tell it. */
export interface Draft {
  readonly draft: string;
  /** A new text from the control's own events. */
  readonly take: (value: string) => void;
  readonly setComposing: (composing: boolean) => void;
}

/**
 * The text of a control whose owner may answer late. While an input method is composing, the browser owns the text: a
 * change from outside at that moment (an undo, a link) waits, or it would break the word being composed.
 */
export function useDraft(text: string, onText: (text: string) => void): Draft {
  const [draft, setDraft] = useState(text);
  const [seen, setSeen] = useState(text);
  const [composing, setComposing] = useState(false);
  if (!composing && text !== seen) {
    setSeen(text);
    setDraft(text);
  }
  const take = (value: string) => {
    setDraft(value);
    if (value !== draft) onText(value);
  };
  return { draft, take, setComposing };
}
