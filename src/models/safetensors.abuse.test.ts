import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ModelError } from '../contract/index.ts';
import { type RawHeader, rawSafetensors } from '../testing/index.ts';
import { parseSafetensors, TENSOR_LIMIT } from './safetensors.ts';

const floats = (...values: number[]) => new Uint8Array(new Float32Array(values).buffer);
const words = (...values: number[]) => new Uint8Array(new Uint16Array(values).buffer);
const f32 = (shape: unknown, begin: unknown, end: unknown) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end],
});
const one = f32([1], 0, 4);
const abuses: [string, () => ArrayBuffer, string, string][] = [
  ['no bytes', () => new ArrayBuffer(0), 'format', 'file: expected at least 8 bytes, got 0'],
  [
    'a header longer than the file',
    () => rawSafetensors({}, floats(1), 100n),
    'format',
    'header length: expected at most 6, got 100',
  ],
  ['a header of 2^63 bytes', () => rawSafetensors({}, floats(1), 2n ** 63n), 'format', 'header length'],
  [
    'a header above the limit',
    () => rawSafetensors(' '.repeat(8 * 1024 * 1024 + 1), floats()),
    'format',
    'header length',
  ],
  [
    'text that is not JSON',
    () => rawSafetensors('{"a":', floats()),
    'format',
    'header: expected JSON in UTF-8',
  ],
  [
    'an HTML page',
    () => new TextEncoder().encode(`<!doctype html>${' '.repeat(99)}`).buffer,
    'format',
    'header length',
  ],
  ['a list as header', () => rawSafetensors('[]', floats()), 'format', 'header: expected an object, got []'],
  ['a byte order mark', () => rawSafetensors('\uFEFF{}', floats()), 'format', 'header: expected JSON'],
  [
    'a tensor named twice',
    () => rawSafetensors(`{"a":${JSON.stringify(one)},"\\u0061":${JSON.stringify(one)}}`, floats(1)),
    'format',
    '"a" twice',
  ],
  [
    'a shape given twice',
    () => rawSafetensors('{"a":{"dtype":"F32","shape":[9],"shape":[1],"data_offsets":[0,4]}}', floats(1)),
    'format',
    '"shape" twice',
  ],
  [
    'too many tensors',
    () =>
      rawSafetensors(
        Object.fromEntries(Array.from({ length: TENSOR_LIMIT + 1 }, (_, i) => [i, f32([0], 0, 0)])),
        floats(),
      ),
    'format',
    'at most 4096 tensors, got 4097',
  ],
  [
    'an entry that is no object',
    () => rawSafetensors({ a: 3 }, floats()),
    'format',
    'a: expected an object, got 3',
  ],
  [
    'no dtype',
    () => rawSafetensors({ a: { shape: [1], data_offsets: [0, 4] } }, floats(1)),
    'format',
    'a.dtype: expected a text, got nothing',
  ],
  [
    'whole numbers',
    () => rawSafetensors({ a: { dtype: 'I64', shape: [1], data_offsets: [0, 8] } }, floats(1, 2)),
    'unsupported',
    'a: expected F32, F16 or BF16, got I64',
  ],
  [
    'an inherited word as dtype',
    () => rawSafetensors({ a: { dtype: 'constructor', shape: [1], data_offsets: [0, 4] } }, floats(1)),
    'unsupported',
    'got constructor',
  ],
  [
    'a negative size',
    () => rawSafetensors({ a: f32([-1], 0, 4) }, floats(1)),
    'format',
    'a.shape: expected safe whole numbers, got [-1]',
  ],
  ['an unsafe size', () => rawSafetensors({ a: f32([2 ** 53], 0, 4) }, floats(1)), 'format', 'a.shape'],
  [
    'sizes whose product overflows',
    () => rawSafetensors({ a: f32([2 ** 40, 2 ** 40], 0, 2 ** 52) }, floats(1)),
    'format',
    'a: expected',
  ],
  ['a broken size', () => rawSafetensors({ a: f32([1.5], 0, 4) }, floats(1)), 'format', 'a.shape'],
  [
    'three offsets',
    () => rawSafetensors({ a: { dtype: 'F32', shape: [1], data_offsets: [0, 4, 8] } }, floats(1)),
    'format',
    'a.data_offsets',
  ],
  [
    'offsets as texts',
    () => rawSafetensors({ a: f32([1], '0', '4') }, floats(1)),
    'format',
    'a.data_offsets',
  ],
  [
    'an end before its begin',
    () => rawSafetensors({ a: f32([1], 4, 0) }, floats(1)),
    'format',
    'a: expected 4 bytes for F32 [1], got 4 to 0',
  ],
  [
    'a span that is not the shape',
    () => rawSafetensors({ a: f32([2], 0, 4) }, floats(1)),
    'format',
    'a: expected 8 bytes for F32 [2], got 0 to 4',
  ],
  [
    'a gap',
    () => rawSafetensors({ a: one, b: f32([1], 8, 12) }, floats(1, 2, 3)),
    'format',
    'b: expected data from byte 4, got from 8',
  ],
  [
    'an overlap',
    () => rawSafetensors({ a: f32([2], 0, 8), b: f32([1], 4, 8) }, floats(1, 2)),
    'format',
    'b: expected data from byte 8, got from 4',
  ],
  [
    'data left over',
    () => rawSafetensors({ a: one }, floats(1, 2)),
    'format',
    'file: expected 4 bytes of data, got 8',
  ],
  [
    'data cut off',
    () => rawSafetensors({ a: f32([2], 0, 8) }, floats(1)),
    'format',
    'file: expected 8 bytes of data, got 4',
  ],
  [
    'a NaN',
    () => rawSafetensors({ a: f32([2], 0, 8) }, floats(1, Number.NaN)),
    'format',
    'a: expected finite numbers, got NaN at 1',
  ],
  [
    'a float16 infinity',
    () => rawSafetensors({ a: { dtype: 'F16', shape: [2], data_offsets: [0, 4] } }, words(0, 0xfc00)),
    'format',
    'got -Infinity at 1',
  ],
  [
    'a bfloat16 NaN',
    () => rawSafetensors({ a: { dtype: 'BF16', shape: [1], data_offsets: [0, 2] } }, words(0x7fc0)),
    'format',
    'got NaN at 0',
  ],
];

test.each(abuses)('refuses %s', (_, make, code, text) => {
  const error = catching(() => parseSafetensors(make(), 'x.safetensors'));
  expect(error).toBeInstanceOf(ModelError);
  expect((error as ModelError).code).toBe(code);
  expect((error as ModelError).file).toBe('x.safetensors');
  expect((error as ModelError).message).toContain(text);
});

test('whatever the bytes are: it parses, or says why not by a ModelError', () => {
  const sound: RawHeader = { a: f32([2, 2], 0, 16), b: { dtype: 'F16', shape: [2], data_offsets: [16, 20] } };
  const base = new Uint8Array(rawSafetensors(sound, new Uint8Array(20).fill(61)));
  expect(parseSafetensors(base.slice().buffer).size).toBe(2);
  const outcomes = { parsed: 0, refused: 0 };
  const edit = fc.record({
    at: fc.nat(base.length - 1),
    byte: fc.oneof(
      fc.nat(255),
      fc.constantFrom(...'0123456789"{}[],:-. '.split('').map((c) => c.charCodeAt(0))),
    ),
  });
  // Most files keep their length: of those of another length none is sound.
  const growths = fc.oneof(fc.constant(0), fc.integer({ min: -6, max: 6 }));
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 3 }), growths, (edits, growth) => {
      const bytes = new Uint8Array(Math.max(0, base.length + growth));
      bytes.set(base.subarray(0, bytes.length));
      for (const { at, byte } of edits) bytes[at] = byte;
      const error = catching(() => parseSafetensors(bytes.buffer));
      if (error !== null && !(error instanceof ModelError)) throw error;
      outcomes[error === null ? 'parsed' : 'refused']++;
    }),
    { numRuns: 5000 },
  );
  // Both ends of the law were reached.
  expect(outcomes.parsed).toBeGreaterThan(50);
  expect(outcomes.refused).toBeGreaterThan(1000);
});

function catching(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return error;
  }
}
