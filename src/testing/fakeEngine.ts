import {
  attentionStage,
  axesOf,
  type Engine,
  EngineError,
  type Frame,
  type ModelInfo,
  makeFrame,
  parseStageName,
  type RunControl,
  type RunRequest,
  type RunResult,
  type StageName,
} from '../contract/index.ts';
import { fakeProbes } from './fakeProbes.ts';

export interface FakeEngineOptions {
  /** Called at the start of every run; throws or waits as a test wants it to. */
  readonly onRun?: (request: RunRequest) => void | Promise<void>;
  /** Of the id that stands after a row; 0.5 when absent. */
  readonly probability?: (request: RunRequest, row: number, id: number) => number;
}

/** An engine without a model, and the list of what it was asked. */
export interface FakeEngine extends Engine {
  readonly asked: readonly RunRequest[];
  /** Largest number of runs that were under way at once: the door allows one. */
  readonly mostAtOnce: () => number;
  /** Runs ended because a newer one waited. */
  readonly cut: () => number;
}

/**
 * Writes the source backwards, one word per step, breathing and asking between steps as the real one does. Every row of
 * every pattern is even over the keys it may see.
 */
export function createFakeEngine(
  info: ModelInfo,
  { onRun, probability = () => 0.5 }: FakeEngineOptions = {},
): FakeEngine {
  const asked: RunRequest[] = [];
  let running = 0;
  let most = 0;
  let cut = 0;

  async function generate(request: RunRequest, control?: RunControl): Promise<number[]> {
    const words = request.source.filter((id) => id !== info.endId).reverse();
    const target: number[] = [];
    for (const word of words.slice(0, info.maxTargetLength)) {
      await control?.breathe();
      if (control?.isOutdated()) {
        cut++;
        throw new EngineError('outdated', 'run', 'request', 'the newest', 'an older one');
      }
      target.push(word);
    }
    return target;
  }

  async function run(request: RunRequest, control?: RunControl): Promise<RunResult> {
    asked.push(request);
    most = Math.max(most, ++running);
    try {
      await onRun?.(request);
      const target = request.target ?? (await generate(request, control));
      return resultOf(info, request, target, probability);
    } finally {
      running--;
    }
  }

  return {
    info,
    asked,
    mostAtOnce: () => most,
    cut: () => cut,
    backend: () => ({ name: 'cpu', because: 'measured', trials: [] }),
    run,
    ...fakeProbes(info, run),
    settle: async () => {},
    measureProducts: async (source, target, repeats) => source * 100 + target * 10 + repeats,
    numTensors: () => 7,
    dispose: () => undefined,
  };
}

function resultOf(
  info: ModelInfo,
  request: RunRequest,
  target: readonly number[],
  probability: Required<FakeEngineOptions>['probability'],
): RunResult {
  const decoderInput = [info.startId, ...target];
  const ended = request.target !== null || target.length < info.maxTargetLength;
  const steps = [...target, info.endId].map((id, row) => {
    const each = { id, probability: probability(request, row, id) };
    return { ...each, best: [each] };
  });
  const frames = new Map<StageName, Frame>();
  const add = (frame: Frame) => frames.set(frame.name, frame);
  for (const { kind, layers, heads, causal } of info.sites) {
    const { queries, keys } = axesOf(kind, { source: request.source.length, target: decoderInput.length });
    for (let layer = 0; layer < layers; layer++) {
      add(evenPattern(attentionStage(kind, layer, 'pattern'), heads, queries, keys, causal));
    }
  }
  for (const name of request.stages) if (!frames.has(name)) add(emptyStage(name, info));
  return {
    source: request.source,
    decoderInput,
    steps,
    ended,
    frames,
    timings: { encoderMs: 1, decoderMs: 1, readbackMs: 1, totalMs: 3 },
    counts: { draftAccepted: 0, steps: target.length, passes: 1, reads: 1, programs: 0, encoderLayers: 0 },
    beam: null,
  };
}

function evenPattern(name: StageName, heads: number, rows: number, columns: number, causal: boolean): Frame {
  const data = new Float32Array(heads * rows * columns);
  for (let cell = 0; cell < data.length; cell++) {
    const row = Math.floor(cell / columns) % rows;
    const seen = causal ? row + 1 : columns;
    if (cell % columns < seen) data[cell] = 1 / seen;
  }
  return makeFrame(name, [heads, rows, columns], data);
}

/** A frame of one number, the layer's: enough to know it again. */
function emptyStage(name: StageName, info: ModelInfo): Frame {
  const place = parseStageName(name);
  if (!place || (place.layer ?? 0) >= info[place.part ?? 'decoder'].layers) {
    throw new EngineError('bad-request', 'run', 'stages', 'stages of this model', name);
  }
  return makeFrame(name, [1], new Float32Array([place.layer ?? -1]));
}
