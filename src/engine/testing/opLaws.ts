import { tensor } from '@tensorflow/tfjs-core';
import { attention } from '../kernels/attention/attention.ts';
import { likeliest } from '../kernels/linear/likeliest.ts';
import { scoped } from '../run/scope.ts';
import { type Input, largestDifference, type TestSession } from './law.ts';

/** Keys masked before the softmax against the full pattern renormalised over the others, for one head. */
export async function masking({ device }: TestSession, { source, target, numbers }: Input): Promise<number> {
  const [rows, keys, headWidth] = [target.length + 1, source.length + 1, 3];
  const random = (count: number, from: number) =>
    Float32Array.from({ length: count }, (_, i) => numbers[(from + i * 7) % numbers.length] ?? 0.5);
  const shape = {
    heads: 1,
    headWidth,
    qColumn: 0,
    kColumn: 0,
    vColumn: headWidth,
    queryStart: 0,
    causal: false,
  };
  return scoped(async () => {
    const queries = tensor(random(rows * headWidth, 0), [1, rows, headWidth], 'float32');
    const keysValues = tensor(random(2 * keys * headWidth, 3), [1, keys, 2 * headWidth], 'float32');
    const patternFor = async (keyLength: number) => {
      const { pattern } = attention(queries, keysValues, { ...shape, keyLength }, false);
      return (await device.read([pattern]))[0] as Float32Array;
    };
    const left = Math.max(1, Math.floor(keys / 2));
    const [full, masked] = [await patternFor(keys), await patternFor(left)];
    const expected = full.map((weight, i) => {
      const at = i - (i % keys);
      const sum = full.subarray(at, at + left).reduce((total, each) => total + each, 0);
      return i % keys < left ? weight / sum : 0;
    });
    return largestDifference(expected, masked);
  });
}

/** Scores in the ten thousands: no overflow, and rows that still sum to 1. */
export async function hugeScores({ device }: TestSession, { source, numbers }: Input): Promise<number> {
  const [rows, keys] = [3, source.length];
  const huge = (count: number, from: number) =>
    Float32Array.from({ length: count }, (_, i) => 100 * (numbers[(from + i * 11) % numbers.length] ?? 1));
  const place = { qColumn: 0, kColumn: 0, vColumn: 0, queryStart: keys, keyLength: keys, causal: true };
  return scoped(async () => {
    const queries = tensor(huge(rows * 4, 0), [1, rows, 4], 'float32');
    const keysValues = tensor(huge(keys * 4, 5), [1, keys, 4], 'float32');
    const { pattern } = attention(queries, keysValues, { heads: 2, headWidth: 2, ...place }, false);
    const [data] = (await device.read([pattern])) as [Float32Array];
    const sums = Array.from({ length: data.length / keys }, (_, row) =>
      data.subarray(row * keys, (row + 1) * keys).reduce((total, weight) => total + weight, 0),
    );
    return largestDifference(
      sums,
      sums.map(() => 1),
    );
  });
}

/** The device's choice against plain search; whole numbers, so that there are ties. */
export async function choosing({ device }: TestSession, { source, numbers }: Input): Promise<number> {
  const logits = numbers.map(Math.round);
  const forbiddenMask = logits.map((_, id) => (source.includes(id) ? 1 : 0));
  const open = logits.filter((_, id) => forbiddenMask[id] === 0);
  const expected = logits.findIndex((logit, id) => forbiddenMask[id] === 0 && logit === Math.max(...open));
  return scoped(async () => {
    const length = logits.length;
    const choice = likeliest(
      tensor(logits, [1, 1, length], 'float32'),
      tensor(forbiddenMask, [length], 'float32'),
    );
    const [data] = await device.read([choice]);
    return largestDifference([Math.max(expected, 0)], data as Float32Array);
  });
}
