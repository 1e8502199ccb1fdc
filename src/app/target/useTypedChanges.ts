import { useEffect, useMemo, useState } from 'react';
import { choiceOf } from '../../state/index.ts';
import { useApp, useHeadlight } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { beforeOfSteps } from './frenchChanges.ts';
import { type Typed, typedChanges, typedOn } from './typedChange.ts';

/** So long the page marks what typing did to the French. What is presented stays marked as long as it is shown. */
const MARKED_MS = 12_000;

/** Of each step whose word typing put there, what stood in its place before; null while there is nothing to mark. */
export function useTypedChanges(): ReadonlyMap<number, string | null> | null {
  const { store } = useHeadlight();
  const presenting = useApp((state) => choiceOf(state).presenting === 'on');
  const [typed, setTyped] = useState<Typed | null>(null);
  const [over, setOver] = useState<Typed | null>(null);
  useEffect(() => {
    const look = (state = store.getState()): void => {
      const picture = drawnOf(state);
      if (picture)
        setTyped((last) => (last?.now === picture ? last : typedOn(last, picture, performance.now())));
    };
    look();
    return store.subscribe((state, last) => {
      if (state.picture !== last.picture) look(state);
    });
  }, [store]);
  useEffect(() => {
    if (typed === null || presenting) return;
    const timer = setTimeout(() => setOver(typed), MARKED_MS);
    return () => clearTimeout(timer);
  }, [typed, presenting]);
  const marked = typed === over && !presenting ? null : typed;
  // Drawn at every move of the pointer; compared once a picture.
  return useMemo(() => {
    const changes = marked && typedChanges(marked);
    return changes && beforeOfSteps(changes);
  }, [marked]);
}
