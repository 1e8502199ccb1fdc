import { createHash } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ModelError } from '../contract/index.ts';
import { type DownloadOptions, download } from './download.ts';

const bytes = new Uint8Array(1000).map((_, i) => i % 251);
const sealOf = (data: Uint8Array) => ({
  bytes: data.length,
  sha256: createHash('sha256').update(data).digest('hex'),
});
const base = { seal: null, limitBytes: 1e6, stallMs: 1000 };

/** A body in chunks; `end` says how it stops. */
function body(
  data: Uint8Array,
  chunk: number,
  end: 'close' | 'error' | 'hang' = 'close',
): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < data.length) {
        controller.enqueue(data.slice(at, at + chunk));
        at += chunk;
      } else if (end === 'close') controller.close();
      else if (end === 'error') controller.error(new TypeError('network error'));
      else return new Promise(() => undefined);
      return undefined;
    },
  });
}

const answer = (stream: ReadableStream<Uint8Array> | string, init?: ResponseInit) => async () =>
  new Response(stream, init);

async function failing(
  options: Partial<DownloadOptions> & Pick<DownloadOptions, 'fetch'>,
): Promise<ModelError> {
  try {
    await download('/m/x.bin', 'x.bin', { ...base, ...options });
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('gives the bytes, told chunk by chunk, checked against the seal', async () => {
  const told: unknown[] = [];
  const fetch = answer(body(bytes, 400), { headers: { 'content-length': '1000' } });
  const options = { ...base, fetch, seal: sealOf(bytes), onProgress: (p: unknown) => told.push(p) };
  expect(new Uint8Array(await download('/x', 'x', options))).toEqual(bytes);
  expect(told).toEqual([400, 800, 1000].map((loaded) => ({ loaded, total: 1000 })));
});

test('the total is unknown without a length, and forgotten when the bytes pass it', async () => {
  const totals: unknown[] = [];
  const onProgress = ({ total }: { total: number | null }) => totals.push(total);
  await download('/x', 'x', { ...base, fetch: answer(body(bytes, 500)), onProgress });
  const short = { headers: { 'content-length': '600' } };
  await download('/x', 'x', { ...base, fetch: answer(body(bytes, 500), short), onProgress });
  const gzip = { headers: { 'content-length': '9000', 'content-encoding': 'gzip' } };
  await download('/x', 'x', { ...base, fetch: answer(body(bytes, 1000), gzip), onProgress });
  expect(totals).toEqual([null, null, 600, null, null]);
});

test.each([
  ['404', 404, 'not-found'],
  ['410', 410, 'not-found'],
  ['403', 403, 'not-found'],
  ['500', 500, 'network'],
])('status %s', async (_, status, code) => {
  const error = await failing({ fetch: answer('no', { status }) });
  expect(error.code).toBe(code);
  expect(error.file).toBe('x.bin');
  expect(error.message).toBe(`download: x.bin: expected status 200, got ${status}`);
});

test.each([
  ['by its type', 'anything', 'text/html; charset=utf-8'],
  ['by its doctype', '\n  <!DOCTYPE html><title>App</title>', 'application/octet-stream'],
  ['by its first tag', '\uFEFF<html lang="en">', 'application/json'],
])('an HTML page with status 200 is known %s', async (_, text, type) => {
  const error = await failing({ fetch: answer(text, { headers: { 'content-type': type } }) });
  expect(error.code).toBe('not-a-model');
  expect(error.message).toContain('got an HTML page');
});

test('no answer', async () => {
  const error = await failing({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
  expect([error.code, error.got]).toEqual(['network', 'TypeError: Failed to fetch']);
});

test('a stream that breaks, and one that ends early', async () => {
  const broken = await failing({ fetch: answer(body(bytes, 300, 'error')) });
  expect([broken.code, broken.got]).toEqual(['network', 'TypeError: network error']);
  const short = await failing({ fetch: answer(body(bytes, 300), { headers: { 'content-length': '1001' } }) });
  expect([short.code, short.expected, short.got]).toEqual(['network', '1001 bytes', '1000']);
});

test('a stream that falls silent, and a server that never answers', async () => {
  const silent = await failing({ fetch: answer(body(bytes, 300, 'hang')), stallMs: 20 });
  expect([silent.code, silent.got]).toEqual(['network', 'no byte for 20 ms']);
  let aborted = false;
  const deaf = await failing({
    fetch: (_, { signal }) => new Promise(() => signal?.addEventListener('abort', () => (aborted = true))),
    stallMs: 20,
  });
  expect([deaf.code, aborted]).toEqual(['network', true]);
});

test('a slow stream is not a silent one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  let sent = 0;
  const slow = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((done) => setTimeout(done, 80));
      controller.enqueue(new Uint8Array(1));
      sent++;
      if (sent === 10) controller.close();
    },
  });
  const coming = download('/x', 'x', { ...base, stallMs: 100, fetch: answer(slow) });
  while (sent < 10) await vi.advanceTimersByTimeAsync(80);
  expect((await coming).byteLength).toBe(10);
});

test('bytes that are not the sealed ones', async () => {
  const flipped = bytes.slice();
  flipped[500] = (flipped[500] ?? 0) ^ 1;
  const error = await failing({ fetch: answer(body(flipped, 300)), seal: sealOf(bytes) });
  expect([error.code, error.expected]).toEqual(['integrity', `SHA-256 ${sealOf(bytes).sha256}`]);
  const short = await failing({ fetch: answer(body(bytes.slice(1), 300)), seal: sealOf(bytes) });
  expect([short.code, short.got]).toEqual(['integrity', '999']);
  const endless = new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(100)) });
  const long = await failing({ fetch: answer(endless), seal: sealOf(bytes) });
  expect([long.code, long.got]).toEqual(['integrity', 'more']);
});

test('an endless file nobody vouches for', async () => {
  const endless = new ReadableStream({ pull: (c) => c.enqueue(new Uint8Array(1e5)) });
  const error = await failing({ fetch: answer(endless) });
  expect([error.code, error.expected]).toEqual(['unsupported', 'at most 1000000 bytes']);
});

test("an abort gives the signal's own reason, before or during", async () => {
  const reason = new Error('closed');
  const before = download('/x', 'x', {
    ...base,
    fetch: answer('never read'),
    signal: AbortSignal.abort(reason),
  });
  await expect(before).rejects.toBe(reason);
  const control = new AbortController();
  const broken = new ReadableStream({
    start: (stream) => stream.enqueue(bytes),
    pull: () => {
      control.abort(reason);
      return new Promise(() => undefined);
    },
  });
  const during = download('/x', 'x', { ...base, fetch: answer(broken), signal: control.signal });
  await expect(during).rejects.toBe(reason);
});

test('asks as it is told to: `reload` passes the cache by', async () => {
  const asked: RequestInit[] = [];
  const fetch = async (_: string, init: RequestInit) => {
    asked.push(init);
    return new Response('x');
  };
  await download('/x', 'x', { ...base, fetch, cache: 'reload' });
  await download('/x', 'x', { ...base, fetch });
  expect(asked.map((init) => init.cache)).toEqual(['reload', undefined]);
});
