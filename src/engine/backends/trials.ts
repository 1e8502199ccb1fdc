import {
  type BackendName,
  type BackendTrial,
  EngineError,
  type EngineOptions,
  type RunRequest,
} from '../../contract/index.ts';
import { loadMarian } from '../architectures/marian/weights.ts';
import { sharedSimd } from '../kernels/simd/simd.ts';
import { runMarian } from '../run/generate.ts';
import { Memory } from '../run/layerMemory.ts';
import type { Seat } from '../run/run.ts';
import { startBackend } from './backend.ts';
import { checkGolden } from './golden.ts';
import { median } from './products.ts';

/** Runs timed per backend once the golden one has warmed it up. */
const TRIAL_RUNS = 3;

/**
 * `full`: the golden run as a person would ask for it, and three more against the clock; `quick`: its target given,
 * one pass.
 */
export type TrialKind = 'full' | 'quick';

function trialRequest({ golden, info }: EngineOptions, kind: TrialKind): RunRequest {
  const request = golden?.request ?? { source: [info.endId], target: null, stages: [] };
  return kind === 'full' ? request : { ...request, target: golden?.decoderInput.slice(1) ?? [] };
}

/** Starts a backend, loads the model, runs the golden input. @throws EngineError when any of it fails */
async function sit(name: BackendName, options: EngineOptions, kind: TrialKind): Promise<Seat> {
  const allowSoftwareWebgl = options.backend === 'webgl';
  const device = await startBackend(name, { wasmPath: options.wasmPath, allowSoftwareWebgl });
  const weights = loadMarian(options.parameters, options.info, name === 'wasm' ? sharedSimd() : null);
  const seat = { weights, info: options.info, device, memory: new Memory() };
  try {
    const result = await runMarian(seat, trialRequest(options, kind), []);
    if (options.golden) checkGolden(options.golden, result, name);
    return seat;
  } catch (error) {
    leave(seat);
    throw error;
  }
}

async function timeRuns(seat: Seat, options: EngineOptions): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TRIAL_RUNS; i++) {
    // Nothing of the first run may make the next ones faster.
    const result = await runMarian({ ...seat, memory: null }, trialRequest(options, 'full'), []);
    times.push(result.timings.totalMs);
  }
  return median(times);
}

/** A model's own fault is no backend's: it is told at once. */
function isModelFault(error: unknown): boolean {
  return error instanceof EngineError && (error.code === 'shape' || error.code === 'bad-request');
}

/** Frees all that a seat holds. */
export function leave({ weights, memory }: Seat): void {
  memory?.dispose();
  weights.dispose();
}

export interface TimedSeat {
  readonly seat: Seat | null;
  readonly trial: BackendTrial;
}

/**
 * One backend tried on the real model: checked by the golden input, and timed in a full trial. @throws EngineError
 * for a model's fault
 */
export async function tryBackend(
  name: BackendName,
  options: EngineOptions,
  kind: TrialKind,
): Promise<TimedSeat> {
  try {
    const seat = await sit(name, options, kind);
    const medianMs = kind === 'full' ? await timeRuns(seat, options) : null;
    return { seat, trial: { name, medianMs, reason: 'gives the right numbers' } };
  } catch (error) {
    if (isModelFault(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { seat: null, trial: { name, medianMs: null, reason } };
  }
}

/** The first of these backends that gives the golden numbers. @throws EngineError `backend` when none does */
export async function firstSound(
  names: readonly BackendName[],
  options: EngineOptions,
  kind: TrialKind,
): Promise<{ seat: Seat; trials: BackendTrial[] }> {
  const trials: BackendTrial[] = [];
  for (const name of names) {
    const { seat, trial } = await tryBackend(name, options, kind);
    trials.push(trial);
    if (seat) return { seat, trials };
  }
  const got = trials.map((trial) => `${trial.name}: ${trial.reason}`).join('; ');
  throw new EngineError('backend', 'createEngine', 'backend', 'one that gives the right numbers', got);
}
