import { useMemo } from 'react';
import type { Picture, SessionFailure, StageName } from '../../contract/index.ts';
import type { Besides } from '../../state/index.ts';
import { useApp } from '../context.tsx';
import { drawnOf } from '../head/headPicture.ts';
import { besideOf, besideQuestions } from '../session/questions/drawing.ts';
import { useQuestion } from '../session/questions/useQuestion.ts';

export interface AskedStages {
  /** The picture they are of: the one on screen, or for a moment the one before it. */
  readonly picture: Picture | null;
  readonly stages: Besides;
  readonly failure: SessionFailure | null;
  readonly again: () => void;
}

/**
 * Stages of the picture on screen, asked for while somebody looks at them. Those of the last picture, or of the last
 * names, stay until the next ones are there.
 * @param names the same list as long as they are the same
 */
export function useStages(names: readonly StageName[]): AskedStages {
  const picture = useApp(drawnOf);
  const needed = picture === null ? [] : names.flatMap((name) => besideQuestions(picture, name));
  const place = names.length === 0 ? 'none' : 'stages';
  const newest = useMemo(() => ({ picture, names }), [picture, names]);
  const { setting, known, failure, again } = useQuestion({ setting: newest, place, needed });
  const { picture: of } = setting;
  const found = setting.names.flatMap((name) => {
    const stage = of && besideOf(of, name, known);
    return stage ? [[name, stage] as const] : [];
  });
  return { picture: of, stages: new Map(found), failure, again };
}
