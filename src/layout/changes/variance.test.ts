import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFrame } from '../../contract/index.ts';
import { varianceByDimension } from './variance.ts';

describe('varianceByDimension', () => {
  it('is the variance of all dot products, counted the long way', () => {
    const numbers = (count: number) =>
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: count, maxLength: count });
    fc.assert(
      fc.property(numbers(2 * 3 * 4), numbers(2 * 5 * 4), (a, b) => {
        const q = makeFrame('decoder.0.cross.q', [2, 3, 4], Float32Array.from(a));
        const k = makeFrame('decoder.0.cross.k', [2, 5, 4], Float32Array.from(b));
        varianceByDimension(q, k, 1).forEach(({ d, variance }, i) => {
          expect(d).toBe(i + 1);
          const dots = Array.from({ length: 15 }, (_, pair) => {
            const [t, s] = [Math.floor(pair / 5), pair % 5];
            return Array.from({ length: d }, (_, x) => x).reduce(
              (sum, x) => sum + (q.data[12 + t * 4 + x] ?? 0) * (k.data[20 + s * 4 + x] ?? 0),
              0,
            );
          });
          const mean = dots.reduce((sum, dot) => sum + dot, 0) / 15;
          expect(variance).toBeCloseTo(dots.reduce((sum, dot) => sum + (dot - mean) ** 2, 0) / 15, 4);
        });
      }),
    );
  });

  it('is d, as the paper says, for parts of mean 0 and variance 1', () => {
    // Every sign pattern once: the parts are independent, with mean 0 and variance 1 exactly.
    const signs = (bits: number) =>
      Float32Array.from({ length: 2 ** bits * bits }, (_, i) =>
        (Math.floor(i / bits) >> (i % bits)) & 1 ? 1 : -1,
      );
    const q = makeFrame('encoder.0.self.q', [1, 16, 4], signs(4));
    const k = makeFrame('encoder.0.self.k', [1, 16, 4], signs(4));
    expect(varianceByDimension(q, k, 0).map(({ variance }) => variance)).toEqual([1, 2, 3, 4]);
  });

  it('refuses vectors of other widths', () => {
    const q = makeFrame('encoder.0.self.q', [1, 1, 2], new Float32Array(2));
    const k = makeFrame('encoder.0.self.k', [1, 1, 3], new Float32Array(3));
    expect(() => varianceByDimension(q, k, 0)).toThrow('expected [H, S, 2], got [1,1,3]');
  });
});
