import {
  type BackendName,
  type BackendTrial,
  EngineError,
  type EngineOptions,
  type Golden,
  type RunControl,
  type RunRequest,
} from '../../contract/index.ts';
import { architectureOf } from '../architectures/index.ts';
import { sharedSimd } from '../kernels/simd/simd.ts';
import { runModel } from '../run/generate.ts';
import { Memory } from '../run/layerMemory.ts';
import { isOutdated, pause } from '../run/pause.ts';
import type { Seat } from '../run/run.ts';
import { startBackend, switchBackend } from './backend.ts';
import { checkGolden, goldenOf, probeRequest } from './golden.ts';
import { median } from './products.ts';

/** Runs timed per backend once the golden one has warmed it up. */
const TRIAL_RUNS = 3;

/**
 * `full`: the golden run as a person would ask for it, and three more against the clock; `quick`: its target given,
 * one pass.
 */
export type TrialKind = 'full' | 'quick';

/** The engine's options, and what a backend is held to where the model has no stored result. */
export interface TrialOptions extends EngineOptions {
  /** wasm's own result, or else cpu's; null until one of them has run, or where one is stored. */
  readonly own: Golden | null;
}

/** What a backend is checked by. */
function checkRequest({ golden, info }: TrialOptions, kind: TrialKind): RunRequest {
  if (!golden) return probeRequest(info);
  return kind === 'full' ? golden.request : { ...golden.request, target: golden.decoderInput.slice(1) };
}

/** What is timed: the model writes. */
const timedRequest = ({ golden, info }: TrialOptions): RunRequest =>
  golden?.request ?? { source: [info.endId], target: null, stages: [] };

/** How far a trial has come: one that something newer ended goes on from here. */
export interface Reached {
  seat: Seat | null;
  /** It gave the golden numbers. */
  checked: boolean;
  /** What the next backends are held to. */
  own: Golden | null;
  readonly timesMs: number[];
}

export const reachedNothing = (): Reached => ({
  seat: null,
  checked: false,
  own: null,
  timesMs: [],
});

/** What a trial that may be ended is told. */
export interface Stoppable {
  readonly control: RunControl | undefined;
  readonly reached: Reached;
}

/** Starts a backend and loads the model; or goes back to where that was done. @throws EngineError */
async function sit(name: BackendName, options: TrialOptions, { seat }: Reached): Promise<Seat> {
  if (seat) {
    switchBackend(name);
    return seat;
  }
  const allowSoftwareWebgl = options.backend === 'webgl';
  const device = await startBackend(name, { wasmPath: options.wasmPath, allowSoftwareWebgl });
  const { parameters, info } = options;
  const model = architectureOf(info).load(parameters, info, name === 'wasm' ? sharedSimd() : null);
  return { model, info, device, memory: new Memory() };
}

/** What wasm gives where no result is stored, or else cpu; null where neither runs. */
async function hostResult(options: TrialOptions): Promise<Golden | null> {
  for (const name of ['wasm', 'cpu'] as const) {
    const { seat, own } = await tryBackend(name, options, 'quick');
    if (!seat) continue;
    leave(seat);
    return own;
  }
  return null;
}

/** Runs the golden input, and in a full trial against the clock. @throws EngineError `outdated`, or when it fails */
async function goOn(
  name: BackendName,
  options: TrialOptions,
  kind: TrialKind,
  { control, reached }: Stoppable,
): Promise<Seat> {
  // A graphics card is not believed unheard.
  reached.own ??= options.own;
  if (name === 'webgl' && !options.golden) reached.own ??= await hostResult(options);
  const seat = await sit(name, options, reached);
  reached.seat = seat;
  await pause(control);
  if (!reached.checked) {
    const request = checkRequest(options, kind);
    const result = await runModel(seat, request, [], control);
    const expected = options.golden ?? reached.own;
    if (expected) checkGolden(expected, result, name);
    else if (name !== 'webgl') reached.own = goldenOf(request, result);
    reached.checked = true;
  }
  while (kind === 'full' && reached.timesMs.length < TRIAL_RUNS) {
    await pause(control);
    // Nothing of the first run may make the next ones faster.
    const result = await runModel({ ...seat, memory: null }, timedRequest(options), [], control);
    reached.timesMs.push(result.timings.totalMs);
  }
  return seat;
}

/** A model's own fault is no backend's: it is told at once. */
function isModelFault(error: unknown): boolean {
  return error instanceof EngineError && (error.code === 'shape' || error.code === 'bad-request');
}

/** Frees all that a seat holds. */
export function leave({ model, memory }: Seat): void {
  memory?.dispose();
  model.dispose();
}

export interface TimedSeat {
  readonly seat: Seat | null;
  readonly trial: BackendTrial;
  /** What the next backends are held to. */
  readonly own: Golden | null;
}

/**
 * One backend tried on the real model: checked by the golden input, and timed in a full trial.
 * @throws EngineError `outdated` when `control` ends it, with what it has reached in `reached`; a model's fault
 */
export async function tryBackend(
  name: BackendName,
  options: TrialOptions,
  kind: TrialKind,
  stoppable: Stoppable = { control: undefined, reached: reachedNothing() },
): Promise<TimedSeat> {
  const { reached } = stoppable;
  try {
    const seat = await goOn(name, options, kind, stoppable);
    const medianMs = kind === 'full' ? median(reached.timesMs) : null;
    return { seat, trial: { name, medianMs, reason: 'gives the right numbers' }, own: reached.own };
  } catch (error) {
    if (isOutdated(error)) throw error;
    if (reached.seat) leave(reached.seat);
    if (isModelFault(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { seat: null, trial: { name, medianMs: null, reason }, own: options.own };
  }
}

/** The first of these backends that gives the golden numbers. @throws EngineError `backend` when none does */
export async function firstSound(
  names: readonly BackendName[],
  options: TrialOptions,
  kind: TrialKind,
): Promise<{ seat: Seat; trials: BackendTrial[]; own: Golden | null }> {
  const trials: BackendTrial[] = [];
  for (const name of names) {
    const { seat, trial, own } = await tryBackend(name, options, kind);
    trials.push(trial);
    if (seat) return { seat, trials, own };
  }
  const got = trials.map((trial) => `${trial.name}: ${trial.reason}`).join('; ');
  throw new EngineError('backend', 'createEngine', 'backend', 'one that gives the right numbers', got);
}
