import fc from 'fast-check';
import { boundsOf } from '../decoding/nextToken.ts';
import type { Simd } from '../kernels/simd/simd.ts';
import { largestDifference } from './law.ts';

/** What holds of our loops in WebAssembly, whichever version of them runs. */
export interface SimdLaw {
  readonly name: string;
  /** @returns what fast-check says: null, or the counterexample and its seed */
  readonly failure: (simd: Simd, runs: number) => string | null;
}

const numbers = (length: number, limit = 4) =>
  fc.float32Array({ minLength: length, maxLength: length, min: -limit, max: limit, noNaN: true });

/** x·W + b in double precision. */
function exactProduct({ rows, inner, columns, x, w, b, relu }: ProductCase): number[] {
  return Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    let sum = b[column] as number;
    for (let k = 0; k < inner; k++)
      sum += (x[row * inner + k] as number) * (w[k * columns + column] as number);
    return relu ? Math.max(0, sum) : sum;
  });
}

const size = (max: number) => fc.integer({ min: 1, max });

const products = fc
  .record({ rows: size(9), inner: size(21), columns: size(21) })
  .chain(({ rows, inner, columns }) =>
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
type ProductCase = typeof products extends fc.Arbitrary<infer Case> ? Case : never;

/** A product is x·W + b, and leaves the weights that were held before it as they were. */
function isProduct(simd: Simd, one: ProductCase): boolean {
  const { rows, inner, columns, x, w, b, relu } = one;
  const before = simd.pack(w, b, inner, columns);
  const map = simd.pack(w, b, inner, columns);
  if (!before || !map) throw new Error('no memory');
  const [out, again] = [new Float32Array(rows * columns), new Float32Array(rows * columns)];
  simd.product(x, rows, map, relu, out);
  simd.product(x, rows, before, relu, again);
  return largestDifference(exactProduct(one), out) < 5e-4 && largestDifference(out, again) === 0;
}

const rowsOfLogits = fc
  .record({ columns: size(70), rows: size(3) })
  .chain(({ columns, rows }) => fc.tuple(numbers(columns * rows, 60), fc.constant(columns)));

/** The bounds of each row are those of plain arithmetic. */
function isSummary(simd: Simd, [logits, columns]: readonly [Float32Array, number]): boolean {
  const got = simd.summarize(logits, columns, 6);
  return (
    got.length === logits.length / columns &&
    got.every((bounds, row) => {
      const expected = boundsOf(logits.subarray(row * columns, (row + 1) * columns));
      // -0 and 0 are the same here.
      const same = bounds.top === expected.top && bounds.least === expected.least;
      const close = Math.abs(bounds.sum - expected.sum) < 2e-6 * expected.sum;
      return same && close && bounds.best.join() === expected.best.join();
    })
  );
}

const badRows = fc.record({
  bad: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  at: fc.integer({ min: 0, max: 10 }),
});

function tellsOf(simd: Simd, { bad, at }: { readonly bad: number; readonly at: number }): boolean {
  const row = Float32Array.from({ length: 11 }, (_, i) => (i === at ? bad : i));
  const [bounds] = simd.summarize(row, 11, 6);
  return bounds !== undefined && !(Number.isFinite(bounds.top) && Number.isFinite(bounds.least));
}

const normed = fc
  .record({ rows: size(3), width: fc.integer({ min: 2, max: 37 }) })
  .chain(({ rows, width }) => fc.tuple(numbers(rows * width), numbers(rows * width), fc.constant(width)));

type NormCase = readonly [x: Float32Array, residual: Float32Array, width: number];

/** LayerNorm(x + residual), as in double precision. */
function isNorm(simd: Simd, [x, residual, width]: NormCase): boolean {
  const rows = x.length / width;
  const out = new Float32Array(x.length);
  const gain = Float32Array.from({ length: width }, (_, d) => 1 + d / width);
  const bias = Float32Array.from({ length: width }, (_, d) => d % 3);
  simd.addNorm({ x, residual, gain, bias, out }, rows, width, 1e-5);
  const expected = Array.from({ length: rows }, (_, t) => {
    const row = Array.from(
      x.subarray(t * width, (t + 1) * width),
      (value, d) => value + (residual[t * width + d] ?? 0),
    );
    const mean = row.reduce((sum, value) => sum + value, 0) / width;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
    return row.map(
      (value, d) => ((value - mean) / Math.sqrt(variance + 1e-5)) * (gain[d] ?? 0) + (bias[d] ?? 0),
    );
  }).flat();
  return largestDifference(expected, out) < 2e-3;
}

function law<Case>(
  name: string,
  cases: fc.Arbitrary<Case>,
  holds: (simd: Simd, one: Case) => boolean,
): SimdLaw {
  const failure = (simd: Simd, numRuns: number): string | null => {
    const outcome = fc.check(
      fc.property(cases, (one) => holds(simd, one)),
      { numRuns },
    );
    return outcome.failed ? (fc.defaultReportMessage(outcome) ?? 'failed') : null;
  };
  return { name, failure };
}

export const SIMD_LAWS: readonly SimdLaw[] = [
  law('product is x·W + b for any number of rows and columns, and touches nothing else', products, isProduct),
  law('summarize agrees with plain arithmetic, row by row', rowsOfLogits, isSummary),
  law('summarize tells of a NaN and of infinities wherever they stand', badRows, tellsOf),
  law('addNorm is the norm of the sum, whatever the width', normed, isNorm),
];
