import { ModelError, type ModelErrorCode } from '../contract/index.ts';
import type { FileSeal } from './manifest.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface DownloadOptions {
  readonly fetch: Fetch;
  readonly signal?: AbortSignal | undefined;
  /** What the manifest says of this file; null when nobody vouches for it. */
  readonly seal: FileSeal | null;
  /** More bytes than this are refused, so that a wrong link cannot fill the memory. */
  readonly limitBytes: number;
  /** Passed to fetch; `reload` after a failure, or the browser's cache would give the same bad bytes again. */
  readonly cache?: RequestCache | undefined;
  /** Called with every chunk; `total` null when nobody knows it. */
  readonly onProgress?: ((progress: { loaded: number; total: number | null }) => void) | undefined;
  /** A download without a byte for so long is given up, milliseconds. */
  readonly stallMs?: number | undefined;
}

/** Mobile networks pause for ten seconds and go on; twenty are a dead line. */
const STALL_MS = 20_000;

/**
 * One file, whole and checked.
 * @param file its name in the folder, for the messages
 * @throws ModelError `not-found`, `not-a-model` (an HTML page came with status 200), `network` (no answer, cut off, or
 * silent for `stallMs`), `integrity` (length or SHA-256 differs from the seal), `unsupported` (over `limitBytes`); the
 * signal's own reason when it is aborted.
 */
export async function download(url: string, file: string, options: DownloadOptions): Promise<ArrayBuffer> {
  const transfer = new Transfer(file, options);
  try {
    const bytes = await transfer.read(url);
    await checkSeal(bytes, options.seal, file);
    return bytes;
  } finally {
    transfer.end();
  }
}

function refuse(code: ModelErrorCode, file: string, expected: string, got: string): never {
  throw new ModelError(code, 'download', file, expected, got, file);
}

/** Whether SHA-256 can be computed here: browsers give WebCrypto to https and localhost pages only. */
export function canVerify(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

async function checkSeal(bytes: ArrayBuffer, seal: FileSeal | null, file: string): Promise<void> {
  if (!seal) return;
  if (bytes.byteLength !== seal.bytes)
    refuse('integrity', file, `${seal.bytes} bytes`, `${bytes.byteLength}`);
  if (!canVerify()) return;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== seal.sha256) refuse('integrity', file, `SHA-256 ${seal.sha256}`, hex);
}

/** One request: its chunks, its stall timer, and the ways it can end badly. */
class Transfer {
  private readonly stop = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stalled = false;
  private readonly stallMs: number;
  private readonly follow = () => this.stop.abort();
  /** Rejects when the transfer is stopped: a fetch or a stream need not notice by itself. */
  private readonly stopped = new Promise<never>((_, reject) => {
    this.stop.signal.addEventListener('abort', () => reject(this.stop.signal.reason), { once: true });
  });

  constructor(
    private readonly file: string,
    private readonly options: DownloadOptions,
  ) {
    this.stallMs = options.stallMs ?? STALL_MS;
    // Nobody may be waiting when the transfer ends.
    this.stopped.catch(() => undefined);
    options.signal?.addEventListener('abort', this.follow);
  }

  end(): void {
    clearTimeout(this.timer);
    this.options.signal?.removeEventListener('abort', this.follow);
    this.stop.abort();
  }

  async read(url: string): Promise<ArrayBuffer> {
    this.options.signal?.throwIfAborted();
    const init: RequestInit = { signal: this.stop.signal };
    if (this.options.cache) init.cache = this.options.cache;
    const response = await this.waitFor(this.options.fetch(url, init));
    this.checkHead(response);
    const promised = promisedLength(response);
    const total = this.options.seal?.bytes ?? promised;
    const chunks = await this.chunks(response, total);
    const loaded = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    if (promised !== null && loaded < promised)
      refuse('network', this.file, `${promised} bytes`, `${loaded}`);
    const bytes = new Uint8Array(loaded);
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.byteLength;
    }
    if (looksLikeHtml(bytes)) refuse('not-a-model', this.file, 'the file', 'an HTML page');
    return bytes.buffer;
  }

  private checkHead(response: Response): void {
    const { status } = response;
    if (status === 404 || status === 410 || status === 403)
      refuse('not-found', this.file, 'status 200', `${status}`);
    if (!response.ok) refuse('network', this.file, 'status 200', `${status}`);
    if (/^(text\/html|application\/xhtml)/i.test(response.headers.get('content-type') ?? '')) {
      refuse('not-a-model', this.file, 'the file', 'an HTML page');
    }
  }

  private async chunks(response: Response, total: number | null): Promise<Uint8Array[]> {
    const { limitBytes, onProgress, seal } = this.options;
    const chunks: Uint8Array[] = [];
    let loaded = 0;
    const reader = response.body?.getReader();
    while (reader) {
      const { done, value } = await this.waitFor(reader.read());
      if (done) break;
      chunks.push(value);
      loaded += value.byteLength;
      if (seal && loaded > seal.bytes) refuse('integrity', this.file, `${seal.bytes} bytes`, 'more');
      if (loaded > limitBytes) refuse('unsupported', this.file, `at most ${limitBytes} bytes`, 'more');
      // A total the bytes have passed was the length of something else (a compressed body).
      onProgress?.({ loaded, total: total !== null && loaded > total ? null : total });
    }
    return chunks;
  }

  /** The next answer of the network, or the reason why none came. */
  private async waitFor<Answer>(answer: Promise<Answer>): Promise<Answer> {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.stalled = true;
      this.stop.abort();
    }, this.stallMs);
    try {
      return await Promise.race([answer, this.stopped]);
    } catch (error) {
      this.options.signal?.throwIfAborted();
      const got = this.stalled ? `no byte for ${this.stallMs} ms` : String(error);
      return refuse('network', this.file, 'an answer', got);
    }
  }
}

/** Content-Length counts the bytes on the wire, which are not the file's when they are compressed. */
function promisedLength(response: Response): number | null {
  const encoding = response.headers.get('content-encoding');
  const length = response.headers.get('content-length');
  if (length === null || (encoding !== null && encoding !== 'identity')) return null;
  const bytes = Number(length);
  return Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null;
}

/** Some hosts answer every address with their start page and call it a file. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().toLowerCase();
  return start.startsWith('<!doctype html') || start.startsWith('<html');
}
