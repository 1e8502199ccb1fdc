import {
  type About,
  type AttentionKind,
  EngineError,
  type Frame,
  type Gradient,
  type HeadEffect,
  HeadlightError,
  type HeadWeights,
  type Lens,
  type Picture,
  type Session,
  type SessionEvents,
  type SessionOptions,
  type ShowRequest,
  type StageName,
} from '../contract/index.ts';
import { AboutPicture } from './aboutPicture.ts';
import { afterPaint } from './afterPaint.ts';
import type { Answers, Asked, FromWorker, ToWorker, WorkerQuestion } from './protocol.ts';
import { fromWire } from './wireError.ts';

/** What the session needs of a Worker. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
  terminate(): void;
}

/**
 * Opens a model in a worker of its own. Returns at once; the events tell how it goes.
 * @param makeWorker for tests: another end of the line
 */
export function openSession(
  options: SessionOptions,
  events: SessionEvents,
  makeWorker: () => WorkerLike = startWorker,
): Session {
  return new WorkerSession(absolute(options), events, makeWorker);
}

function startWorker(): WorkerLike {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

/** A worker would read relative addresses from its own script's, not from the page's. */
function absolute(options: SessionOptions): SessionOptions {
  const base = globalThis.document?.baseURI;
  if (!base) return options;
  const resolve = (url: string) => new URL(url, base).href;
  return { ...options, modelUrl: resolve(options.modelUrl), wasmPath: resolve(options.wasmPath) };
}

interface Pending {
  readonly question: WorkerQuestion;
  resolve(value: Answers[keyof Answers]): void;
  reject(error: Error): void;
}

class WorkerSession implements Session {
  private worker: WorkerLike | null = null;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private newestShow = 0;
  private newest: Picture | null = null;
  private readonly about = new AboutPicture((question, signal) => this.ask(question, signal));
  private readonly told = { card: false, stored: false };
  private failed = false;
  private closed = false;

  constructor(
    private readonly options: SessionOptions,
    private readonly events: SessionEvents,
    private readonly makeWorker: () => WorkerLike,
  ) {
    this.connect();
  }

  show(request: ShowRequest): Promise<Picture | null> {
    if (this.closed) return Promise.resolve(null);
    // The older one need not wait for the worker to hear of this one.
    this.pending.get(this.newestShow)?.resolve(null);
    this.pending.delete(this.newestShow);
    const answer = this.ask<'show'>({ kind: 'show', request });
    this.newestShow = this.lastId;
    return answer;
  }

  peek(request: ShowRequest, signal?: AbortSignal): Promise<Picture> {
    return this.ask<'peek'>({ kind: 'peek', request }, signal);
  }

  frame(name: StageName, of: About = {}): Promise<Frame> {
    return this.about.frame(name, this.named(of));
  }

  gradient(row: number, id: number, of: About = {}): Promise<Gradient> {
    return this.about.gradient(row, id, this.named(of));
  }

  lens(of: About = {}): Promise<Lens> {
    return this.about.lens(this.named(of));
  }

  headEffect(kind: AttentionKind, layer: number, head: number, of: About = {}): Promise<HeadEffect> {
    return this.about.headEffect({ attention: kind, layer, head }, this.named(of));
  }

  headWeights(kind: AttentionKind, layer: number, head: number): Promise<HeadWeights> {
    return this.ask<'weights'>({ kind: 'weights', attention: kind, layer, head });
  }

  measureProducts(source: number, target: number, repeats: number): Promise<number> {
    return this.ask<'products'>({ kind: 'products', source, target, repeats });
  }

  numTensors(): Promise<number> {
    return this.ask<'tensors'>({ kind: 'tensors' });
  }

  retry(): void {
    if (!this.failed || this.closed) return;
    this.failed = false;
    if (this.worker) this.worker.postMessage({ type: 'retry' });
    else this.connect();
  }

  close(): void {
    this.closed = true;
    this.worker?.terminate();
    this.worker = null;
    this.endPending(new EngineError('outdated', 'close', 'session', 'an open one', 'a closed one'), true);
  }

  /** A fresh worker, told what to open and what is still waited for. */
  private connect(): void {
    const worker = this.makeWorker();
    this.worker = worker;
    const mine = (act: (event: Event) => void) => (event: Event) => {
      if (this.worker === worker) act(event);
    };
    worker.addEventListener(
      'message',
      mine((event) => this.hear((event as MessageEvent<FromWorker>).data)),
    );
    worker.addEventListener(
      'error',
      mine((event) => {
        event.preventDefault();
        this.crash((event as ErrorEvent).message ?? 'the worker did not start');
      }),
    );
    worker.addEventListener(
      'messageerror',
      mine(() => this.crash('an answer could not be read')),
    );
    worker.postMessage({ type: 'open', options: this.options });
    for (const [id, { question }] of this.pending) worker.postMessage({ type: 'ask', id, question });
  }

  /** The newest picture, where none is named. */
  private named(of: About): About {
    return of.picture || this.newest === null ? of : { ...of, picture: this.newest };
  }

  private ask<Kind extends keyof Answers>(
    question: Asked<Kind>,
    signal?: AbortSignal,
  ): Promise<Answers[Kind]> {
    return new Promise((resolve, reject) => {
      if (this.closed) {
        reject(new EngineError('outdated', question.kind, 'session', 'an open one', 'a closed one'));
        return;
      }
      if (signal?.aborted) {
        reject(new EngineError('outdated', question.kind, 'question', 'one still wanted', 'one cancelled'));
        return;
      }
      const id = ++this.lastId;
      // The worker answers a question by its kind.
      const settle = (value: Answers[keyof Answers]) => resolve(value as Answers[Kind]);
      this.pending.set(id, { question, resolve: settle, reject });
      this.worker?.postMessage({ type: 'ask', id, question });
      signal?.addEventListener('abort', () => this.cancel(id), { once: true });
    });
  }

  /** Nobody waits for this answer any more. */
  private cancel(id: number): void {
    const pending = this.pending.get(id);
    if (!pending) return;
    this.pending.delete(id);
    this.worker?.postMessage({ type: 'cancel', id });
    const { kind } = pending.question;
    pending.reject(new EngineError('outdated', kind, 'question', 'one still wanted', 'one cancelled'));
  }

  private hear(message: FromWorker): void {
    if (message.type === 'answer' || message.type === 'refusal') this.settle(message);
    else if (message.type === 'progress')
      this.events.onProgress({ loaded: message.loaded, total: message.total });
    else if (message.type === 'live') this.events.onLive(message.report);
    else if (message.type === 'failure') {
      this.failed = true;
      this.events.onFailure(message.failure);
    } else if (message.type === 'card') {
      if (!this.told.card) this.events.onCard(message.card);
      this.told.card = true;
    } else {
      if (!this.told.stored) {
        this.newest ??= message.picture;
        this.events.onStored(message.picture);
      }
      this.told.stored = true;
      const { worker } = this;
      afterPaint(() => worker?.postMessage({ type: 'seen' }));
    }
  }

  private settle(message: Extract<FromWorker, { id: number }>): void {
    const pending = this.pending.get(message.id);
    if (!pending) return;
    this.pending.delete(message.id);
    if (message.type === 'refusal') {
      pending.reject(fromWire(message.error));
      return;
    }
    const { value } = message;
    if (pending.question.kind === 'show' && value !== null) this.newest = value as Picture;
    pending.resolve(value);
  }

  private crash(message: string): void {
    this.worker?.terminate();
    this.worker = null;
    this.failed = true;
    this.endPending(new HeadlightError('crashed', 'session', 'worker', 'an answer', message), false);
    this.events.onFailure({ code: 'crashed', message, file: null });
  }

  /** Nobody is left waiting. */
  private endPending(error: HeadlightError, quietly: boolean): void {
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const { question, resolve, reject } of waiting) {
      if (quietly && question.kind === 'show') resolve(null);
      else reject(error);
    }
  }
}
