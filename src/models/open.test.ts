import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ModelError } from '../contract/index.ts';
import { makeSafetensors } from '../testing/index.ts';
import { openModel } from './open.ts';
import { encodeStoredPicture } from './stored.ts';
import { tinyConfig, tinyPicture } from './testing/tiny.ts';

type Files = Record<string, string | Uint8Array>;

const json = (value: unknown) => JSON.stringify(value);
const asBytes = (file: string | Uint8Array) =>
  typeof file === 'string' ? new TextEncoder().encode(file) : file;

function folder(change: Files = {}): Files {
  const stored = encodeStoredPicture(tinyPicture());
  return {
    'config.json': json(tinyConfig),
    'tokenizer.json': json({ model: {} }),
    'first-view.json': json({ text: 'a b', kind: 'cross', layer: 1, head: 2, cell: { query: 0, key: 1 } }),
    'heads.json': json([
      { kind: 'encoder', layer: 0, head: 1, label: 'previousWord', taught: true },
      { kind: 'cross', layer: 0, head: 0, label: 'alignment', share: 0.61, training: 'rewarded' },
      { kind: 'cross', layer: 0, head: 1, label: 'endMark', taught: false },
    ]),
    'first-result.json': json(stored.json),
    'first-result.bin': stored.bytes,
    'model.safetensors': new Uint8Array(makeSafetensors({ a: { shape: [2], data: [1, 2] } })),
    ...change,
  };
}

function sealed(files: Files): Files {
  const entries = Object.entries(files).map(([name, file]) => {
    const data = asBytes(file);
    return [name, { bytes: data.length, sha256: createHash('sha256').update(data).digest('hex') }];
  });
  return { ...files, 'manifest.json': json({ version: 1, files: Object.fromEntries(entries) }) };
}

/** A host of these files, and what it was asked for. `missing` answers for the others. */
function host(files: Files, missing = () => new Response('', { status: 404 })) {
  const asked: string[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    const name = url.replace('/models/tiny/', '');
    asked.push(init.cache ? `${name} ${init.cache}` : name);
    const file = files[name];
    return file === undefined ? missing() : new Response(asBytes(file).slice());
  };
  return { asked, fetch, modelUrl: '/models/tiny/' };
}

async function failing(act: () => Promise<unknown>): Promise<ModelError> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('opens a sealed folder: small files, then weights with their progress', async () => {
  const { asked, ...options } = host(sealed(folder()));
  const model = await openModel(options);
  expect(model.card).toMatchObject({ name: 'tiny', verified: true, firstView: { layer: 1, head: 2 } });
  expect(model.card.headLabels).toEqual([
    { kind: 'encoder', layer: 0, head: 1, label: 'previousWord', training: 'taught' },
    { kind: 'cross', layer: 0, head: 0, label: 'alignment', share: 0.61, training: 'rewarded' },
    { kind: 'cross', layer: 0, head: 1, label: 'endMark' },
  ]);
  expect(model.stored?.stored).toBe(true);
  expect(model.golden?.decoderInput).toEqual(tinyPicture().target.map((token) => token.id));
  // What the manifest does not list is not asked for: a 404 would be an error line in the console.
  expect(asked).not.toContain('generation_config.json');
  expect(asked[0]).toBe('manifest.json no-cache');
  expect(asked).not.toContain('model.safetensors');
  const told: unknown[] = [];
  const parameters = await model.loadParameters({ onProgress: (p) => told.push(p) });
  expect([...(parameters.get('a')?.data ?? [])]).toEqual([1, 2]);
  const { length } = asBytes(folder()['model.safetensors'] ?? '');
  expect(told.at(-1)).toEqual({ loaded: length, total: length });
});

test('a bare folder without a manifest opens as not verified', async () => {
  const bare = { 'config.json': json(tinyConfig), 'tokenizer.json': '{}' };
  for (const missing of [
    undefined,
    () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
  ]) {
    const model = await openModel(host(bare, missing));
    expect(model.card).toMatchObject({ verified: false, firstView: null, headLabels: [] });
    expect([model.stored, model.golden]).toEqual([null, null]);
  }
});

test('a host that is down does not pass for a folder without a manifest', async () => {
  const error = await failing(() => openModel(host(folder(), () => new Response('', { status: 503 }))));
  expect([error.code, error.file]).toEqual(['network', 'manifest.json']);
});

test('any flipped bit of any file is found', async () => {
  for (const name of Object.keys(folder())) {
    const files = sealed(folder());
    const data = asBytes(files[name] ?? '').slice();
    data[data.length >> 1] = (data[data.length >> 1] ?? 0) ^ 4;
    const options = host({ ...files, [name]: data });
    const error = await failing(async () => (await openModel(options)).loadParameters());
    expect([error.code, error.file]).toEqual(['integrity', name]);
  }
});

test('a file a manifest lists and the host has not', async () => {
  const { 'heads.json': _, ...files } = sealed(folder());
  const error = await failing(() => openModel(host(files)));
  expect([error.code, error.file]).toEqual(['not-found', 'heads.json']);
});

test('a manifest that leaves the weights out', async () => {
  const { 'model.safetensors': weights, ...others } = folder();
  const files = { ...sealed(others), 'model.safetensors': weights ?? '' };
  const error = await failing(async () => (await openModel(host(files))).loadParameters());
  expect(error.message).toBe('openModel: manifest.json: expected an entry for model.safetensors, got none');
});

test.each([
  ['manifest.json', '{"version":2,"files":{}}', 'manifest.json version: expected 1, got 2'],
  ['manifest.json', '{"version":1,"files":{"a":{"bytes":1,"sha256":"AB"}}}', 'manifest.json files.a.sha256'],
  ['config.json', '{', 'config.json: expected JSON in UTF-8'],
  ['tokenizer.json', 'nothing', 'tokenizer.json: expected JSON in UTF-8'],
  [
    'first-view.json',
    '{"text":"a","kind":"cross","layer":9,"head":0,"cell":null}',
    'below 2 layers and 3 heads',
  ],
  ['first-view.json', '{"text":"a","kind":"other","layer":0,"head":0,"cell":null}', 'first-view.json kind'],
  ['heads.json', '[{"kind":"encoder","layer":0,"head":5,"label":"x"}]', 'got layer 0, head 5'],
  ['heads.json', '[{"kind":"encoder","layer":0,"head":1,"label":"x","taught":"yes"}]', 'heads.json 0.taught'],
  ['heads.json', '[{"kind":"encoder","layer":0,"head":1,"label":"x","share":2}]', 'heads.json 0.share'],
  [
    'heads.json',
    '[{"kind":"encoder","layer":0,"head":1,"label":"x","training":"x"}]',
    'heads.json 0.training',
  ],
  ['first-result.json', '{}', 'first-result.json version'],
])('a broken %s', async (name, text, message) => {
  const error = await failing(() => openModel(host(folder({ [name]: text }))));
  expect(error.code).toBe('format');
  expect(error.message).toContain(message);
  expect(error.file).toBe(name);
});

test('after a failure the server is asked, not the cache', async () => {
  const { asked, ...options } = host(sealed(folder()));
  const model = await openModel({ ...options, fresh: true });
  await model.loadParameters({ fresh: false });
  await model.loadParameters({ fresh: true });
  expect(asked).toContain('manifest.json reload');
  expect(asked).toContain('config.json reload');
  expect(asked.slice(-2)).toEqual(['model.safetensors', 'model.safetensors reload']);
});
