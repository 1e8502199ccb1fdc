import {
  type Engine,
  type EngineOptions,
  HeadlightError,
  ModelError,
  type Parameters,
  type SessionFailure,
  type SessionOptions,
  TokenError,
} from '../contract/index.ts';
import { type Fetch, type OpenedModel, openModel } from '../models/index.ts';
import { createTokenizer } from '../tokens/index.ts';
import { JobQueue } from './jobQueue.ts';
import { Translator } from './picture.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** The worker's end of the port. */
export interface PagePort {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
  /** Message ports wait for it; a worker's own scope has none. */
  start?(): void;
  close?(): void;
}

export interface ServeOptions {
  readonly createEngine: (options: EngineOptions) => Promise<Engine>;
  readonly fetch: Fetch;
  readonly stallMs?: number;
}

/** Opens models and answers questions for one page, until the port is closed. */
export function serve(port: PagePort, options: ServeOptions): { close(): void } {
  const host = new Host(port, options);
  port.addEventListener('message', ({ data }) => host.hear(data));
  port.start?.();
  return host;
}

/** The weights wait no longer than this for the stored picture to be painted. */
const FIRST_PICTURE_MS = 1000;

class Host {
  private readonly stop = new AbortController();
  private readonly jobs: JobQueue;
  private session: SessionOptions | null = null;
  /** What opening has reached; a retry goes on from there. */
  private model: { readonly opened: OpenedModel; readonly translator: Translator } | null = null;
  private parameters: Parameters | null = null;
  private opening = false;
  /** Resolves when the page has painted the stored picture. */
  private sawStored: () => void = () => {};
  private readonly storedSeen = new Promise<void>((resolve) => {
    this.sawStored = resolve;
  });

  constructor(
    private readonly port: PagePort,
    private readonly options: ServeOptions,
  ) {
    this.jobs = new JobQueue(this.post);
  }

  hear(message: ToWorker): void {
    if (message.type === 'ask') this.jobs.add(message);
    else if (message.type === 'cancel') this.jobs.cancel(message.id);
    else if (message.type === 'seen') this.sawStored();
    else if (message.type === 'retry') void this.open(true);
    else {
      this.session = message.options;
      void this.open(false);
    }
  }

  close(): void {
    this.stop.abort();
    this.jobs.close();
    this.port.close?.();
  }

  private readonly post = (message: FromWorker, transfer: Transferable[] = []): void => {
    if (!this.stop.signal.aborted) this.port.postMessage(message, transfer);
  };

  private async open(fresh: boolean): Promise<void> {
    if (this.opening || !this.session) return;
    this.opening = true;
    try {
      const { opened, translator } = this.model ?? (await this.openModel(this.session, fresh));
      if (opened.stored) await this.firstPicture();
      this.parameters ??= await opened.loadParameters({
        fresh,
        onProgress: (progress) => this.post({ type: 'progress', ...progress }),
      });
      const engine = await this.options.createEngine({
        info: opened.card.info,
        parameters: this.parameters,
        backend: this.session.backend,
        golden: opened.golden,
        wasmPath: this.session.wasmPath,
        ...(this.session.simd && { simd: this.session.simd }),
      });
      this.post({ type: 'live', report: engine.backend() });
      this.jobs.start(engine, translator);
    } catch (error) {
      this.opening = false;
      this.post({ type: 'failure', failure: failureOf(error) });
    }
  }

  /** Ten megabytes on their way would only delay the first picture; a page that is not looked at paints none. */
  private async firstPicture(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, FIRST_PICTURE_MS);
    });
    await Promise.race([this.storedSeen, late]);
    clearTimeout(timer);
  }

  private async openModel(session: SessionOptions, fresh: boolean) {
    const { fetch, stallMs } = this.options;
    const opened = await openModel({
      modelUrl: session.modelUrl,
      fetch,
      stallMs,
      fresh,
      signal: this.stop.signal,
    });
    const { card, stored } = opened;
    const translator = new Translator(createTokenizer(opened.tokenizer, card.info), card.info);
    this.model = { opened, translator };
    this.post({ type: 'card', card });
    // Copied, not moved: its patterns are the golden ones too.
    if (stored) this.post({ type: 'stored', picture: stored });
    return this.model;
  }
}

function failureOf(error: unknown): SessionFailure {
  if (!(error instanceof HeadlightError)) return { code: 'crashed', message: String(error), file: null };
  const { message } = error;
  if (error instanceof TokenError) return { code: 'format', message, file: 'tokenizer.json' };
  const file = error instanceof ModelError ? error.file : null;
  return { code: error.code as SessionFailure['code'], message, file };
}
