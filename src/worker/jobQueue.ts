import {
  type Engine,
  isOutdated,
  type Picture,
  type RunControl,
  type ShowRequest,
} from '../contract/index.ts';
import { asksUnchanged, Unchanged } from './before.ts';
import { createBreather } from './breathe.ts';
import type { Translator } from './picture.ts';
import { frame, gradient, headEffect, lens } from './probes.ts';
import type { Answers, FromWorker, WorkerQuestion } from './protocol.ts';
import { toWire } from './wireError.ts';

export type Post = (message: FromWorker, transfer?: Transferable[]) => void;

interface Job {
  readonly id: number;
  readonly question: WorkerQuestion;
}

interface Seat {
  readonly engine: Engine;
  readonly translator: Translator;
  readonly unchanged: Unchanged;
}

/** Long enough that the person is reading, not typing. */
const SETTLE_AFTER_MS = 1500;

/**
 * Answers questions one at a time, since the engine does one thing at a time. Of the sentences only the newest
 * counts: an older one is answered with null, at once when it waits, at its next breath when it runs. Sentences go
 * before the rest: what is under way of that ends at its next breath, and is begun anew afterwards.
 */
export class JobQueue {
  private sentence: Job | null = null;
  private readonly others: Job[] = [];
  /** The one under way, unless it is no longer wanted. */
  private current: Job | null = null;
  private readonly breather = createBreather();
  private seat: Seat | null = null;
  private busy = false;
  private settling = false;
  private closed = false;
  private idle: ReturnType<typeof setTimeout> | undefined;
  /** The backend as the page knows it. */
  private told = '';

  constructor(private readonly post: Post) {}

  add(job: Job): void {
    if (job.question.kind === 'show') {
      if (this.sentence) this.post({ type: 'answer', id: this.sentence.id, value: null });
      this.sentence = job;
    } else this.others.push(job);
    void this.work();
  }

  /** Nobody waits for this answer any more. */
  cancel(id: number): void {
    const waiting = this.others.findIndex((job) => job.id === id);
    if (waiting >= 0) this.others.splice(waiting, 1);
    if (this.current?.id === id) this.current = null;
  }

  /** From now on there is an engine; what waited is done. */
  start(engine: Engine, translator: Translator): void {
    this.seat = { engine, translator, unchanged: new Unchanged(engine, translator) };
    this.told = JSON.stringify(engine.backend());
    void this.work();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.idle);
    this.breather.close();
    this.seat?.engine.dispose();
  }

  private async work(): Promise<void> {
    if (this.busy || !this.seat) return;
    this.busy = true;
    clearTimeout(this.idle);
    for (let job = this.next(); job; job = this.next()) {
      await this.do(job, this.seat);
      this.tellBackend(this.seat.engine);
    }
    this.busy = false;
    if (!this.closed) this.idle = setTimeout(() => void this.settle(), SETTLE_AFTER_MS);
  }

  /**
   * Nobody has asked anything for a while: the engine may try what takes long. Whatever is asked meanwhile goes
   * before, and the trial on in the next idle moment.
   */
  private async settle(): Promise<void> {
    if (this.busy || this.settling || this.closed || !this.seat) return;
    this.settling = true;
    const { engine } = this.seat;
    try {
      await engine.settle({ isOutdated: () => this.busy || this.closed, breathe: this.breather.breathe });
    } catch (error) {
      // The backend at work is untouched by a failed trial of another.
      if (!isOutdated(error)) console.error(error);
    }
    this.settling = false;
    this.tellBackend(engine);
  }

  /** The engine may have revived its backend, or taken another. */
  private tellBackend(engine: Engine): void {
    const report = engine.backend();
    const told = JSON.stringify(report);
    if (told === this.told) return;
    this.told = told;
    this.post({ type: 'live', report });
  }

  private next(): Job | undefined {
    if (this.closed) return undefined;
    const job = this.sentence ?? this.others.shift();
    if (job === this.sentence) this.sentence = null;
    return job;
  }

  private async do(job: Job, seat: Seat): Promise<void> {
    const { id, question } = job;
    this.current = job;
    try {
      const value = await this.answer(question, seat, this.controlOf(job));
      if (this.isWanted(job)) this.post({ type: 'answer', id, value }, buffersOf(value));
    } catch (error) {
      if (!isOutdated(error)) this.post({ type: 'refusal', id, error: toWire(error) });
      else if (question.kind === 'show') this.post({ type: 'answer', id, value: null });
      else if (this.isWanted(job)) this.others.unshift(job);
    }
    this.current = null;
  }

  private isWanted(job: Job): boolean {
    return this.current === job && !this.closed;
  }

  private controlOf(job: Job): RunControl {
    return {
      isOutdated: () => this.sentence !== null || !this.isWanted(job),
      breathe: this.breather.breathe,
    };
  }

  private answer(
    question: WorkerQuestion,
    seat: Seat,
    control: RunControl,
  ): Promise<Answers[keyof Answers]> | Answers[keyof Answers] {
    const { engine, translator } = seat;
    switch (question.kind) {
      case 'show':
        return this.show(question.request, seat, control);
      case 'peek':
        return peek(question.request, engine, translator, control);
      case 'frame':
        return frame(question, engine, control);
      case 'gradient':
        return gradient(question, engine, control);
      case 'lens':
        return lens(question, engine, translator, control);
      case 'effect':
        return headEffect(question, engine, control);
      case 'weights':
        return engine.headWeights(question.attention, question.layer, question.head);
      case 'tensors':
        return engine.numTensors();
      case 'products':
        return engine.measureProducts(question.source, question.target, question.repeats);
    }
  }

  private async show(request: ShowRequest, seat: Seat, control: RunControl): Promise<Picture | null> {
    const { engine, translator, unchanged } = seat;
    const start = performance.now();
    const sentence = translator.read(request.text, request.target);
    const ids = translator.request(sentence, request);
    const tokensMs = performance.now() - start;
    const result = await engine.run(ids, control);
    const isChanged = !asksUnchanged(request);
    if (!isChanged) unchanged.keep(ids, result);
    const before = isChanged ? await unchanged.beside(sentence, ids, result, control) : null;
    // Nobody would look at it any more.
    return control.isOutdated()
      ? null
      : { ...translator.picture(sentence, result, request, tokensMs), before };
  }
}

/** A picture that nobody waits for while typing, and that overtakes none. */
async function peek(
  request: ShowRequest,
  engine: Engine,
  translator: Translator,
  control: RunControl,
): Promise<Picture> {
  const sentence = translator.read(request.text, request.target);
  const result = await engine.run({ ...translator.request(sentence, request), purpose: 'peek' }, control);
  return translator.picture(sentence, result, request, 0);
}

/** The buffers under an answer's numbers, each once: frames may share one. They move to the page without a copy. */
function buffersOf(value: Answers[keyof Answers]): Transferable[] {
  return [...new Set(arraysOf(value).map((one) => one.buffer as ArrayBuffer))];
}

function arraysOf(value: Answers[keyof Answers]): Float32Array[] {
  if (value === null || typeof value === 'number') return [];
  if ('frames' in value) return [...value.frames.values()].map((one) => one.data);
  return Object.values(value).filter((part): part is Float32Array => part instanceof Float32Array);
}
