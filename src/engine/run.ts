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
import { type Device, padded } from './device.ts';
import { likeliest } from './ops/likeliest.ts';
import { frameOf, Recorder } from './record.ts';
import { lineOf, readable, type Segment, segmentOf } from './target.ts';
import { ruleFor } from './writing/rule.ts';

/** What a pass must be told of itself; the source is the run's. */
export type PassInput = Pick<DecoderInput, 'ids' | 'start' | 'rows' | 'caches' | 'capacity'>;

/** One run in progress: the model, the device, what has been read so far. Tensors live in the caller's scope. */
export class Run {
  readonly segments: Segment[] = [];
  readonly frames = new Map<StageName, Frame>();
  readonly rule: GreedyRule;
  /** What logits are divided by before they become probabilities. */
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

  /** What the model thinks of each target id. @param ids T ids: what stands after each row */
  stepsOf(ids: readonly number[]): TargetStep[] {
    return this.segments.flatMap((segment) =>
      Array.from({ length: segment.rows }, (_, row) =>
        stepOf(lineOf(segment, row), ids[segment.start + row] as number, this.temperature),
      ),
    );
  }

  /** The likeliest id after a pass's only row, on the device. @param logits [1, 1, V] */
  likeliest(logits: Tensor): Tensor {
    return likeliest(logits, this.barredIds());
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

  /** Some rows in one pass that goes on from caches. */
  step(input: PassInput): DecoderPass {
    this.steps += 1;
    this.passes += 1;
    return this.decodePass(input);
  }

  private decodePass(input: PassInput): DecoderPass {
    if (!this.encoded)
      throw new EngineError('bad-request', 'decodePass', 'encoder', 'an encoded source', 'none');
    const whole = {
      ...input,
      crossKeysValues: this.encoded.crossKeysValues,
      sourceLength: this.request.source.length,
    };
    return decode(this.weights, this.info, whole, this.recorder);
  }

  /** The tensors' numbers, by one read. @throws EngineError `outdated` */
  async read(tensors: readonly Tensor[]): Promise<Float32Array[]> {
    const start = performance.now();
    const data = await this.device.read(tensors);
    this.readbackMs += performance.now() - start;
    this.stopIfOutdated();
    return data;
  }

  /** Lets newer messages arrive, between two steps. @throws EngineError `outdated` */
  async breathe(): Promise<void> {
    await this.control?.breathe();
    this.stopIfOutdated();
  }

  private stopIfOutdated(): void {
    if (this.control?.isOutdated())
      throw new EngineError('outdated', 'run', 'request', 'the newest', 'an older one');
  }

  /** Padded ids on the device. Whole numbers up to 2^24 are exact in float32. */
  ids(ids: readonly number[], capacity: number): Tensor {
    const data = new Float32Array(capacity).fill(this.info.padId);
    data.set(ids);
    return tensor(data, [capacity], 'float32');
  }
}
