import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median, quantile, summarise } from './statistics.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('median', () => {
  test('of odd and even counts, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  test('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });

  test('as many values lie below as above', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const middle = median(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(below).toBeLessThanOrEqual(values.length / 2);
        expect(above).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});

describe('quantile', () => {
  test('p95 of 1 … 101 is 96', () => {
    const values = Array.from({ length: 101 }, (_, i) => 101 - i);
    expect(quantile(values, 0.95)).toBe(96);
  });

  test('between two values in proportion', () => {
    expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5, 10);
  });

  test('does not reorder the list it is given', () => {
    const values = [3, 1, 2];
    quantile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  test('grows with the share and stays within the list', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(numbers, share, share, (values, a, b) => {
        const [low, high] = [quantile(values, Math.min(a, b)), quantile(values, Math.max(a, b))];
        expect(low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(high).toBeLessThanOrEqual(Math.max(...values));
        expect(low).toBeLessThanOrEqual(high + 1e-6);
      }),
    );
  });

  test('refuses a share outside 0 … 1 and a value that is no number', () => {
    expect(() => quantile([1], 95)).toThrow('quantile: share: expected 0 … 1, got 95');
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(
      'quantile: values: expected finite numbers, got NaN',
    );
  });
});

test('a summary tells count, middle, p95 and both ends', () => {
  const values = Array.from({ length: 21 }, (_, i) => i);
  expect(summarise(values)).toEqual({ count: 21, median: 10, p95: 19, least: 0, most: 20 });
});
