import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sizeOf } from '../contract/index.ts';
import { makeSafetensors, rawSafetensors } from '../testing/index.ts';
import { parseSafetensors } from './safetensors.ts';

const floats = (...values: number[]) => new Uint8Array(new Float32Array(values).buffer);
const words = (...values: number[]) => new Uint8Array(new Uint16Array(values).buffer);
const f32 = (shape: unknown, begin: unknown, end: unknown) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end],
});
const bundled = () => {
  const file = readFileSync('public/models/en-fr/model.safetensors');
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
};

test('gives tensors by name, whatever order the header names them in', () => {
  const file = rawSafetensors({ b: f32([2], 4, 12), a: f32([], 0, 4) }, floats(7, 1.5, -2));
  const read = parseSafetensors(file);
  expect(read.get('a')).toEqual({ shape: [], data: new Float32Array([7]) });
  expect(read.get('b')).toEqual({ shape: [2], data: new Float32Array([1.5, -2]) });
});

test('accepts white space around the header, metadata, empty tensors and data that is not aligned', () => {
  const [x, e] = [JSON.stringify(f32([1], 0, 4)), JSON.stringify(f32([0, 3], 4, 4))];
  const header = ` \n {"__metadata__":{"a":"b"},"x":${x},"e":${e}} `;
  expect((header.length + 8) % 4).not.toBe(0);
  const read = parseSafetensors(rawSafetensors(header, floats(3)));
  expect([...read.keys()].sort()).toEqual(['e', 'x']);
  expect(read.get('x')?.data[0]).toBe(3);
  expect(read.get('e')?.data).toHaveLength(0);
});

test('names that objects inherit are only names', () => {
  const header =
    '{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},' +
    '"toString":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}';
  const read = parseSafetensors(rawSafetensors(header, floats(1, 2)));
  expect([...read.keys()]).toEqual(['__proto__', 'toString']);
});

test('every float16 is widened as a DataView-free reading of IEEE 754 says', () => {
  const finite = Array.from({ length: 65536 }, (_, bits) => bits).filter(
    (bits) => (bits & 0x7c00) !== 0x7c00,
  );
  const header = { h: { dtype: 'F16', shape: [finite.length], data_offsets: [0, finite.length * 2] } };
  const data = parseSafetensors(rawSafetensors(header, words(...finite))).get('h')?.data ?? [];
  finite.forEach((bits, i) => {
    // Moved to float32's places the same bits mean the value ÷ 2^112, subnormals included.
    const moved = ((bits & 0x8000) << 16) | ((bits & 0x7fff) << 13);
    const scaled = new Float32Array(new Int32Array([moved]).buffer)[0] ?? 0;
    if (!Object.is(data[i], scaled * 2 ** 112)) throw new Error(`${bits}: ${data[i]}`);
  });
  expect(data[finite.indexOf(0x3c01)]).toBe(1 + 1 / 1024);
});

test('bfloat16 is the upper half of a float32', () => {
  const header = { h: { dtype: 'BF16', shape: [3], data_offsets: [0, 6] } };
  const data = parseSafetensors(rawSafetensors(header, words(0x3f80, 0xc040, 0x0001))).get('h')?.data;
  expect([...(data ?? [])]).toEqual([1, -3, 2 ** -133]);
});

test('what was written is read back', () => {
  const tensor = fc.array(fc.nat(4), { maxLength: 3 }).chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      data: fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
        minLength: sizeOf(shape),
        maxLength: sizeOf(shape),
      }),
    }),
  );
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.string().filter((s) => s !== '__metadata__'),
        tensor,
        { maxKeys: 6 },
      ),
      (tensors) => {
        const read = parseSafetensors(makeSafetensors(tensors));
        expect([...read.keys()].sort()).toEqual(Object.keys(tensors).sort());
        for (const [name, { shape, data }] of Object.entries(tensors)) {
          expect(read.get(name)).toEqual({ shape, data: new Float32Array(data) });
        }
      },
    ),
  );
});

test('a tensor may have any name, __proto__ too', () => {
  const tensors = Object.fromEntries([['__proto__', { shape: [1], data: [2] }]]);
  expect([...parseSafetensors(makeSafetensors(tensors)).entries()]).toEqual([
    ['__proto__', { shape: [1], data: new Float32Array([2]) }],
  ]);
});

test("the bundled model's millions of float16 are widened fast", () => {
  const bytes = bundled();
  const numbers = [...parseSafetensors(bytes).values()].reduce((sum, p) => sum + p.data.length, 0);
  expect(numbers).toBeGreaterThan(5_000_000);
  const timeOf = (act: () => void): number => {
    const start = performance.now();
    act();
    return performance.now() - start;
  };
  const from = new Uint16Array(numbers).fill(3);
  const to = new Float32Array(numbers);
  // What this machine needs, at this moment, for one multiplication a number: a busy machine is slow at both.
  const multiply = () =>
    from.forEach((value, i) => {
      to[i] = value * 0.5;
    });
  const pairs = Array.from(
    { length: 5 },
    () => [timeOf(() => parseSafetensors(bytes)), timeOf(multiply)] as const,
  );
  const least = (which: 0 | 1) => Math.min(...pairs.map((pair) => pair[which]));
  expect(least(0)).toBeLessThan(4 * least(1));
});
