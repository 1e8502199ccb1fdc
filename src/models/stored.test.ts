import { expect, test } from 'vitest';
import {
  type AttentionKind,
  ModelError,
  type ModelInfo,
  type Picture,
  type Site,
} from '../contract/index.ts';
import { readModelInfo } from './config.ts';
import { checkStored, decodeStoredPicture, encodeStoredPicture, goldenOf } from './stored.ts';
import { tinyConfig, tinyPicture } from './testing/tiny.ts';

const info = readModelInfo(tinyConfig, null);

/** Through the files: JSON as text, numbers as bytes. */
function written(picture: Picture = tinyPicture()) {
  const { json, bytes } = encodeStoredPicture(picture);
  return { json: JSON.parse(JSON.stringify(json)), bytes: bytes.buffer };
}

function failing(act: () => unknown): ModelError {
  try {
    act();
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a picture comes back from its files: its words and patterns, marked as stored', () => {
  const { json, bytes } = written();
  const { frames, ...words } = decodeStoredPicture(json, bytes);
  const { frames: before, ...wordsBefore } = tinyPicture();
  expect(words).toEqual({ ...wordsBefore, stored: true });
  expect([...frames.keys()]).toEqual([...before.keys()].filter((name) => name.endsWith('.pattern')));
  for (const [name, frame] of frames) expect(frame).toEqual(before.get(name));
  checkStored(decodeStoredPicture(json, bytes), info);
});

test('numbers are float32, little-endian, one frame after another', () => {
  const { json, bytes } = written();
  const [first, second] = json.frames;
  expect([first.offset, second.offset]).toEqual([0, first.shape.reduce((a: number, b: number) => a * b)]);
  const value = new DataView(bytes).getFloat32(4 * 3, true);
  expect(value).toBe(Math.fround(3 / 7));
});

test('the golden input asks for what the picture shows', () => {
  const own = goldenOf(tinyPicture());
  expect(own.request).toEqual({ source: [5, 6, 7, 1], target: null, stages: [] });
  expect(own.decoderInput).toEqual([0, 8, 9]);
  expect([...own.frames.keys()].every((name) => name.endsWith('.pattern'))).toBe(true);
  expect(own.frames.size).toBe(5);
  const given = goldenOf({ ...tinyPicture(), targetText: 'd e' });
  expect(given.request.target).toEqual([8, 9]);
});

type Change = (files: ReturnType<typeof written>) => void;
const changes: [string, Change, string][] = [
  ['fewer numbers', (f) => (f.bytes = f.bytes.slice(0, -4)), 'decodeStoredPicture'],
  ['more numbers', (f) => (f.bytes = new ArrayBuffer(f.bytes.byteLength + 4)), 'first-result.bin: expected'],
  ['half a number', (f) => (f.bytes = f.bytes.slice(0, -1)), 'expected float32 numbers'],
  ['a weight above 1', (f) => new DataView(f.bytes).setFloat32(0, 2, true), 'expected weights from 0 to 1'],
  [
    'a NaN',
    (f) => new DataView(f.bytes).setFloat32(0, Number.NaN, true),
    'expected finite numbers, got NaN at 0',
  ],
  [
    'another shape',
    (f) => (f.json.frames[0].shape = [1, 4, 8]),
    'encoder.0.self.pattern: expected shape [heads,4,4]',
  ],
  ['a gap', (f) => (f.json.frames[1].offset += 1), 'expected offset'],
  [
    'a frame twice',
    (f) => f.json.frames.splice(1, 0, { ...f.json.frames[0], offset: 32 }),
    'expected offset',
  ],
  ['no such stage', (f) => (f.json.frames[0].name = 'encoder.0.self.patterns'), 'expected pattern stages'],
  ['another stage', (f) => (f.json.frames[0].name = 'encoder.0.self.scores'), 'expected pattern stages'],
  ['a step missing', (f) => f.json.steps.pop(), 'steps: expected 3'],
  ['a chance above 1', (f) => (f.json.steps[0].probability = 7), 'first-result.json steps.0.probability'],
  ['another version', (f) => (f.json.version = 2), 'first-result.json version: expected 1, got 2'],
];

test.each(changes)('refuses files with %s', (_, change, text) => {
  const files = written();
  change(files);
  const error = failing(() => decodeStoredPicture(files.json, files.bytes));
  expect(error.code).toBe('format');
  expect(error.message).toContain(text);
});

const withSite = (kind: AttentionKind, sizes: Partial<Site>): ModelInfo => ({
  ...info,
  sites: info.sites.map((site) => (site.kind === kind ? { ...site, ...sizes } : site)),
});

test('a picture of another model is refused', () => {
  const picture = tinyPicture();
  const small = failing(() => checkStored(picture, { ...info, vocabulary: 9 }));
  expect(small.message).toBe('decodeStoredPicture: id: expected below 9, got 9');
  const deep = failing(() => checkStored(picture, withSite('encoder', { layers: 2 })));
  expect(deep.message).toContain('encoder.1.self.pattern: expected 2 heads, got none');
  const wide = failing(() => checkStored(picture, withSite('decoder', { heads: 6 })));
  expect(wide.message).toContain('decoder.0.self.pattern: expected 6 heads, got 3');
});
