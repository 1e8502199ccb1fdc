import { useEffect, useState } from 'react';
import { useApp, useWords } from './context.tsx';
import { drawnOf } from './headPicture.ts';

/** So long after the last picture the French is read aloud: nobody wants to hear it at every key. */
const PAUSE_MS = 1000;

/** Tells a screen reader the French, once the typing pauses. */
export function Announcer() {
  const { t } = useWords();
  const translation = useApp((state) => {
    const picture = drawnOf(state);
    return picture && !picture.stored ? picture.translation : '';
  });
  const [said, say] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => say(translation), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [translation]);
  return (
    <p className="only-spoken" aria-live="polite">
      {said === '' ? '' : t('translation.spoken', { text: said })}
    </p>
  );
}
