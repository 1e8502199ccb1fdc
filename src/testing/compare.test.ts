import { describe, expect, it } from 'vitest';
import { compareNumbers } from './compare.ts';

const numbers = (...data: number[]) => ({ shape: [data.length], data: new Float32Array(data) });
const always = (limit: number) => () => limit;

describe('compareNumbers', () => {
  it('finds the worst place', () => {
    const worst = compareNumbers(numbers(1, 2, 3), numbers(1, 2.5, 3.25), always(1));
    expect(worst).toEqual({ error: 0.5, share: 0.5, index: 1, expected: 2, got: 2.5 });
  });

  it('measures against what is allowed at each place', () => {
    const worst = compareNumbers(numbers(1, 100), numbers(1.5, 101), (x) => x);
    expect(worst.index).toBe(0);
  });

  it.each([
    ['NaN against a number', Number.NaN, 1],
    ['NaN against NaN', Number.NaN, Number.NaN],
    ['infinity against its opposite', Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ['a number against infinity', 1, Number.POSITIVE_INFINITY],
  ])('never lets %s pass', (_, a, b) => {
    expect(compareNumbers(numbers(a), numbers(b), always(1e30)).share).toBe(Number.POSITIVE_INFINITY);
  });

  it('lets equal infinities pass', () => {
    const minus = Number.NEGATIVE_INFINITY;
    expect(compareNumbers(numbers(minus), numbers(minus), always(1)).share).toBe(0);
  });

  it('refuses another shape of the same length', () => {
    const flat = { shape: [4], data: new Float32Array(4) };
    const square = { shape: [2, 2], data: new Float32Array(4) };
    expect(() => compareNumbers(flat, square, always(1))).toThrow('expected [4], got [2,2]');
  });
});
