import { useMemo } from 'react';
import { choiceOf, chosenOf } from '../../state/index.ts';
import type { PictureNoteText } from '../../views/index.ts';
import { useApp, useWords } from '../context.tsx';
import type { HeadPicture } from './headPicture.ts';
import { pictureNote } from './pictureNote.ts';

/** What is written across a drawing of a changed model; null for nothing. */
export function usePictureNote({ heads, matrix, before }: HeadPicture): PictureNoteText | null {
  const t = useWords();
  const { depth, shown, figure, presenting } = useApp(choiceOf);
  const { kind, layer } = useApp(chosenOf);
  const sites = useApp((state) => state.card?.info.sites ?? null);
  const changes = useApp((state) => state.picture?.changes ?? null);
  return useMemo(() => {
    if (sites === null || changes === null || before === null) return null;
    const [head] = heads;
    const at = depth === 'layer' && heads.length === 1 && head !== undefined ? { kind, layer, head } : null;
    const dots = figure === 'open' && presenting === 'off';
    return pictureNote(t, { at, changes, shown, matrix, before, sites, dots });
  }, [t, depth, shown, figure, presenting, kind, layer, sites, changes, heads, matrix, before]);
}
