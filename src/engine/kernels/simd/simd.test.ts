import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../decoding/nextToken.ts';
import { Simd } from './simd.ts';

function made(): Simd {
  const simd = Simd.create();
  if (!simd) throw new Error('this machine knows no SIMD');
  return simd;
}

const numbers = (length: number, limit = 4) =>
  fc.float32Array({ minLength: length, maxLength: length, min: -limit, max: limit, noNaN: true });

/** x·W + b in double precision. */
function exactProduct(
  x: Float32Array,
  w: Float32Array,
  b: Float32Array,
  inner: number,
  columns: number,
): number[] {
  return Array.from({ length: (x.length / inner) * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    let sum = b[column] as number;
    for (let k = 0; k < inner; k++)
      sum += (x[row * inner + k] as number) * (w[k * columns + column] as number);
    return sum;
  });
}

describe('product', () => {
  const shapes = fc.record({
    rows: fc.integer({ min: 1, max: 9 }),
    inner: fc.integer({ min: 1, max: 21 }),
    columns: fc.integer({ min: 1, max: 21 }),
  });
  const cases = shapes.chain(({ rows, inner, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      inner: fc.constant(inner),
      columns: fc.constant(columns),
      x: numbers(rows * inner),
      w: numbers(inner * columns),
      b: numbers(columns),
      relu: fc.boolean(),
    }),
  );

  it('is x·W + b for any number of rows and columns, and touches nothing else', () => {
    const simd = made();
    fc.assert(
      fc.property(cases, ({ rows, inner, columns, x, w, b, relu }) => {
        const before = simd.hold(w, b, inner, columns);
        const map = simd.hold(w, b, inner, columns);
        if (!before || !map) throw new Error('no memory');
        const out = new Float32Array(rows * columns);
        simd.product(x, rows, map, relu, out);
        const expected = exactProduct(x, w, b, inner, columns).map((value) =>
          relu ? Math.max(0, value) : value,
        );
        for (const [i, value] of expected.entries()) expect(out[i]).toBeCloseTo(value, 3);
        const again = new Float32Array(rows * columns);
        simd.product(x, rows, before, relu, again);
        expect(again).toEqual(out);
      }),
    );
  });
});

describe('summarize', () => {
  it('agrees with plain arithmetic, row by row', () => {
    const simd = made();
    const cases = fc
      .record({ columns: fc.integer({ min: 1, max: 70 }), rows: fc.integer({ min: 1, max: 3 }) })
      .chain(({ columns, rows }) => fc.tuple(numbers(columns * rows, 60), fc.constant(columns)));
    fc.assert(
      fc.property(cases, ([logits, columns]) => {
        const got = simd.summarize(logits, columns, 6);
        expect(got).toHaveLength(logits.length / columns);
        for (const [row, bounds] of got.entries()) {
          const expected = boundsOf(logits.subarray(row * columns, (row + 1) * columns));
          // -0 and 0 are the same here.
          expect(bounds.top === expected.top && bounds.least === expected.least).toBe(true);
          expect(bounds.best).toEqual(expected.best);
          expect(Math.abs(bounds.sum - expected.sum)).toBeLessThan(2e-6 * expected.sum);
        }
      }),
    );
  });

  it('tells of a NaN and of infinities wherever they stand', () => {
    const simd = made();
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (let at = 0; at < 11; at++) {
        const row = Float32Array.from({ length: 11 }, (_, i) => (i === at ? bad : i));
        const [bounds] = simd.summarize(row, 11, 6);
        expect(Number.isFinite(bounds?.top) && Number.isFinite(bounds?.least)).toBe(false);
      }
    }
  });
});

describe('addNorm', () => {
  it('gives rows of mean 0 and deviation 1, whatever the width', () => {
    const simd = made();
    for (const width of [2, 5, 8, 21]) {
      const x = Float32Array.from({ length: 3 * width }, (_, i) => Math.sin(i * 7) * 3 + 1);
      const zeros = new Float32Array(3 * width);
      const gain = new Float32Array(width).fill(1);
      const out = new Float32Array(3 * width);
      simd.addNorm({ x, residual: zeros, gain, bias: new Float32Array(width), out }, 3, width, 1e-5);
      for (let t = 0; t < 3; t++) {
        const row = [...out.subarray(t * width, (t + 1) * width)];
        const mean = row.reduce((sum, value) => sum + value, 0) / width;
        const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
        expect(mean).toBeCloseTo(0, 5);
        expect(variance).toBeCloseTo(1, 3);
      }
    }
  });
});

it('takes the memory of released weights again', () => {
  const simd = made();
  const hold = () => simd.hold(new Float32Array(64), new Float32Array(8), 8, 8)?.panels;
  simd.acquire();
  const first = hold();
  expect(hold()).not.toBe(first);
  simd.release();
  simd.acquire();
  expect(hold()).toBe(first);
});
