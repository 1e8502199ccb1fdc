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
  type Purpose,
  type RunControl,
  type RunRequest,
  type RunResult,
  type StageName,
} from '../contract/index.ts';
import { architectureOf } from './architectures/index.ts';
import { BACKENDS, dropBackend, numTensors, switchBackend } from './backends/backend.ts';
import { Losses } from './backends/losses.ts';
import { measureProducts } from './backends/products.ts';
import {
  closeSession,
  firstWorking,
  noProgress,
  type TrialOptions,
  type TrialProgress,
  tryBackend,
} from './backends/trials.ts';
import { loadWebgl } from './backends/webgl.ts';
import { chooseSimd } from './kernels/simd/simd.ts';
import { lensOf } from './probes/lens.ts';
import { runModel } from './run/generate.ts';
import { waitFor } from './run/pause.ts';
import type { BackendSession } from './run/run.ts';

/** Where `auto` starts: wasm is live within a few runs' time, webgl must first compile its shaders. */
const AUTO_ORDER: readonly BackendName[] = ['wasm', 'webgl', 'cpu'];

class OneModelEngine implements Engine {
  /** The last translation of each purpose. */
  private readonly drafts = new Map<Purpose, readonly number[]>();
  private readonly losses = new Losses();
  /** How far the trial of webgl has come. */
  private progress: TrialProgress = noProgress();
  /**
   * What is being done, or was last: one thing at a time, since TF.js has one stack of scopes and one current
   * backend.
   */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly options: TrialOptions,
    private session: BackendSession,
    private report: BackendReport,
  ) {}

  get info(): Engine['info'] {
    return this.options.info;
  }

  backend = (): BackendReport => this.report;

  run(request: RunRequest, control?: RunControl): Promise<RunResult> {
    return this.inTurn(async () => {
      const { purpose = 'typed' } = request;
      // The first of a purpose begins with what is typed: often much of it is the same.
      const draft = this.drafts.get(purpose) ?? this.drafts.get('typed') ?? [];
      const result = await this.withRecovery((session) => runModel(session, request, draft, control));
      if (!request.target) this.drafts.set(purpose, result.decoderInput.slice(1));
      return result;
    });
  }

  async settle(control?: RunControl): Promise<void> {
    // Its code may be long on its way: that needs no turn. Whether it came, the trial tells.
    if (this.toTry() === 'webgl') await Promise.allSettled([loadWebgl()]);
    await this.inTurn(async () => {
      const other = this.toTry();
      if (other === null) return;
      try {
        await this.compare(other, control);
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
    const code = Promise.all([import('./probes/gradient/gradient.ts'), this.session.model.differentiable()]);
    const [{ gradientOf }] = await waitFor(code, control);
    return this.inTurn(() =>
      this.withRecovery((session) => gradientOf(session, request, { row, id }, control)),
    );
  }

  lens(request: RunRequest, finalIds: readonly number[], control?: RunControl): Promise<LensGuess[][]> {
    return this.inTurn(() => this.withRecovery((session) => lensOf(session, request, finalIds, control)));
  }

  async headWeights(kind: AttentionKind, layer: number, head: number): Promise<HeadWeights> {
    return architectureOf(this.info).headWeights(this.options.parameters, this.info, kind, layer, head);
  }

  measureProducts(source: number, target: number, repeats: number): Promise<number> {
    return this.inTurn(() => {
      switchBackend(this.report.name);
      const { model, device } = this.session;
      return measureProducts(model, this.info, device, { source, target }, repeats);
    });
  }

  numTensors = (): number => numTensors();

  dispose(): void {
    closeSession(this.session);
    if (this.progress.session) closeSession(this.progress.session);
  }

  /** Milliseconds of the backend at work; null where it was not measured. */
  private get mineMs(): number | null {
    const { trials, name } = this.report;
    return trials.findLast((trial) => trial.name === name)?.medianMs || null;
  }

  /** What is still to be compared with it: webgl, once; and wasm once more, where it did not start the first time. */
  private toTry(): BackendName | null {
    const { trials, because, name } = this.report;
    if (because !== 'measured' || this.mineMs === null) return null;
    if (trials.every((trial) => trial.name !== 'webgl')) return 'webgl';
    const [onWasm, again] = trials.filter((trial) => trial.name === 'wasm');
    return name !== 'wasm' && onWasm?.medianMs === null && !again ? 'wasm' : null;
  }

  /** Tries another backend, and takes it if it is faster. @throws EngineError `outdated` */
  private async compare(other: BackendName, control: RunControl | undefined): Promise<void> {
    const { session, trial } = await tryBackend(other, this.options, 'full', {
      control,
      progress: this.progress,
    });
    this.progress = noProgress();
    const faster = session !== null && trial.medianMs !== null && trial.medianMs < (this.mineMs ?? 0);
    const left = faster ? this.session : session;
    if (left) closeSession(left);
    if (faster) this.session = session;
    const { name, because, trials } = this.report;
    this.report = { name: faster ? other : name, because, trials: [...trials, trial] };
    if (this.report.name !== 'webgl') dropBackend('webgl');
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work, work);
    this.last = done;
    return done;
  }

  /** Some work, again after each loss of the GPU; webgl is left after the last one, so this ends. */
  private async withRecovery<T>(work: (session: BackendSession) => Promise<T>): Promise<T> {
    for (;;) {
      if (this.session.device.isLost()) await this.recover('the context was lost between two runs');
      try {
        switchBackend(this.report.name);
        return await work(this.session);
      } catch (error) {
        if (!this.isLoss(error)) throw error;
        await this.recover(error instanceof Error ? error.message : String(error));
      }
    }
  }

  /** A lost GPU shows as any error of TF.js, as no answer, as numbers that are none, or as zeros. */
  private isLoss(error: unknown): boolean {
    const code = error instanceof EngineError ? error.code : null;
    if (this.report.name !== 'webgl' || code === 'outdated' || code === 'bad-request') return false;
    return code === 'context-lost' || code === 'not-finite' || this.session.device.isLost();
  }

  /** A fresh webgl with the weights uploaded anew; after the last loss, or when it does not start, the next backend. */
  private async recover(why: string): Promise<void> {
    this.losses.note(performance.now());
    closeSession(this.session);
    dropBackend('webgl');
    const names = BACKENDS.filter((name) => name !== 'webgl' || !this.losses.areTooMany);
    const { session, trials } = await firstWorking(names, this.options, 'quick');
    this.session = session;
    const { name } = session.device;
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
  chooseSimd(options.simd ?? 'fastest');
  const { session, trials, reference } = await firstWorking(names, { ...options, reference: null }, 'full');
  const { name } = session.device;
  const because = wanted === 'auto' ? 'measured' : name === wanted ? 'asked' : 'fallback';
  return new OneModelEngine({ ...options, reference }, session, { name, because, trials });
}
