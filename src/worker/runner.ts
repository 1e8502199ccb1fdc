import { type Engine, EngineError, type Picture, type ShowRequest } from '../contract/index.ts';
import { isUnchanged, Unchanged } from './before.ts';
import { createBreather } from './breathe.ts';
import type { Translator } from './picture.ts';
import { frame, gradient, headEffect, lens } from './probes.ts';
import type { Answers, FromWorker, Question } from './protocol.ts';
import { toWire } from './wireError.ts';

export type Post = (message: FromWorker, transfer?: Transferable[]) => void;

interface Job {
  readonly id: number;
  readonly question: Question;
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
 * before the rest.
 */
export class Runner {
  private sentence: Job | null = null;
  private readonly others: Job[] = [];
  private readonly breather = createBreather();
  private seat: Seat | null = null;
  private busy = false;
  private closed = false;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly post: Post) {}

  add(job: Job): void {
    if (job.question.kind === 'show') {
      if (this.sentence) this.post({ type: 'answer', id: this.sentence.id, value: null });
      this.sentence = job;
    } else this.others.push(job);
    void this.work();
  }

  /** From now on there is an engine; what waited is done. */
  start(engine: Engine, translator: Translator): void {
    this.seat = { engine, translator, unchanged: new Unchanged(engine, translator) };
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
      const before = this.seat.engine.backend();
      await this.do(job, this.seat);
      const report = this.seat.engine.backend();
      // The engine revived its backend, or took another.
      if (report !== before && JSON.stringify(report) !== JSON.stringify(before))
        this.post({ type: 'live', report });
    }
    this.busy = false;
    if (!this.closed) this.idle = setTimeout(() => void this.settle(), SETTLE_AFTER_MS);
  }

  /** Nobody has asked anything for a while: the engine may try what takes long. */
  private async settle(): Promise<void> {
    if (this.busy || this.closed || !this.seat) return;
    this.busy = true;
    const { engine } = this.seat;
    const before = engine.backend();
    try {
      await engine.settle();
    } catch (error) {
      // The backend at work is untouched by a failed trial of another.
      console.error(error);
    }
    if (engine.backend() !== before) this.post({ type: 'live', report: engine.backend() });
    this.busy = false;
    if (this.sentence || this.others.length > 0) void this.work();
  }

  private next(): Job | undefined {
    if (this.closed) return undefined;
    const job = this.sentence ?? this.others.shift();
    if (job === this.sentence) this.sentence = null;
    return job;
  }

  private async do({ id, question }: Job, seat: Seat): Promise<void> {
    try {
      const value = await this.answer(question, seat);
      this.post({ type: 'answer', id, value }, buffersOf(value));
    } catch (error) {
      const outdated = error instanceof EngineError && error.code === 'outdated';
      if (outdated && question.kind === 'show') this.post({ type: 'answer', id, value: null });
      else this.post({ type: 'refusal', id, error: toWire(error) });
    }
  }

  private answer(question: Question, seat: Seat): Promise<Answers[keyof Answers]> | Answers[keyof Answers] {
    const { engine, translator } = seat;
    if (question.kind === 'show') return this.show(question.request, seat);
    if (question.kind === 'peek') return peek(question.request, engine, translator);
    if (question.kind === 'frame') return frame(question, engine);
    if (question.kind === 'gradient') return gradient(question, engine);
    if (question.kind === 'lens') return lens(question, engine, translator);
    if (question.kind === 'effect') return headEffect(question, engine);
    if (question.kind === 'weights')
      return engine.headWeights(question.attention, question.layer, question.head);
    if (question.kind === 'tensors') return engine.numTensors();
    return engine.measureProducts(question.source, question.target, question.repeats);
  }

  private async show(request: ShowRequest, seat: Seat): Promise<Picture | null> {
    const { engine, translator, unchanged } = seat;
    const start = performance.now();
    const sentence = translator.read(request.text, request.target);
    const ids = translator.request(sentence, request);
    const tokensMs = performance.now() - start;
    const isOutdated = () => this.sentence !== null || this.closed;
    const control = { isOutdated, breathe: this.breather.breathe };
    const result = await engine.run(ids, control);
    const isChanged = !isUnchanged(request);
    if (!isChanged) unchanged.keep(ids, result);
    const before = isChanged ? await unchanged.beside(sentence, ids, result, control) : null;
    // Nobody would look at it any more.
    return isOutdated() ? null : { ...translator.picture(sentence, result, request, tokensMs), before };
  }
}

/** A picture that nobody waits for while typing, and that overtakes none. */
async function peek(request: ShowRequest, engine: Engine, translator: Translator): Promise<Picture> {
  const sentence = translator.read(request.text, request.target);
  const result = await engine.run(translator.request(sentence, request));
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
