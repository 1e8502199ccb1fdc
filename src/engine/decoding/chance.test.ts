import { expect, it } from 'vitest';
import { chance } from './chance.ts';

/** Σ (seen − expected)² ÷ expected over cells of equal chance. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

it('throws the same numbers for ever', () => {
  // The mixer worked out in Python's whole numbers; the links that hold a seed depend on it.
  const thrown = [
    [1, 0],
    [1, 1],
    [2, 0],
    [0, 0],
    [4294967295, 5],
  ].map(([seed = 0, row = 0]) => chance(seed, row));
  expect(thrown).toEqual([
    0.3678755429573357, 0.08161311969161034, 0.032725839177146554, 0.3921251413412392, 0.3545594799797982,
  ]);
});

it.each([
  ['of one row, over seeds', (n: number) => chance(n, 3)],
  ['of one seed, over rows', (n: number) => chance(7, n)],
])('falls evenly: %s', (_, thrown) => {
  const counts = new Array<number>(100).fill(0);
  for (let n = 0; n < 100_000; n++) {
    const cell = Math.floor(thrown(n) * 100);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  // Nothing below 0 or from 1 on.
  expect(counts).toHaveLength(100);
  // 99 degrees of freedom: above 148.2 in one of a thousand.
  expect(chiSquare(counts)).toBeLessThan(148.2);
});

it('does not carry over from a row to the next, nor from a seed to the next', () => {
  for (const pair of [
    (n: number) => [chance(n, 0), chance(n, 1)],
    (n: number) => [chance(n, 0), chance(n + 1, 0)],
    (n: number) => [chance(n, 1), chance(n + 1, 0)],
  ]) {
    const counts = new Array<number>(100).fill(0);
    for (let n = 0; n < 100_000; n++) {
      const [a = 0, b = 0] = pair(n);
      const cell = Math.floor(a * 10) * 10 + Math.floor(b * 10);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(chiSquare(counts)).toBeLessThan(148.2);
  }
});
