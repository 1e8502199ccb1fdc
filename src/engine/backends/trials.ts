import {
  type BackendName,
  type BackendTrial,
  EngineError,
  type EngineOptions,
  type Golden,
  isOutdated,
  type RunControl,
  type RunRequest,
} from '../../contract/index.ts';
import { architectureOf } from '../architectures/index.ts';
import { sharedSimd } from '../kernels/simd/simd.ts';
import { runModel } from '../run/generate.ts';
import { PassCache } from '../run/passCache.ts';
import { pause } from '../run/pause.ts';
import { rehearse } from '../run/rehearse.ts';
import type { BackendSession } from '../run/run.ts';
import { startBackend, switchBackend } from './backend.ts';
import { compileAhead } from './compileAhead.ts';
import { asGolden, checkGolden, probeRequest } from './golden.ts';
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
  readonly reference: Golden | null;
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
export interface TrialProgress {
  session: BackendSession | null;
  /** It gave the golden numbers. */
  checked: boolean;
  /** What the next backends are held to. */
  reference: Golden | null;
  readonly timesMs: number[];
}

export const noProgress = (): TrialProgress => ({
  session: null,
  checked: false,
  reference: null,
  timesMs: [],
});

/** What a trial that may be ended is told. */
export interface Stoppable {
  readonly control: RunControl | undefined;
  readonly progress: TrialProgress;
}

/** Starts a backend and loads the model; or goes back to where that was done. @throws EngineError */
async function openSession(
  name: BackendName,
  options: TrialOptions,
  { control, progress: { session } }: Stoppable,
): Promise<BackendSession> {
  if (session) {
    switchBackend(name);
    return session;
  }
  const allowSoftwareWebgl = options.backend === 'webgl';
  const device = await startBackend(name, { wasmPath: options.wasmPath, allowSoftwareWebgl }, control);
  const { parameters, info } = options;
  const model = architectureOf(info).load(parameters, info, name === 'wasm' ? sharedSimd() : null);
  return { model, info, device, cache: new PassCache() };
}

/** What wasm gives where no result is stored, or else cpu; null where neither runs. */
async function hostResult(options: TrialOptions): Promise<Golden | null> {
  for (const name of ['wasm', 'cpu'] as const) {
    const { session, reference } = await tryBackend(name, options, 'quick');
    if (!session) continue;
    closeSession(session);
    return reference;
  }
  return null;
}

/** Runs the golden input, and in a full trial against the clock. @throws EngineError `outdated`, or when it fails */
async function continueTrial(
  name: BackendName,
  options: TrialOptions,
  kind: TrialKind,
  stoppable: Stoppable,
): Promise<BackendSession> {
  const { control, progress } = stoppable;
  // A graphics card is not believed unheard.
  progress.reference ??= options.reference;
  if (name === 'webgl' && !options.golden) progress.reference ??= await hostResult(options);
  const session = await openSession(name, options, stoppable);
  progress.session = session;
  await pause(control);
  if (!progress.checked) {
    await compileAhead(() => rehearse(session, timedRequest(options)), control);
    const request = checkRequest(options, kind);
    const result = await runModel(session, request, [], control);
    const expected = options.golden ?? progress.reference;
    if (expected) checkGolden(expected, result, name);
    else if (name !== 'webgl') progress.reference = asGolden(request, result);
    progress.checked = true;
  }
  while (kind === 'full' && progress.timesMs.length < TRIAL_RUNS) {
    await pause(control);
    // Nothing of the first run may make the next ones faster.
    const result = await runModel({ ...session, cache: null }, timedRequest(options), [], control);
    progress.timesMs.push(result.timings.totalMs);
  }
  return session;
}

/** A model's own fault is no backend's: it is told at once. */
function isModelFault(error: unknown): boolean {
  return error instanceof EngineError && (error.code === 'shape' || error.code === 'bad-request');
}

/** Frees all that a session holds. */
export function closeSession({ model, cache }: BackendSession): void {
  cache?.dispose();
  model.dispose();
}

export interface TrialOutcome {
  readonly session: BackendSession | null;
  readonly trial: BackendTrial;
  /** What the next backends are held to. */
  readonly reference: Golden | null;
}

/**
 * One backend tried on the real model: checked by the golden input, and timed in a full trial.
 * @throws EngineError `outdated` when `control` ends it, which leaves in `progress` how far it came; a model's fault
 */
export async function tryBackend(
  name: BackendName,
  options: TrialOptions,
  kind: TrialKind,
  stoppable: Stoppable = { control: undefined, progress: noProgress() },
): Promise<TrialOutcome> {
  const { progress } = stoppable;
  try {
    const session = await continueTrial(name, options, kind, stoppable);
    const medianMs = kind === 'full' ? median(progress.timesMs) : null;
    return {
      session,
      trial: { name, medianMs, reason: 'gives the right numbers' },
      reference: progress.reference,
    };
  } catch (error) {
    if (isOutdated(error)) throw error;
    if (progress.session) closeSession(progress.session);
    if (isModelFault(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { session: null, trial: { name, medianMs: null, reason }, reference: options.reference };
  }
}

/** The first of these backends that gives the golden numbers. @throws EngineError `backend` when none does */
export async function firstWorking(
  names: readonly BackendName[],
  options: TrialOptions,
  kind: TrialKind,
): Promise<{ session: BackendSession; trials: BackendTrial[]; reference: Golden | null }> {
  const trials: BackendTrial[] = [];
  for (const name of names) {
    const { session, trial, reference } = await tryBackend(name, options, kind);
    trials.push(trial);
    if (session) return { session, trials, reference };
  }
  const got = trials.map((trial) => `${trial.name}: ${trial.reason}`).join('; ');
  throw new EngineError('backend', 'createEngine', 'backend', 'one that gives the right numbers', got);
}
