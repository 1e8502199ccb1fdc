import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import {
  EngineError,
  type Frame,
  type ModelInfo,
  makeFrame,
  type Part,
  type RunControl,
  type RunRequest,
  type StageName,
  type TargetStep,
} from '../../contract/index.ts';
import type {
  CachedLayers,
  DecoderInput,
  DecoderLayers,
  DecoderPass,
  EncoderPass,
  LoadedModel,
  PassContext,
} from '../architectures/index.ts';
import { type Device, padded } from '../backends/device.ts';
import { Plans } from '../changes/plans.ts';
import { type GreedyRule, probabilitiesOf, targetStepOf } from '../decoding/nextToken.ts';
import { ruleFor } from '../decoding/ruleFor.ts';
import { likeliest } from '../kernels/linear/likeliest.ts';
import {
  type CacheHit,
  givesMeans,
  layersOf,
  type PassCache,
  type StackKey,
  stackKey,
  wholePassOf,
} from './passCache.ts';
import { pause, stopIfOutdated } from './pause.ts';
import { frameOf, recorderFor } from './recorder.ts';
import { type DecodedRows, logitsRowOf, readable, segmentOf } from './target.ts';

/** What a pass must be told of itself; the source is the run's. */
export type PassInput = Pick<DecoderInput, 'ids' | 'start' | 'rows' | 'caches' | 'capacity'>;

/** A backend with the model on it. */
export interface BackendSession {
  readonly model: LoadedModel;
  readonly info: ModelInfo;
  readonly device: Device;
  /** What earlier runs left; null where nothing is to be taken over. */
  readonly cache: PassCache | null;
}

/** One run in progress: the model, the device, what has been read so far. Tensors live in the caller's scope. */
export class ModelRun {
  /** What was read of the decoder's rows. */
  readonly segments: DecodedRows[] = [];
  readonly frames = new Map<StageName, Frame>();
  readonly rule: GreedyRule;
  /** What logits are divided by before they become probabilities. */
  readonly temperature: number;
  readonly plans: Plans;
  passes = 0;
  steps = 0;
  encoderLayers = 0;
  readbackMs = 0;
  private readonly context: PassContext;
  private encoded: { readonly key: StackKey; readonly pass: EncoderPass } | null = null;
  private crossKeysValues: readonly Tensor[] | null = null;

  constructor(
    private readonly session: BackendSession,
    readonly request: RunRequest,
    private readonly control: RunControl | undefined,
  ) {
    const { info } = session;
    this.rule = ruleFor(info, request.decoding);
    this.temperature = request.decoding?.temperature ?? 1;
    this.plans = new Plans(request.changes ?? [], info);
    this.context = { plans: this.plans, recorder: recorderFor(request, info) };
  }

  get info(): ModelInfo {
    return this.session.info;
  }

  get device(): Device {
    return this.session.device;
  }

  /**
   * The encoder over the source, from the first layer on that the last runs do not know; its Frames come with the
   * next read.
   */
  encode(): void {
    const { source } = this.request;
    const { cache, device, info } = this.session;
    const key = stackKey(this.plans, info, source, null);
    const known = this.usable(cache?.encoder.find(key), 'encoder');
    const ids = this.ids(source, padded(device, source.length));
    const pass = this.session.model.encode(this.context, { ids, length: source.length }, known);
    this.encoderLayers = info.encoder.layers - (known?.layers ?? 0);
    if (this.encoderLayers > 0) this.passes += 1;
    const isKnown = known?.shared === info.encoder.layers;
    this.encoded = isKnown ? { ...known, pass } : { key, pass };
    this.crossKeysValues = isKnown ? known.pass.crossKeysValues : null;
  }

  /** A cache hit, cut below the layers that must be computed to tell their stages. */
  private usable<Pass>(
    hit: CacheHit<Pass> | null | undefined,
    part: Part,
  ): (CacheHit<Pass> & { readonly shared: number }) | null {
    if (!hit) return null;
    const layers = Math.min(hit.layers, this.context.recorder.firstWanted(part));
    return { ...hit, layers, shared: hit.layers };
  }

  /**
   * All of these decoder inputs in one pass, from the first position on. What was read of earlier passes is
   * forgotten.
   */
  async decodeAll(inputs: readonly number[]): Promise<DecoderPass> {
    const pass = this.wholePass(inputs);
    this.passes += 1;
    const data = await this.read(this.toRead(pass));
    // In the order they were computed, so that a NaN is told where it first stood.
    const first = readable(pass).length;
    [...this.context.recorder.recorded].forEach(([name, stage], i) => {
      this.frames.set(name, frameOf(name, stage, data[first + i] as Float32Array));
    });
    this.segments.splice(0, this.segments.length, segmentOf(pass, data, 0, inputs.length));
    const logits = this.frames.get('logits');
    if (logits && this.request.stages.includes('probabilities')) {
      const data = probabilitiesOf(logits.data, this.info.vocabulary, this.temperature);
      this.frames.set('probabilities', makeFrame('probabilities', logits.shape, data));
    }
    return pass;
  }

  /** What is read of the first pass: the encoder's stages, and other stages asked for, come with it. */
  toRead(pass: DecoderPass): Tensor[] {
    const recorded = [...this.context.recorder.recorded];
    return [...readable(pass), ...recorded.map(([, stage]) => stage.tensor)];
  }

  /** The pass itself, with the layers taken over that the last runs know. */
  wholePass(inputs: readonly number[]): DecoderPass {
    const { cache, device, info } = this.session;
    const capacity = padded(device, inputs.length);
    const ids = this.ids(inputs, capacity);
    const input = { ids, start: 0, rows: inputs.length, caches: null, capacity };
    const key = stackKey(this.plans, info, inputs, this.source().key);
    const hit = this.usable(cache?.decoder.find(key), 'decoder');
    const known = hit && { ...hit, pass: layersOf(hit.pass) };
    const pass = this.decodePass(input, known);
    if (hit?.shared !== info.decoder.layers && !givesMeans(pass))
      cache?.decoder.store(key, wholePassOf(pass));
    return pass;
  }

  /** What the model thinks of each target id. @param ids T ids: what stands after each row */
  stepsOf(ids: readonly number[]): TargetStep[] {
    return this.segments.flatMap((segment) =>
      Array.from({ length: segment.rows }, (_, row) =>
        targetStepOf(logitsRowOf(segment, row), ids[segment.start + row] as number, this.temperature),
      ),
    );
  }

  /** The likeliest id after a pass's only row, on the device. @param logits [1, 1, V] */
  likeliest(logits: Tensor): Tensor {
    return likeliest(logits, this.session.model.forbiddenMask);
  }

  /** Some rows in one pass that goes on from caches. */
  step(input: PassInput): DecoderPass {
    this.steps += 1;
    this.passes += 1;
    return this.decodePass(input, null);
  }

  private decodePass(input: PassInput, known: CachedLayers<DecoderLayers> | null): DecoderPass {
    this.crossKeysValues ??= this.readSource();
    const { crossKeysValues, request, session } = this;
    const whole = { ...input, crossKeysValues, sourceLength: request.source.length };
    return session.model.decode(this.context, whole, known);
  }

  /** The decoder's first step, once for a source: kept with the encoder's pass. */
  private readSource(): readonly Tensor[] {
    const { key, pass } = this.source();
    const crossKeysValues = this.session.model.readSource(pass);
    this.session.cache?.encoder.store(key, { ...pass, crossKeysValues });
    return crossKeysValues;
  }

  private source(): { readonly key: StackKey; readonly pass: EncoderPass } {
    if (!this.encoded) throw new EngineError('bad-request', 'decode', 'encoder', 'an encoded source', 'none');
    return this.encoded;
  }

  /** The tensors' numbers, by one read. @throws EngineError `outdated` */
  async read(tensors: readonly Tensor[]): Promise<Float32Array[]> {
    const start = performance.now();
    const data = await this.device.read(tensors, this.control);
    this.readbackMs += performance.now() - start;
    stopIfOutdated(this.control);
    return data;
  }

  /** Lets newer messages arrive, between two steps. @throws EngineError `outdated` */
  breathe(): Promise<void> {
    return pause(this.control);
  }

  /** Padded ids on the device. Whole numbers up to 2^24 are exact in float32. */
  ids(ids: readonly number[], capacity: number): Tensor {
    const data = new Float32Array(capacity).fill(this.info.padId);
    data.set(ids);
    return tensor(data, [capacity], 'float32');
  }
}
