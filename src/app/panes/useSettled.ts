import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useHeadlight } from '../context.tsx';
import type { Viewed } from '../head/viewedPicture.ts';
import { type Answers, isKnown, type Question } from '../session/questions/answers.ts';

/** What a view draws: a picture, with the answers it has so far. */
export interface Settled<S> {
  readonly setting: S;
  readonly answers: Answers;
  /** All that it needs of the newest picture is there. */
  readonly ready: boolean;
  readonly again: () => void;
}

/**
 * Asks for what a view needs, and then for what it will need. While the numbers of a new picture are on their way,
 * the last picture stays on screen with its own; `place` says what both must be about for that.
 */
export function useSettled<S extends { readonly viewed: Viewed }>(
  setting: S,
  place: string,
  needed: readonly Question[],
  soon: readonly Question[] = [],
): Settled<S> {
  const { asking } = useHeadlight();
  const { picture, side } = setting.viewed;
  const answers = useSyncExternalStore(asking.subscribe, () => asking.of(picture, side));
  const ready = needed.every((question) => isKnown(answers, question));
  const now = { setting, place: `${side} ${place}` };
  const [held, hold] = useState(now);
  if (ready && (held.setting !== setting || held.place !== now.place)) hold(now);
  const stays = !ready && held.place === now.place;
  const shown = stays ? held.setting : setting;
  const failed = answers.failure !== null;
  const key = JSON.stringify([...needed, ...soon]);
  const questions = useMemo((): readonly Question[] => JSON.parse(key), [key]);
  useEffect(
    () => (failed ? undefined : asking.want(picture, side, questions)),
    [asking, picture, side, questions, failed],
  );
  return {
    setting: shown,
    answers: stays ? asking.of(shown.viewed.picture, side) : answers,
    ready,
    again: () => asking.again(picture, side),
  };
}
