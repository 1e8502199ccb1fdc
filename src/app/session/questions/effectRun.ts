import type { HeadAt, Picture } from '../../../contract/index.ts';
import type { HeadlightStore } from '../../../state/index.ts';
import { keyOf, type Question, type Side, subjectOf } from './question.ts';
import type { Questions } from './questions.ts';

/** How far the heads have been switched off in turn. */
export interface EffectProgress {
  readonly done: number;
  readonly total: number;
}

/** Asks what each head does by switching it off, until all are known, it is ended, or a newer sentence comes. */
export interface EffectRun {
  /** Of this picture's heads; null while they are not being switched off. */
  progress(picture: Picture, side: Side): EffectProgress | null;
  start(picture: Picture, side: Side, heads: readonly HeadAt[]): void;
  cancel(): void;
  /** What is going on, to be told from what was. */
  current(): object | null;
  subscribe(listener: () => void): () => void;
  close(): void;
}

type EffectQuestion = Extract<Question, { readonly type: 'effect' }>;

export const effectQuestions = (
  picture: Picture,
  side: Side,
  heads: readonly HeadAt[],
): readonly EffectQuestion[] => heads.map((at) => ({ type: 'effect', of: subjectOf(picture, side), at }));

/** The same for pictures of the same sentence, changes and decoding. */
const subjectKey = (picture: Picture, side: Side): string =>
  keyOf({ type: 'lens', of: subjectOf(picture, side) });

interface Going {
  readonly key: string;
  readonly side: Side;
  readonly asked: readonly Question[];
  readonly drop: () => void;
}

export function createEffectRun(store: HeadlightStore, questions: Questions): EffectRun {
  let going: Going | null = null;
  const listeners = new Set<() => void>();
  const put = (next: Going | null): void => {
    going?.drop();
    going = next;
    for (const listener of listeners) listener();
  };
  const cancel = (): void => {
    if (going !== null) put(null);
  };
  const done = ({ asked }: Going): number =>
    asked.filter((question) => questions.of(question).status === 'ready').length;
  const endIfOver = (): void => {
    if (going === null) return;
    if (done(going) === going.asked.length || questions.failureAmong(going.asked)) cancel();
  };
  const stops = [
    questions.subscribe(endIfOver),
    store.subscribe(({ run, picture }) => {
      if (going === null) return;
      const newer = picture === null || subjectKey(picture, going.side) !== going.key;
      if (run.phase === 'running' || newer) cancel();
    }),
  ];
  return {
    progress(picture, side) {
      if (going?.key !== subjectKey(picture, side)) return null;
      return { done: done(going), total: going.asked.length };
    },
    start(picture, side, heads) {
      const asked = effectQuestions(picture, side, heads);
      questions.again(asked);
      put({ key: subjectKey(picture, side), side, asked, drop: questions.want(asked, 'background') });
      endIfOver();
    },
    cancel,
    current: () => going,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      cancel();
      for (const stop of stops) stop();
    },
  };
}
