import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import {
  type HeadAt,
  type HeadEffect,
  headsOfSite,
  type Picture,
  type SessionFailure,
} from '../../contract/index.ts';
import { headKey } from '../../layout/index.ts';
import { type AppState, memoize } from '../../state/index.ts';
import { useApp, useHeadlight } from '../context.tsx';
import type { Viewed } from '../head/viewedPicture.ts';
import { type EffectProgress, effectQuestions } from '../session/questions/effectRun.ts';
import { useKnown } from '../session/questions/useQuestion.ts';

const allHeadsOf = memoize(
  (state: AppState) => [state.card?.info ?? null],
  (info): readonly HeadAt[] => (info?.sites ?? []).flatMap(headsOfSite),
);

/** The effects of all heads of the picture on screen, and the way to start and end their measuring. */
export interface Effects {
  /** Those known by now, by `headKey`. */
  readonly effects: ReadonlyMap<string, HeadEffect>;
  readonly failure: SessionFailure | null;
  readonly measuring: EffectProgress | null;
  /** Somebody has ended it for this picture. */
  readonly stopped: boolean;
  readonly start: () => void;
  readonly stop: () => void;
}

/**
 * What is known of each head's effect. While they are wanted, all heads are switched off in turn, from the first on
 * that is not known; never while a sentence is computed or typed, and no more for a picture where somebody ended it.
 */
export function useEffects({ picture, side }: Viewed, wanted: boolean): Effects {
  const { questions, effectRun } = useHeadlight();
  const known = useKnown();
  const heads = useApp(allHeadsOf);
  const isRunning = useApp((state) => state.run.phase === 'running');
  const [stoppedFor, stopFor] = useState<Picture | null>(null);
  const stopped = stoppedFor === picture;
  const { effects, failure } = useMemo(() => {
    const asked = effectQuestions(picture, side, heads);
    const entries = asked.flatMap((question): [string, HeadEffect][] => {
      const effect = known(question);
      return effect ? [[headKey(question.at), effect]] : [];
    });
    return { effects: new Map(entries), failure: questions.failureAmong(asked) };
  }, [picture, side, heads, known, questions]);
  useSyncExternalStore(effectRun.subscribe, effectRun.current);
  const measuring = effectRun.progress(picture, side);
  const isIdle = measuring === null && failure === null && !isRunning && !picture.stored;
  const begins = wanted && isIdle && !stopped && effects.size < heads.length;
  useEffect(() => {
    if (begins) effectRun.start(picture, side, heads);
  }, [begins, effectRun, picture, side, heads]);
  return {
    effects,
    failure,
    measuring,
    stopped,
    start() {
      stopFor(null);
      effectRun.start(picture, side, heads);
    },
    stop() {
      stopFor(picture);
      effectRun.cancel();
    },
  };
}
