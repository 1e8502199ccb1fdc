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
import { BACKENDS, dropBackend, numTensors, switchBackend } from './backend.ts';
import { runMarian } from './generate.ts';
import { measureProducts } from './products.ts';
import { firstSound, type Seat, tryBackend } from './seats.ts';

/** After this many losses webgl is left for the session. */
const MOST_REVIVALS = 2;

/** Where `auto` starts: wasm is live within a few runs' time, webgl must first compile its shaders. */
const AUTO_ORDER: readonly BackendName[] = ['wasm', 'webgl', 'cpu'];

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

  async settle(): Promise<void> {
    const { trials, because, name } = this.report;
    const mine = trials.find((trial) => trial.name === name)?.medianMs;
    if (because !== 'measured' || trials.some((trial) => trial.name === 'webgl') || !mine) return;
    const { seat, trial } = await tryBackend('webgl', this.options);
    const faster = seat !== null && trial.medianMs !== null && trial.medianMs < mine;
    if (faster) {
      this.seat.weights.dispose();
      this.seat = seat;
    } else seat?.weights.dispose();
    this.report = { name: faster ? 'webgl' : name, because, trials: [...trials, trial] };
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

/**
 * Loads a model on a backend of this device, checked by one golden input and timed. With 'auto' that is wasm where it works;
 * `settle` compares webgl with it once there is time.
 * @throws EngineError `shape` when parameters and config disagree; `backend` when no backend works.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const wanted = options.backend;
  const names = wanted === 'auto' ? AUTO_ORDER : [wanted, ...BACKENDS.filter((name) => name !== wanted)];
  const { seat, trials } = await firstSound(names, options);
  const { name } = seat.device;
  const because = wanted === 'auto' ? 'measured' : name === wanted ? 'asked' : 'fallback';
  return new MarianEngine(options, seat, { name, because, trials });
}
