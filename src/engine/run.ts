import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import {
  EngineError,
  type Frame,
  type ModelInfo,
  makeFrame,
  type RunControl,
  type RunRequest,
  type StageName,
  type TargetStep,
} from '../contract/index.ts';
import {
  type DecoderInput,
  type DecoderPass,
  decode,
  type EncoderPass,
  encode,
} from './architectures/marian.ts';
import type { MarianWeights } from './architectures/marianWeights.ts';
import { type GreedyRule, probabilitiesOf, stepOf } from './choose.ts';
import { ruleFor } from './decoding/rule.ts';
import { type Device, padded } from './device.ts';
import type { Guess, Guesser } from './guess.ts';
import { likeliest } from './ops/likeliest.ts';
import { frameOf, Recorder } from './record.ts';
import { lineOf, readable, type Segment, segmentOf, segmentsOf } from './target.ts';

const NO_GUESS: Guess = { ids: [], from: 0 };

/** Rows a cache grows by when it is full, so that it is not copied at every step. */
const GROWTH = 16;

/** One run in progress: the model, the device, what has been read so far. Tensors live in the caller's scope. */
export class Run {
  readonly segments: Segment[] = [];
  readonly frames = new Map<StageName, Frame>();
  readonly rule: GreedyRule;
  readonly temperature: number;
  passes = 0;
  steps = 0;
  readbackMs = 0;
  private readonly recorder: Recorder;
  private encoded: EncoderPass | null = null;
  private barred: Tensor | null = null;

  constructor(
    readonly weights: MarianWeights,
    readonly info: ModelInfo,
    readonly device: Device,
    readonly request: RunRequest,
    private readonly control: RunControl | undefined,
  ) {
    this.rule = ruleFor(info, request.decoding);
    this.temperature = request.decoding?.temperature ?? 1;
    const patterns = Array.from(
      { length: info.encoder.layers },
      (_, layer): StageName => `encoder.${layer}.self.pattern`,
    );
    const wantsLogits = request.stages.some((name) => name === 'logits' || name === 'probabilities');
    this.recorder = new Recorder([
      ...patterns,
      ...request.stages,
      ...(wantsLogits ? (['logits'] as const) : []),
    ]);
  }

  /** The encoder over the source; its Frames come with the next read. */
  encode(): void {
    const { source } = this.request;
    this.encoded = encode(
      this.weights,
      this.info,
      this.ids(source, padded(this.device, source.length)),
      source.length,
      this.recorder,
    );
    this.passes += 1;
  }

  /** All of these decoder inputs in one pass, from the first position on. */
  async decodeAll(inputs: readonly number[]): Promise<DecoderPass> {
    const capacity = padded(this.device, inputs.length);
    const pass = this.decodePass({
      ids: this.ids(inputs, capacity),
      start: 0,
      rows: inputs.length,
      caches: null,
      capacity,
    });
    this.passes += 1;
    // The encoder's stages, and other stages asked for, come with the first read.
    const kept = [...this.recorder.kept];
    const data = await this.read([...readable(pass), ...kept.map(([, stage]) => stage.tensor)]);
    // In the order they were computed, so that a NaN is told where it first stood.
    const first = readable(pass).length;
    kept.forEach(([name, stage], i) => {
      this.frames.set(name, frameOf(name, stage, data[first + i] as Float32Array));
    });
    this.segments.push(segmentOf(pass, data, 0, inputs.length));
    const logits = this.frames.get('logits');
    if (logits && this.request.stages.includes('probabilities')) {
      const data = probabilitiesOf(logits.data, this.info.vocabulary, this.temperature);
      this.frames.set('probabilities', makeFrame('probabilities', logits.shape, data));
    }
    return pass;
  }

  /**
   * From `token` at position `start` on, until the target ends: step by step, or with words guessed from the old translation
   * several rows at once.
   * @param guesser its words, and `at`: where it differs
   * @returns the ids written, `token` first, and how many of them were guessed
   */
  async decodeOn(
    token: number,
    start: number,
    from: DecoderPass,
    old: { readonly guesser: Guesser; readonly at: number },
  ): Promise<{ written: number[]; guessed: number }> {
    const written = [token];
    let [caches, at, guessed] = [from.caches, old.at, 0];
    const last = (): number => written[written.length - 1] as number;
    while (!this.rule.ends(last(), start + written.length - 2)) {
      await this.breathe();
      const row = start + written.length - 1;
      const guess =
        this.device.stepsPerRead > 1 ? NO_GUESS : this.fitting(old.guesser.after(last(), at), row);
      const inputs = [last(), ...guess.ids];
      const chunk =
        inputs.length > 1 ? [this.issueBlock(inputs, row, caches)] : this.issueSteps(last(), row, caches);
      const data = await this.read(chunk.flatMap(readable));
      const segments = segmentsOf(chunk, data, row, inputs.length);
      for (const [i, segment] of segments.entries()) {
        const news = this.verify(segment, inputs);
        written.push(...news);
        caches = (chunk[i] as DecoderPass).caches;
        if (this.rule.ends(last(), start + written.length - 2)) break;
      }
      const right = inputs.length > 1 ? (segments[0] as Segment).rows - 1 : 0;
      if (inputs.length > 1) old.guesser.learn(right);
      at = guess.from + right;
      guessed += right;
    }
    return { written, guessed };
  }

  /** The ids that follow a segment's rows, up to the first that differs from its next input. Rows after that do not count. */
  private verify(segment: Segment, inputs: readonly number[]): number[] {
    const news: number[] = [];
    for (let row = 0; row < segment.rows; row++) {
      const next = this.rule.next(lineOf(segment, row), segment.start + row);
      news.push(next);
      if (next === inputs[row + 1] && !this.rule.ends(next, segment.start + row)) continue;
      segment.rows = row + 1;
    }
    this.segments.push(segment);
    return news;
  }

  /** A guess cut to the length limit. */
  private fitting(guess: Guess, row: number): Guess {
    return { ...guess, ids: guess.ids.slice(0, Math.max(0, this.info.maxTargetLength - row - 1)) };
  }

  /** What the model thinks of each target id. @param ids T ids: what stands after each row */
  stepsOf(ids: readonly number[]): TargetStep[] {
    return this.segments.flatMap((segment) =>
      Array.from({ length: segment.rows }, (_, row) =>
        stepOf(lineOf(segment, row), ids[segment.start + row] as number, this.temperature),
      ),
    );
  }

  /** Several rows in one pass, the first ids certain, the others guessed; not read yet. */
  issueBlock(inputs: readonly number[], start: number, caches: readonly Tensor[]): DecoderPass {
    const rows = inputs.length;
    const held = caches[0]?.shape[1] ?? 0;
    const capacity = start + rows <= held ? held : held + GROWTH;
    this.steps += 1;
    this.passes += 1;
    return this.decodePass({ ids: this.ids(inputs, rows), start, rows, caches, capacity });
  }

  /** Steps on the device without a read between them: each step's arg-max is the next one's input. */
  private issueSteps(token: number, start: number, from: readonly Tensor[]): DecoderPass[] {
    const passes: DecoderPass[] = [];
    let ids = this.ids([token], 1);
    let caches = from;
    const room = this.info.maxTargetLength - start;
    const count = this.rule.isGreedy ? Math.min(this.device.stepsPerRead, Math.max(1, room)) : 1;
    for (let i = 0; i < count; i++) {
      const held = caches[0]?.shape[1] ?? 0;
      const capacity = start + i < held ? held : held + GROWTH;
      const pass = this.decodePass({ ids, start: start + i, rows: 1, caches, capacity });
      passes.push(pass);
      caches = pass.caches;
      if (i + 1 < count) ids = likeliest(pass.logits, this.barredIds());
      this.steps += 1;
      this.passes += 1;
    }
    return passes;
  }

  /** [V]: 0 where greedy decoding may choose an id. Made once, in the run's scope. */
  private barredIds(): Tensor {
    if (this.barred) return this.barred;
    const { forbiddenIds, vocabulary } = this.info;
    const bars = new Float32Array(vocabulary);
    for (const id of forbiddenIds) if (id < vocabulary) bars[id] = 1;
    this.barred = tensor(bars, [vocabulary], 'float32');
    return this.barred;
  }

  private decodePass(
    input: Pick<DecoderInput, 'ids' | 'start' | 'rows' | 'caches' | 'capacity'>,
  ): DecoderPass {
    if (!this.encoded)
      throw new EngineError('bad-request', 'decodePass', 'encoder', 'an encoded source', 'none');
    const whole = {
      ...input,
      crossKeysValues: this.encoded.crossKeysValues,
      sourceLength: this.request.source.length,
    };
    return decode(this.weights, this.info, whole, this.recorder);
  }

  async read(tensors: readonly Tensor[]): Promise<Float32Array[]> {
    const start = performance.now();
    const data = await this.device.read(tensors);
    this.readbackMs += performance.now() - start;
    this.stopIfOutdated();
    return data;
  }

  async breathe(): Promise<void> {
    await this.control?.breathe();
    this.stopIfOutdated();
  }

  private stopIfOutdated(): void {
    if (this.control?.isOutdated())
      throw new EngineError('outdated', 'run', 'request', 'the newest', 'an older one');
  }

  /** Padded ids on the device. Whole numbers up to 2^24 are exact in float32. */
  private ids(ids: readonly number[], capacity: number): Tensor {
    const data = new Float32Array(capacity).fill(this.info.padId);
    data.set(ids);
    return tensor(data, [capacity], 'float32');
  }
}
