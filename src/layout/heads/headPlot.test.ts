import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeadMeasures } from './headMeasures.ts';
import { type HeadPoint, headPlot, nearestPoint, nextPoint } from './headPlot.ts';

const headAt = (distance: number | null, entropy: number | null, head: number): HeadMeasures => ({
  kind: 'encoder',
  layer: 0,
  head,
  values: {
    distance,
    entropy,
    evenness: 0,
    same: 0,
    previous: 0,
    next: 0,
    first: 0,
    separator: 0,
    strongest: 0,
  },
  strongestCell: null,
});
const room = { widthPx: 260, heightPx: 240, leftPx: 30, bottomPx: 20, edgePx: 8 };
const number = fc.double({ min: 0, max: 9, noNaN: true });
const clouds = fc
  .array(fc.tuple(number, number), { minLength: 1, maxLength: 20 })
  .map((list) => list.map(([d, e], i) => headAt(d, e, i)));

describe('headPlot', () => {
  it('puts far to the right and many up, all inside its room', () => {
    fc.assert(
      fc.property(clouds, (heads) => {
        const { points, xTicks, yTicks } = headPlot(heads, room);
        expect(points).toHaveLength(heads.length);
        for (const { xPx, yPx } of points) {
          expect(xPx).toBeGreaterThanOrEqual(room.leftPx);
          expect(xPx).toBeLessThanOrEqual(room.widthPx - room.edgePx);
          expect(yPx).toBeGreaterThanOrEqual(room.edgePx);
          expect(yPx).toBeLessThanOrEqual(room.heightPx - room.bottomPx);
        }
        for (const a of points) {
          for (const b of points) {
            const [p, q] = [a.head.values, b.head.values];
            if ((p.distance ?? 0) < (q.distance ?? 0)) expect(a.xPx).toBeLessThanOrEqual(b.xPx);
            if ((p.entropy ?? 0) < (q.entropy ?? 0)) expect(a.yPx).toBeGreaterThanOrEqual(b.yPx);
          }
        }
        expect(xTicks[0]).toEqual({ value: 0, px: room.leftPx });
        expect(yTicks[0]).toEqual({ value: 0, px: room.heightPx - room.bottomPx });
      }),
    );
  });

  it('leaves out heads that have neither', () => {
    expect(headPlot([headAt(null, null, 0), headAt(1, 1, 1)], room).points.map((p) => p.head.head)).toEqual([
      1,
    ]);
    expect(headPlot([], room).points).toEqual([]);
  });
});

describe('nextPoint', () => {
  const walk = (points: readonly HeadPoint[], key: 'ArrowRight' | 'ArrowUp', from: number) => {
    const seen = [from];
    for (;;) {
      const at = seen.at(-1) ?? 0;
      const next = nextPoint(points, at, key);
      if (next === at) return seen;
      seen.push(next);
    }
  };

  it('reaches every point from the nearest one, on both ways, and leads back', () => {
    fc.assert(
      fc.property(clouds, (heads) => {
        const { points } = headPlot(heads, room);
        const first = nextPoint(points, 0, 'Home');
        const along = walk(points, 'ArrowRight', first);
        expect(new Set(along).size).toBe(points.length);
        expect(along.at(-1)).toBe(nextPoint(points, 0, 'End'));
        along.slice(1).forEach((at, i) => {
          expect(nextPoint(points, at, 'ArrowLeft')).toBe(along[i]);
        });
        const bottom = along.reduce((low, i) => {
          const [a, b] = [points[i]?.yPx ?? 0, points[low]?.yPx ?? 0];
          return a > b || (a === b && i < low) ? i : low;
        }, first);
        expect(new Set(walk(points, 'ArrowUp', bottom)).size).toBe(points.length);
      }),
    );
  });
});

describe('nearestPoint', () => {
  it('is the nearest within reach, or none', () => {
    const { points } = headPlot([headAt(0, 0, 0), headAt(4, 4, 1)], room);
    const [, far] = points;
    expect(nearestPoint(points, (far?.xPx ?? 0) - 3, (far?.yPx ?? 0) + 4, 5)).toBe(1);
    expect(nearestPoint(points, (far?.xPx ?? 0) - 3, (far?.yPx ?? 0) + 4, 4.9)).toBeNull();
  });
});
