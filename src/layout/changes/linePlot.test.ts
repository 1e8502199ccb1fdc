import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linePlot } from './linePlot.ts';

describe('linePlot', () => {
  it('begins at 0 and keeps every point inside', () => {
    const y = fc.double({ min: 0, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(fc.array(y, { minLength: 1, maxLength: 30 }), (ys) => {
        const series = ys.map((value, i) => ({ x: i + 1, y: value }));
        const plot = linePlot({
          series: [series],
          widthPx: 268,
          heightPx: 120,
          margin: { left: 30, top: 6, right: 4, bottom: 20 },
          ticks: { x: 4, y: 3 },
        });
        for (const point of series) {
          const { x, y: top } = plot.at(point);
          expect(x).toBeGreaterThanOrEqual(30);
          expect(x).toBeLessThanOrEqual(264);
          expect(top).toBeGreaterThanOrEqual(6 - 1e-6);
          expect(top).toBeLessThanOrEqual(100 + 1e-6);
        }
        expect(plot.at({ x: 0, y: 0 })).toEqual({ x: 30, y: 100 });
        expect(plot.yTicks[0]).toEqual({ value: 0, px: 100 });
      }),
    );
  });
});
