import { useEffect, useState } from 'react';
import type { Picture, StageName } from '../../contract/index.ts';
import type { Beside, Besides } from '../../state/index.ts';
import { useApp, useHeadlight } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { besidesOf } from '../session/questions/besides.ts';

export interface AskedFrames {
  /** The picture they are of: the one on screen, or for a moment the one before it. */
  readonly picture: Picture;
  readonly frames: Besides;
}

/**
 * Stages of the picture on screen, asked for while somebody looks at them; null until the first have come. Those of
 * the last picture stay until the next one's are there, and for good where they cannot be had: the run itself says
 * then what is wrong.
 */
export function useFrames(names: readonly StageName[]): AskedFrames | null {
  const { session } = useHeadlight();
  const picture = useApp(drawnOf);
  const live = useApp(({ load }) => load.phase === 'live');
  const [known, setKnown] = useState<AskedFrames | null>(null);
  const wanted = names.join(' ');
  useEffect(() => {
    if (!live || picture === null || picture.stored || wanted === '') return;
    let over = false;
    besidesOf(session(), picture, wanted.split(' ') as StageName[])
      .then((frames) => {
        if (!over) setKnown({ picture, frames });
      })
      .catch(() => {});
    return () => {
      over = true;
    };
  }, [session, picture, live, wanted]);
  return known;
}

/** One stage, or for a moment the one asked for before it; null while there is none. */
export function useFrame(name: StageName): (Beside & { readonly picture: Picture }) | null {
  const asked = useFrames([name]);
  const [frame] = asked?.frames.values() ?? [];
  return asked && frame ? { ...frame, picture: asked.picture } : null;
}
