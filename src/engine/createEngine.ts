import {
  type BackendName,
  type BackendReport,
  type BackendTrial,
  type Engine,
  EngineError,
  type EngineOptions,
  type RunControl,
  type RunRequest,
  type RunResult,
} from '../contract/index.ts';
import { loadMarian, type MarianWeights } from './architectures/marianWeights.ts';
import { BACKENDS, dropBackend, numTensors, startBackend, switchBackend } from './backend.ts';
import type { Device } from './device.ts';
import { runMarian } from './generate.ts';
import { checkGolden } from './golden.ts';
import { measureProducts, median } from './products.ts';
import { sharedSimd } from './simd/simd.ts';

/** Runs timed per backend once the golden one has warmed it up. */
const TRIAL_RUNS = 3;

/** After this many losses webgl is left for the session. */
const MOST_REVIVALS = 2;

/** A backend with the model on it. */
interface Seat {
  readonly device: Device;
  readonly weights: MarianWeights;
}

const trialRequest = (options: EngineOptions): RunRequest =>
  options.golden?.request ?? { source: [options.info.endId], target: null, stages: [] };

class MarianEngine implements Engine {
  private draft: readonly number[] = [];
  private losses = 0;

  constructor(
    private readonly options: EngineOptions,
    private seat: Seat,
    private report: BackendReport,
  ) {}

  get info(): Engine['info'] {
    return this.options.info;
  }

  backend = (): BackendReport => this.report;

  async run(request: RunRequest, control?: RunControl): Promise<RunResult> {
    try {
      const result = await this.runOnce(request, control);
      if (!request.target) this.draft = result.decoderInput.slice(1);
      return result;
    } catch (error) {
      if (!(error instanceof EngineError) || !this.mayRevive(error)) throw error;
      await this.revive(error);
      return this.run(request, control);
    }
  }

  measureProducts(source: number, target: number, repeats: number): Promise<number> {
    switchBackend(this.report.name);
    const { weights, device } = this.seat;
    return measureProducts(weights, this.info, device, { source, target }, repeats);
  }

  numTensors = (): number => numTensors();

  dispose(): void {
    this.seat.weights.dispose();
  }

  private runOnce(request: RunRequest, control?: RunControl): Promise<RunResult> {
    switchBackend(this.report.name);
    return runMarian(this.seat.weights, this.info, this.seat.device, request, this.draft, control);
  }

  /** A lost GPU shows as an error, as numbers that are none, or as zeros. */
  private mayRevive(error: EngineError): boolean {
    return this.report.name === 'webgl' && (error.code === 'context-lost' || error.code === 'not-finite');
  }

  /** A fresh webgl with the weights uploaded anew; after too many losses, or when it does not start, the next backend. */
  private async revive(error: EngineError): Promise<void> {
    this.losses += 1;
    this.seat.weights.dispose();
    dropBackend('webgl');
    const again = this.losses <= MOST_REVIVALS;
    const names = BACKENDS.filter((name) => again || name !== 'webgl');
    const { seat, trials } = await firstSound(names, this.options);
    this.seat = seat;
    const reason = `lost: ${error.message}`;
    const lost: BackendTrial = { name: 'webgl', medianMs: null, reason };
    this.report = { name: seat.device.name, because: 'fallback', trials: [lost, ...trials] };
  }
}

/** Starts a backend, loads the model, runs the golden input. @throws EngineError when any of it fails */
async function sit(name: BackendName, options: EngineOptions): Promise<Seat> {
  const allowSoftwareWebgl = options.backend === 'webgl';
  const device = await startBackend(name, { wasmPath: options.wasmPath, allowSoftwareWebgl });
  const weights = loadMarian(options.parameters, options.info, name === 'wasm' ? sharedSimd() : null);
  try {
    const result = await runMarian(weights, options.info, device, trialRequest(options), []);
    if (options.golden) checkGolden(options.golden, result, name);
    return { device, weights };
  } catch (error) {
    weights.dispose();
    throw error;
  }
}

async function timeRuns(seat: Seat, options: EngineOptions): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TRIAL_RUNS; i++) {
    const result = await runMarian(seat.weights, options.info, seat.device, trialRequest(options), []);
    times.push(result.timings.totalMs);
  }
  return median(times);
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A model's own fault is no backend's: it is told at once. */
function isModelFault(error: unknown): boolean {
  return error instanceof EngineError && (error.code === 'shape' || error.code === 'bad-request');
}

/** The first of these backends that starts and gives the golden numbers. @throws EngineError `backend` when none does */
async function firstSound(
  names: readonly BackendName[],
  options: EngineOptions,
): Promise<{ seat: Seat; trials: BackendTrial[] }> {
  const trials: BackendTrial[] = [];
  for (const name of names) {
    try {
      const seat = await sit(name, options);
      return { seat, trials: [...trials, { name, medianMs: null, reason: 'gives the right numbers' }] };
    } catch (error) {
      if (isModelFault(error)) throw error;
      trials.push({ name, medianMs: null, reason: reasonOf(error) });
    }
  }
  const got = trials.map((trial) => `${trial.name}: ${trial.reason}`).join('; ');
  throw new EngineError('backend', 'createEngine', 'backend', 'one that gives the right numbers', got);
}

/** Tries webgl and wasm on the real model, and cpu when neither works; the fastest sound one wins. */
async function measured(options: EngineOptions): Promise<{ seat: Seat; report: BackendReport }> {
  const trials: BackendTrial[] = [];
  const seats: { seat: Seat; ms: number }[] = [];
  for (const name of BACKENDS) {
    if (name === 'cpu' && seats.length > 0) {
      trials.push({ name, medianMs: null, reason: 'not needed: plain JavaScript is never the fastest' });
      continue;
    }
    try {
      const seat = await sit(name, options);
      const ms = await timeRuns(seat, options);
      seats.push({ seat, ms });
      trials.push({ name, medianMs: ms, reason: 'gives the right numbers' });
    } catch (error) {
      if (isModelFault(error)) throw error;
      trials.push({ name, medianMs: null, reason: reasonOf(error) });
    }
  }
  seats.sort((a, b) => a.ms - b.ms);
  const [best, ...others] = seats;
  if (!best) {
    const got = trials.map((trial) => `${trial.name}: ${trial.reason}`).join('; ');
    throw new EngineError('backend', 'createEngine', 'backend', 'one that gives the right numbers', got);
  }
  for (const { seat } of others) seat.weights.dispose();
  return { seat: best.seat, report: { name: best.seat.device.name, because: 'measured', trials } };
}

/** The backend a person asked for, or the next one that works. */
async function asked(
  name: BackendName,
  options: EngineOptions,
): Promise<{ seat: Seat; report: BackendReport }> {
  const names = [name, ...BACKENDS.filter((other) => other !== name)];
  const { seat, trials } = await firstSound(names, options);
  const because = seat.device.name === name ? 'asked' : 'fallback';
  return { seat, report: { name: seat.device.name, because, trials } };
}

/**
 * Loads a model on the best backend of this device, checked by one golden input.
 * @throws EngineError `shape` when parameters and config disagree; `backend` when no backend works.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { seat, report } =
    options.backend === 'auto' ? await measured(options) : await asked(options.backend, options);
  return new MarianEngine(options, seat, report);
}
