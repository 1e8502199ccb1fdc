import {
  type AttentionKind,
  type BackendName,
  type BackendReport,
  type BackendTrial,
  type Engine,
  EngineError,
  type EngineOptions,
  type Frame,
  type HeadWeights,
  type LensGuess,
  type RunControl,
  type RunRequest,
  type RunResult,
  type StageName,
} from '../contract/index.ts';
import { architectureOf } from './architectures/index.ts';
import { BACKENDS, dropBackend, numTensors, switchBackend } from './backends/backend.ts';
import { measureProducts } from './backends/products.ts';
import { firstSound, leave, type Reached, reachedNothing, tryBackend } from './backends/trials.ts';
import { loadWebgl } from './backends/webgl.ts';
import { lensOf } from './probes/lens.ts';
import { runModel } from './run/generate.ts';
import type { Seat } from './run/run.ts';

/** After this many losses webgl is left alone for the session. */
const MOST_LOSSES = 2;

/** Where `auto` starts: wasm is live within a few runs' time, webgl must first compile its shaders. */
const AUTO_ORDER: readonly BackendName[] = ['wasm', 'webgl', 'cpu'];

class OneModelEngine implements Engine {
  private draft: readonly number[] = [];
  private losses = 0;
  /** How far the trial of webgl has come. */
  private reached: Reached = reachedNothing();
  /**
   * What is being done, or was last: one thing at a time, since TF.js has one stack of scopes and one current
   * backend.
   */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly options: EngineOptions,
    private seat: Seat,
    private report: BackendReport,
  ) {}

  get info(): Engine['info'] {
    return this.options.info;
  }

  backend = (): BackendReport => this.report;

  run(request: RunRequest, control?: RunControl): Promise<RunResult> {
    return this.inTurn(async () => {
      const result = await this.revived((seat) => runModel(seat, request, this.draft, control));
      if (!request.target) this.draft = result.decoderInput.slice(1);
      return result;
    });
  }

  async settle(control?: RunControl): Promise<void> {
    if (this.toBeat() === null) return;
    // Its code may be long on its way: that needs no turn. Whether it came, the trial tells.
    await Promise.allSettled([loadWebgl()]);
    await this.inTurn(async () => {
      const mine = this.toBeat();
      try {
        if (mine !== null) await this.compare(mine, control);
      } finally {
        switchBackend(this.report.name);
      }
    });
  }

  async gradient(
    request: RunRequest,
    row: number,
    id: number,
    control?: RunControl,
  ): Promise<ReadonlyMap<StageName, Frame>> {
    // All derivatives of TF.js come with it, a file of its own; while it is on its way others have their turn.
    const [{ gradientOf }] = await Promise.all([
      import('./probes/gradient/gradient.ts'),
      this.seat.model.differentiable(),
    ]);
    return this.inTurn(() => this.revived((seat) => gradientOf(seat, request, { row, id }, control)));
  }

  lens(request: RunRequest, finalIds: readonly number[], control?: RunControl): Promise<LensGuess[][]> {
    return this.inTurn(() => this.revived((seat) => lensOf(seat, request, finalIds, control)));
  }

  async headWeights(kind: AttentionKind, layer: number, head: number): Promise<HeadWeights> {
    return architectureOf(this.info).headWeights(this.options.parameters, this.info, kind, layer, head);
  }

  measureProducts(source: number, target: number, repeats: number): Promise<number> {
    return this.inTurn(() => {
      switchBackend(this.report.name);
      const { model, device } = this.seat;
      return measureProducts(model, this.info, device, { source, target }, repeats);
    });
  }

  numTensors = (): number => numTensors();

  dispose(): void {
    leave(this.seat);
    if (this.reached.seat) leave(this.reached.seat);
  }

  /** Milliseconds of the backend at work; null where webgl is not to be compared with it, or was. */
  private toBeat(): number | null {
    const { trials, because, name } = this.report;
    if (because !== 'measured' || trials.some((trial) => trial.name === 'webgl')) return null;
    return trials.find((trial) => trial.name === name)?.medianMs || null;
  }

  /** Tries webgl, and takes it if it is faster than this. @throws EngineError `outdated` */
  private async compare(mineMs: number, control: RunControl | undefined): Promise<void> {
    const { seat, trial } = await tryBackend('webgl', this.options, 'full', {
      control,
      reached: this.reached,
    });
    this.reached = reachedNothing();
    const faster = seat !== null && trial.medianMs !== null && trial.medianMs < mineMs;
    const left = faster ? this.seat : seat;
    if (left) leave(left);
    if (faster) this.seat = seat;
    else dropBackend('webgl');
    const { name, because, trials } = this.report;
    this.report = { name: faster ? 'webgl' : name, because, trials: [...trials, trial] };
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work, work);
    this.last = done;
    return done;
  }

  /** Some work, again after each loss of the GPU; webgl is left after the last one, so this ends. */
  private async revived<T>(work: (seat: Seat) => Promise<T>): Promise<T> {
    for (;;) {
      if (this.seat.device.isLost()) await this.revive('the context was lost between two runs');
      try {
        switchBackend(this.report.name);
        return await work(this.seat);
      } catch (error) {
        if (!this.isLoss(error)) throw error;
        await this.revive(error instanceof Error ? error.message : String(error));
      }
    }
  }

  /** A lost GPU shows as any error of TF.js, as no answer, as numbers that are none, or as zeros. */
  private isLoss(error: unknown): boolean {
    const code = error instanceof EngineError ? error.code : null;
    if (this.report.name !== 'webgl' || code === 'outdated' || code === 'bad-request') return false;
    return code === 'context-lost' || code === 'not-finite' || this.seat.device.isLost();
  }

  /** A fresh webgl with the weights uploaded anew; after the last loss, or when it does not start, the next backend. */
  private async revive(why: string): Promise<void> {
    this.losses += 1;
    leave(this.seat);
    dropBackend('webgl');
    const names = BACKENDS.filter((name) => name !== 'webgl' || this.losses < MOST_LOSSES);
    const { seat, trials } = await firstSound(names, this.options, 'quick');
    this.seat = seat;
    const { name } = seat.device;
    const lost: BackendTrial = { name: 'webgl', medianMs: null, reason: `lost: ${why}` };
    const because = name === 'webgl' ? this.report.because : 'fallback';
    this.report = { name, because, trials: [lost, ...trials] };
  }
}

/**
 * Loads a model on a backend of this device, checked by one golden input and timed. With 'auto' that is wasm where it
 * works; `settle` compares webgl with it once there is time.
 * @throws EngineError `shape` when parameters and config disagree; `backend` when no backend works.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const wanted = options.backend;
  const names = wanted === 'auto' ? AUTO_ORDER : [wanted, ...BACKENDS.filter((name) => name !== wanted)];
  const { seat, trials } = await firstSound(names, options, 'full');
  const { name } = seat.device;
  const because = wanted === 'auto' ? 'measured' : name === wanted ? 'asked' : 'fallback';
  return new OneModelEngine(options, seat, { name, because, trials });
}
