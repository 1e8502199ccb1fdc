import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsFor, inputDecimals, largestAt, partialSums, sumOf, type Term } from './sum.ts';

const terms = (values: readonly number[]): readonly Term[] =>
  values.map((value, index) => ({ index, value, factors: null }));
const whole = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const numbers = fc.array(
  fc
    .tuple(fc.double({ min: -10, max: 10, noNaN: true }), fc.integer({ min: -4, max: 2 }))
    .map(([m, e]) => m * 10 ** e),
  { minLength: 1, maxLength: 40 },
);

describe('sumOf', () => {
  it('lets a reader add up what is shown', () => {
    const holds = (values: readonly number[], bias: number | null, most: number, keep: number) => {
      const total = whole(values) + (bias ?? 0);
      const sum = sumOf(terms(values), { most, keep, bias, total });
      const shown = (x: number) => Number(x.toFixed(sum.decimals));
      const added = [...sum.terms.map((term) => term.value), sum.bias, sum.folded?.value ?? null].filter(
        (value) => value !== null,
      );
      const error = Math.abs(whole(added.map(shown)) - shown(total));
      expect(error).toBeLessThanOrEqual(added.length * 10 ** -sum.decimals * (1 + 1e-9));
    };
    const bias = fc.option(fc.double({ min: -3, max: 3, noNaN: true }));
    fc.assert(fc.property(numbers, bias, fc.integer({ min: 1, max: 8 }), fc.nat({ max: 50 }), holds));
  });

  it('lets a reader multiply the factors that are shown', () => {
    const factor = fc.double({ min: -9, max: 9, noNaN: true });
    const holds = (pairs: readonly (readonly [number, number])[]) => {
      const products = pairs.map((factors, index) => ({ index, value: factors[0] * factors[1], factors }));
      const total = whole(products.map((term) => term.value));
      const sum = sumOf(products, { most: 4, total });
      const shown = (x: number) => Number(x.toFixed(sum.factorDecimals));
      for (const { factors, value } of sum.terms) {
        const unit = 10 ** -sum.decimals;
        const read = shown(factors?.[0] ?? 0) * shown(factors?.[1] ?? 0);
        expect(Math.abs(read - Number(value.toFixed(sum.decimals)))).toBeLessThanOrEqual(1.51 * unit);
      }
    };
    fc.assert(fc.property(fc.array(fc.tuple(factor, factor), { minLength: 1, maxLength: 20 }), holds));
  });

  it('writes the largest out, largest first, and folds the others', () => {
    const sum = sumOf(terms([1, -5, 0.5, 3, 0.25]), { most: 2, total: -0.25 });
    expect(sum.terms.map((term) => term.index)).toEqual([1, 3]);
    expect(sum.folded).toEqual({ count: 3, value: 1.75 });
    expect(sum.decimals).toBe(3);
  });

  it('writes one term out whatever its size, in the place of the smallest', () => {
    const sum = sumOf(terms([1, -5, 0.5, 3, 0.25]), { most: 2, keep: 4, total: -0.25 });
    expect(sum.terms.map((term) => term.index)).toEqual([1, 4]);
    expect(sum.folded).toEqual({ count: 3, value: 4.5 });
  });

  it('folds no single term, and nothing where all fit', () => {
    expect(sumOf(terms([1, 2, 3]), { most: 2, total: 6 }).folded).toBeNull();
    expect(sumOf(terms([1, 2]), { most: 5, total: 3 }).terms).toHaveLength(2);
  });
});

describe('decimals', () => {
  it('are three, or so many that a small number keeps two digits', () => {
    expect(decimalsFor(7.4631)).toBe(3);
    expect(decimalsFor(-45.2, 0.001)).toBe(3);
    expect(decimalsFor(0.00042)).toBe(5);
    expect(decimalsFor(0)).toBe(3);
    expect(decimalsFor()).toBe(3);
    expect(decimalsFor(1e-30)).toBe(6);
  });

  it('of an input are as many as its rounding asks for', () => {
    expect(inputDecimals(0.2, 3)).toBe(3);
    expect(inputDecimals(3.5, 3)).toBe(4);
    expect(inputDecimals(0, 3)).toBe(3);
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e4, noNaN: true }), (slope) => {
        expect(0.5 * 10 ** -inputDecimals(slope, 3) * slope).toBeLessThanOrEqual(1e-3 * (1 + 1e-9));
      }),
    );
  });
});

it('partialSums adds up from the left', () => {
  expect(partialSums([1, 2, -4])).toEqual([1, 3, -1]);
  expect(partialSums([])).toEqual([]);
});

it('largestAt finds the largest size', () => {
  expect(largestAt([1, -3, 2])).toBe(1);
  expect(largestAt([])).toBe(0);
});
