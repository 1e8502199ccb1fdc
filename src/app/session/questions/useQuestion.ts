import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SessionFailure } from '../../../contract/index.ts';
import { useHeadlight } from '../../context.tsx';
import type { Question } from './question.ts';
import type { Known } from './questions.ts';

/** What a view needs in order to draw a setting. */
export interface Wanted<S> {
  /** What the answers are about. */
  readonly setting: S;
  /** While the answers about a new setting are on their way, the last one stays if its place is the same. */
  readonly place: string;
  readonly needed: readonly Question[];
  /** What the next step will need. */
  readonly soon?: readonly Question[];
}

/** What a view draws: the newest setting, or the last one whose answers are all there. */
export type Questioned<S> = {
  readonly setting: S;
  readonly known: Known;
  /** After a failure. */
  readonly again: () => void;
} & (
  | { readonly status: 'waiting' | 'ready'; readonly failure: null }
  | { readonly status: 'failed'; readonly failure: SessionFailure }
);

/** All that has been answered, whoever asked; drawn again when there is more. */
export function useKnown(): Known {
  const { questions } = useHeadlight();
  return useSyncExternalStore(questions.subscribe, questions.known);
}

const NONE: readonly Question[] = [];

/**
 * Asks for what a view needs, and then for what it will need, as long as it is on screen. While a new setting's
 * answers are on their way, the last whole one stays.
 */
export function useQuestion<S>({ setting, place, needed, soon = NONE }: Wanted<S>): Questioned<S> {
  const { questions } = useHeadlight();
  const known = useKnown();
  const all = [...needed, ...soon];
  const failure = questions.failureAmong(all);
  const ready = needed.every((question) => known(question) !== null);
  const [held, hold] = useState({ setting, place });
  if (ready && (held.setting !== setting || held.place !== place)) hold({ setting, place });
  const stays = !ready && held.place === place;
  // What is wanted by now; whatever it has in common with the last drawing's goes on.
  useEffect(() => {
    if (failure !== null) return;
    const drops = [questions.want(needed, 'screen'), questions.want(soon, 'soon')];
    return () => {
      for (const drop of drops) drop();
    };
  });
  const base = { setting: stays ? held.setting : setting, known, again: () => questions.again(all) };
  if (failure !== null) return { ...base, status: 'failed', failure };
  return { ...base, status: ready ? 'ready' : 'waiting', failure };
}
