import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOf, numberLine, waterfallOf } from './drawings.ts';

const numbers = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('bars', () => {
  it('reach from 0 to their number, and stay in the room', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { bars, zero } = barsOf(values);
        for (const { top, height, value } of bars) {
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + height).toBeLessThanOrEqual(1 + 1e-9);
          expect(value < 0 ? top : top + height).toBeCloseTo(zero, 9);
        }
      }),
    );
  });

  it('are as high as their numbers are large', () => {
    const { bars } = barsOf([2, -4, 1]);
    const [a = 0, b = 0, c = 0] = bars.map((bar) => bar.height);
    expect(b / a).toBeCloseTo(2);
    expect(a / c).toBeCloseTo(2);
  });

  it('leave room for what could be there', () => {
    const [half, whole] = [barsOf([0.5], 1).bars[0]?.height ?? 0, barsOf([1], 1).bars[0]?.height ?? 0];
    expect(half / whole).toBeCloseTo(0.5);
  });

  it('of a waterfall begin where the one before ended', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { bars, zero } = waterfallOf(values);
        let end = zero;
        for (const { top, height, value } of bars) {
          expect(top).toBeGreaterThanOrEqual(-1e-9);
          expect(top + height).toBeLessThanOrEqual(1 + 1e-9);
          // Upwards is plus.
          expect(value > 0 ? top + height : top).toBeCloseTo(end, 6);
          end = value > 0 ? top : top + height;
        }
      }),
    );
  });

  it('of nothing stand on the line', () => {
    expect(barsOf([0, 0]).bars.map((bar) => bar.height)).toEqual([0, 0]);
  });
});

describe('numberLine', () => {
  it('has a place for every number, in their order, and for its round marks', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const { at, ticks } = numberLine([a, b], 5);
        for (const value of [...a, ...b, ...ticks]) {
          expect(at(value)).toBeGreaterThanOrEqual(-1e-9);
          expect(at(value)).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(ticks).toContain(0);
        const [low, high] = [Math.min(...a), Math.max(...a)];
        expect(at(low)).toBeLessThanOrEqual(at(high));
      }),
    );
  });

  it('leaves out −∞', () => {
    expect(numberLine([[Number.NEGATIVE_INFINITY, 1, 2]], 4).at(2)).toBe(1);
  });
});
