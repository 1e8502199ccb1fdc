import {
  EngineError,
  type ModelInfo,
  parseStageName,
  type RunControl,
  type RunRequest,
  type RunResult,
  type StageName,
} from '../../contract/index.ts';
import { checkChanges } from '../changes/check.ts';
import { writeAhead } from '../decoding/ahead.ts';
import { writeByBeam } from '../decoding/beam.ts';
import { checkDecoding } from '../decoding/checkDecoding.ts';
import { readTarget } from '../decoding/given.ts';
import { writeGreedily } from '../decoding/greedy.ts';
import type { Writer } from '../decoding/writer.ts';
import { checkRows } from './checkRows.ts';
import { type BackendSession, ModelRun } from './run.ts';
import { scoped } from './scope.ts';
import { decoderPatterns } from './target.ts';

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
  if (parsed.layer !== null && parsed.layer >= info[parsed.part].layers) {
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
  checkChanges(request.changes ?? []);
  if (request.decoding) checkDecoding(request.decoding, info);
}

/** How the target comes to be. Sampling is greedy decoding by another rule. */
function writerFor({ request, plans }: ModelRun): Writer {
  if (request.target) return readTarget(request.target);
  if (request.decoding?.way === 'beam') return writeByBeam(request.decoding);
  return plans.looksAhead ? writeAhead : writeGreedily;
}

/** One run of a model: encoder, target, Frames. @param draft the last translation's ids, without marks */
export async function runModel(
  session: BackendSession,
  request: RunRequest,
  draft: readonly number[],
  control?: RunControl,
): Promise<RunResult> {
  checkRequest(request, session.info);
  try {
    return await scoped(() => runInScope(session, request, draft, control));
  } finally {
    session.cache?.sweep();
  }
}

async function runInScope(
  session: BackendSession,
  request: RunRequest,
  draft: readonly number[],
  control: RunControl | undefined,
): Promise<RunResult> {
  const { device } = session;
  device.freeReads();
  device.takeCounts();
  const started = performance.now();
  const run = new ModelRun(session, request, control);
  run.encode();
  const encoded = performance.now();
  const written = await writerFor(run)(run, draft);
  const rows = written.decoderInput.length;
  for (const [name, frame] of decoderPatterns(run.segments, rows, request.source.length))
    run.frames.set(name, frame);
  const steps = run.stepsOf(written.ids);
  const finished = performance.now();
  checkRows(run.frames, run.plans, device);
  return {
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
      encoderLayers: run.encoderLayers,
      ...device.takeCounts(),
    },
  };
}

/** The Frames without helpers nobody asked for. */
function wanted(run: ModelRun, request: RunRequest): RunResult['frames'] {
  if (!request.stages.includes('logits')) run.frames.delete('logits');
  return run.frames;
}
