import {
  EngineError,
  isOutdated,
  type Picture,
  type Session,
  type SessionFailure,
} from '../../../contract/index.ts';
import { choiceOf, type HeadlightStore } from '../../../state/index.ts';
import { failureOf } from '../failure.ts';
import { bytesOf, createCache } from './cache.ts';
import { createCalm } from './calm.ts';
import { frameAtHand, keyOf, pictureOf, type Question, type Value, type ValueOf } from './question.ts';
import { createQueue, type Priority } from './queue.ts';
import { send } from './send.ts';

export type Answer<T> =
  | { readonly status: 'waiting' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly failure: SessionFailure };

/** The value that has come; null while it is on its way. */
export type Known = <Q extends Question>(question: Q) => ValueOf<Q> | null;

/**
 * The one asker: all that anybody wants of the worker besides the newest picture. Each thing is computed once, one at
 * a time, in order of priority, and not while a sentence is computed or somebody types. What nobody wants any longer
 * is not asked, and stopped where it is under way. An answer that is outdated is asked for again if it is still wanted.
 */
export interface Questions {
  of<Q extends Question>(question: Q): Answer<ValueOf<Q>>;
  /** Tells all values there are; another function whenever some answer is another. */
  known(): Known;
  /** The first failure among the answers to these. */
  failureAmong(questions: readonly Question[]): SessionFailure | null;
  /** Wants these answered, in this order up to the first that fails. Returns the way to want them no longer. */
  want(questions: readonly Question[], priority: Priority): () => void;
  /**
   * Asks at once, beside all the rest: for what a picture cannot be drawn without, and for scripts.
   * @throws what the session throws; EngineError `bad-request` for a picture of another model
   */
  now<Q extends Question>(question: Q, signal?: AbortSignal): Promise<ValueOf<Q>>;
  /** After failures: they may be asked again. */
  again(questions: readonly Question[]): void;
  /** Called whenever some answer is another. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

export interface QuestionsOptions {
  readonly store: HeadlightStore;
  readonly session: () => Session;
  readonly nowMs: () => number;
}

/** Answers are kept as long as they fit into this. */
const MOST_BYTES = 64 << 20;

const WAITING = { status: 'waiting' } as const;

/** Which model on which backend a picture is of: another one cannot be asked about it. */
function createOrigins(store: HeadlightStore) {
  const origins = new WeakMap<Picture, string>();
  const here = (): string => {
    const { model, backend } = choiceOf(store.getState());
    return `${model} ${backend}`;
  };
  const note = (picture: Picture | null): void => {
    if (picture !== null && !origins.has(picture)) origins.set(picture, here());
  };
  note(store.getState().picture);
  const of = (question: Question): string => {
    const picture = pictureOf(question);
    return (picture && origins.get(picture)) ?? here();
  };
  return {
    note,
    keyOf: (question: Question): string => `${of(question)} ${keyOf(question)}`,
    isHere: (question: Question): boolean => of(question) === here(),
    stop: store.subscribe(({ picture }) => note(picture)),
  };
}

interface Sent {
  readonly key: string;
  readonly abort: AbortController;
}

class Asker implements Questions {
  private readonly queue = createQueue<Question>();
  private readonly listeners = new Set<() => void>();
  private readonly origins;
  private readonly calm;
  private readonly answers;
  private readonly direct = new Map<string, Promise<Value>>();
  private sent: Sent | null = null;
  private knownNow: Known;
  private looking = false;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: QuestionsOptions) {
    const { store, nowMs } = options;
    this.origins = createOrigins(store);
    this.calm = createCalm(store, nowMs, () => this.lookSoon());
    const isNeeded = (key: string): boolean =>
      this.queue.some((question) => this.origins.keyOf(question) === key);
    this.answers = createCache<Answer<Value>>(MOST_BYTES, isNeeded);
    this.knownNow = this.makeKnown();
  }

  of<Q extends Question>(question: Q): Answer<ValueOf<Q>> {
    const atHand = question.type === 'frame' ? frameAtHand(question) : null;
    const answer: Answer<Value> = atHand
      ? { status: 'ready', value: atHand }
      : (this.answers.get(this.origins.keyOf(question)) ?? WAITING);
    // A key holds the answer to its own type of question.
    return answer as Answer<ValueOf<Q>>;
  }

  known = (): Known => this.knownNow;

  failureAmong(questions: readonly Question[]): SessionFailure | null {
    for (const question of questions) {
      const answer = this.of(question);
      if (answer.status === 'failed') return answer.failure;
    }
    return null;
  }

  want(questions: readonly Question[], priority: Priority): () => void {
    const drop = this.queue.add(questions, priority);
    this.lookSoon();
    return () => {
      drop();
      this.lookSoon();
    };
  }

  async now<Q extends Question>(question: Q, signal?: AbortSignal): Promise<ValueOf<Q>> {
    const answer = this.of(question);
    if (answer.status === 'ready') return answer.value;
    if (!this.origins.isHere(question))
      throw new EngineError('bad-request', question.type, 'picture', 'one of this model', 'another model’s');
    const key = this.origins.keyOf(question);
    const onItsWay = signal ? undefined : this.direct.get(key);
    const asked = onItsWay ?? send(this.options.session(), question, signal ?? new AbortController().signal);
    if (!signal) this.direct.set(key, asked);
    try {
      const value = (await asked) as ValueOf<Q>;
      if (!onItsWay) this.keep(key, value);
      return value;
    } finally {
      if (this.direct.get(key) === asked) this.direct.delete(key);
    }
  }

  again(questions: readonly Question[]): void {
    for (const question of questions)
      if (this.of(question).status === 'failed') this.answers.delete(this.origins.keyOf(question));
    this.tell();
    this.lookSoon();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.sent?.abort.abort();
    this.calm.stop();
    this.origins.stop();
  }

  /** Whoever changes what he wants says two things in turn: no longer this, but that. */
  private lookSoon(): void {
    if (this.looking) return;
    this.looking = true;
    queueMicrotask(() => {
      this.looking = false;
      this.look();
    });
  }

  private look(): void {
    clearTimeout(this.timer);
    if (this.closed) return;
    if (this.sent !== null) {
      const { key, abort } = this.sent;
      if (!this.queue.some((question) => this.origins.keyOf(question) === key)) abort.abort();
      return;
    }
    const question = this.queue.next((one) => this.stateOf(one));
    const waitMs = question && this.calm.waitMs();
    if (question === null || waitMs === null) return;
    if (waitMs > 0) this.timer = setTimeout(() => this.look(), waitMs);
    else void this.ask(question);
  }

  private stateOf(question: Question): 'open' | 'held' | 'ready' | 'failed' {
    const { status } = this.of(question);
    if (status !== 'waiting') return status;
    // The stored picture is replaced as soon as there is somebody to ask.
    return pictureOf(question)?.stored || !this.origins.isHere(question) ? 'held' : 'open';
  }

  private async ask(question: Question): Promise<void> {
    const sent = { key: this.origins.keyOf(question), abort: new AbortController() };
    this.sent = sent;
    try {
      const value = await send(this.options.session(), question, sent.abort.signal);
      if (question.type === 'peek') this.origins.note(value as Picture);
      this.keep(sent.key, value);
    } catch (error) {
      if (!isOutdated(error)) this.put(sent.key, { status: 'failed', failure: failureOf(error) });
      else if (!sent.abort.signal.aborted) this.calm.stir();
    }
    this.sent = null;
    this.look();
  }

  private keep(key: string, value: Value): void {
    this.put(key, { status: 'ready', value });
  }

  private put(key: string, answer: Answer<Value>): void {
    if (this.closed) return;
    this.answers.put(key, answer, bytesOf(answer) + bytesOf(key));
    this.tell();
  }

  private makeKnown(): Known {
    return (question) => {
      const answer = this.of(question);
      return answer.status === 'ready' ? answer.value : null;
    };
  }

  private tell(): void {
    this.knownNow = this.makeKnown();
    for (const listener of this.listeners) listener();
  }
}

export const createQuestions = (options: QuestionsOptions): Questions => new Asker(options);
