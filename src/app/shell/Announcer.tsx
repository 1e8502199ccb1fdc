import { useEffect, useMemo, useRef, useState } from 'react';
import { changeText, decodingText } from '../../views/index.ts';
import { changeLinesOf, decodingOf } from '../changes/changeLines.ts';
import { useApp, useWords } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { announcement, type Heard } from './announcement.ts';

/** So long after the last picture the French is read aloud: nobody wants to hear it at every key. */
const PAUSE_MS = 1000;

/** What there is to say, once the picture of it is there. */
function useNow(): Heard | null {
  const t = useWords();
  const picture = useApp(drawnOf);
  const lines = useApp(changeLinesOf);
  const decoding = useApp(decodingOf);
  const running = useApp(({ run }) => run.phase === 'running');
  return useMemo(() => {
    if (picture === null || picture.stored || running) return null;
    const changes = lines.map(({ meaning }) => changeText(t, meaning));
    return { picture, changes: decoding === null ? changes : [...changes, decodingText(t, decoding)] };
  }, [t, picture, lines, decoding, running]);
}

/**
 * Tells a screen reader the French, once the typing pauses; after a change of the model, what was changed and what
 * came of it.
 */
export function Announcer() {
  const t = useWords();
  const now = useNow();
  const last = useRef<Heard | null>(null);
  const [said, say] = useState('');
  useEffect(() => {
    if (now === null) return;
    const timer = setTimeout(() => {
      say(announcement(t, last.current, now));
      last.current = now;
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [t, now]);
  return (
    <p className="only-spoken" aria-live="polite">
      {said}
    </p>
  );
}
