import { useEffect, useState } from 'react';

/** So long after the last change somebody is no longer in the midst of a word. */
const PAUSE_MS = 700;

/** Whether a text is being typed: it has changed, and not yet rested. */
export function useTyping(text: string): boolean {
  const [rested, rest] = useState(text);
  useEffect(() => {
    if (rested === text) return;
    const pause = setTimeout(() => rest(text), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [rested, text]);
  return rested !== text;
}
