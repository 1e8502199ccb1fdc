import {
  EngineError,
  type ModelInfo,
  parseStageName,
  type RunControl,
  type RunRequest,
  type RunResult,
  type StageName,
} from '../contract/index.ts';
import type { MarianWeights } from './architectures/marianWeights.ts';
import type { Device } from './device.ts';
import { Run } from './run.ts';
import { scoped } from './scope.ts';
import { decoderPatterns } from './target.ts';
import { writeByBeam } from './writing/beam.ts';
import { checkDecoding } from './writing/check.ts';
import { readTarget } from './writing/given.ts';
import { writeGreedily } from './writing/greedy.ts';
import type { Writer } from './writing/written.ts';

/** How far a pattern's row may be from 1: a lost GPU context reads zeros without a word. */
const ROW_SUM_LIMIT = 1e-3;

function refuse(argument: string, expected: string, got: string): never {
  throw new EngineError('bad-request', 'run', argument, expected, got);
}

function checkIds(argument: string, ids: readonly number[], info: ModelInfo): void {
  const bad = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= info.vocabulary);
  if (bad !== undefined) refuse(argument, `ids from 0 to ${info.vocabulary - 1}`, `${bad}`);
}

function checkStage(name: StageName, info: ModelInfo): void {
  const parsed = parseStageName(name);
  if (!parsed) refuse('stages', 'a stage name', `"${name}"`);
  if (parsed.part !== null && parsed.layer >= info[parsed.part].layers) {
    refuse('stages', `a layer below ${info[parsed.part].layers}`, name);
  }
}

/** @throws EngineError `bad-request` */
export function checkRequest(request: RunRequest, info: ModelInfo): void {
  const { source, target, stages } = request;
  if (source.length < 1 || source.length > info.maxPositions) {
    refuse('source', `1 to ${info.maxPositions} ids`, `${source.length}`);
  }
  checkIds('source', source, info);
  if (target) {
    if (target.length + 1 > info.maxPositions)
      refuse('target', `at most ${info.maxPositions - 1} ids`, `${target.length}`);
    checkIds('target', target, info);
  }
  if (stages.length > 0 && !target)
    refuse('stages', 'none, or a given target', `${stages.length} without a target`);
  for (const name of stages) checkStage(name, info);
  if (request.decoding) checkDecoding(request.decoding, info);
}

/** How the target comes to be. */
function writerFor({ target, decoding }: RunRequest): Writer {
  if (target) return readTarget(target);
  // Sampling is greedy but for the run's rule.
  return decoding?.way === 'beam' ? writeByBeam(decoding) : writeGreedily;
}

/** @throws EngineError `context-lost` when a row of a pattern does not sum to 1 */
function checkRows(result: RunResult): void {
  for (const [name, frame] of result.frames) {
    if (!name.endsWith('.pattern')) continue;
    const keys = frame.shape[2] ?? 0;
    for (let at = 0; at < frame.data.length; at += keys) {
      let sum = 0;
      for (let s = 0; s < keys; s++) sum += frame.data[at + s] as number;
      if (Math.abs(sum - 1) > ROW_SUM_LIMIT) {
        throw new EngineError('context-lost', 'run', name, 'rows that sum to 1', `${sum}`);
      }
    }
  }
}

/** One run of a Marian model: encoder, target, Frames. @param draft the last translation's ids, without marks */
export async function runMarian(
  weights: MarianWeights,
  info: ModelInfo,
  device: Device,
  request: RunRequest,
  draft: readonly number[],
  control?: RunControl,
): Promise<RunResult> {
  checkRequest(request, info);
  device.takeCounts();
  return scoped(async () => {
    const started = performance.now();
    const run = new Run(weights, info, device, request, control);
    run.encode();
    const encoded = performance.now();
    const written = await writerFor(request)(run, draft);
    const rows = written.decoderInput.length;
    for (const [name, frame] of decoderPatterns(run.segments, rows, request.source.length))
      run.frames.set(name, frame);
    const steps = run.stepsOf(written.ids);
    const finished = performance.now();
    const result: RunResult = {
      source: request.source,
      decoderInput: written.decoderInput,
      steps,
      ended: written.ended,
      frames: wanted(run, request),
      beam: written.beam,
      timings: {
        encoderMs: encoded - started,
        decoderMs: finished - encoded - run.readbackMs,
        readbackMs: run.readbackMs,
        totalMs: finished - started,
      },
      counts: {
        draftAccepted: written.draftAccepted,
        steps: run.steps,
        passes: run.passes,
        encoderLayers: info.encoder.layers,
        ...device.takeCounts(),
      },
    };
    checkRows(result);
    return result;
  });
}

/** The Frames without helpers nobody asked for. */
function wanted(run: Run, request: RunRequest): RunResult['frames'] {
  if (!request.stages.includes('logits')) run.frames.delete('logits');
  return run.frames;
}
