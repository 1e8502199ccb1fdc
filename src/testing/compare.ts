import type { Shape } from '../contract/index.ts';

/** The worst place of a comparison. */
export interface Worst {
  /** |got − expected|, or Infinity when one of the two is no number and the other is another. */
  readonly error: number;
  /** `error` ÷ what was allowed there: above 1 the comparison fails. */
  readonly share: number;
  readonly index: number;
  readonly expected: number;
  readonly got: number;
}

interface Numbers {
  readonly shape: Shape;
  readonly data: Float32Array;
}

/** NaN differs from everything, ±∞ only equals itself. */
function difference(expected: number, got: number): number {
  if (Number.isFinite(expected) && Number.isFinite(got)) return Math.abs(expected - got);
  return Object.is(expected, got) && !Number.isNaN(got) ? 0 : Number.POSITIVE_INFINITY;
}

/**
 * Compares two arrays of numbers, shape first.
 * @param allowed the largest difference allowed where `expected` stands
 * @throws Error when shapes or lengths differ
 */
export function compareNumbers(
  expected: Numbers,
  got: Numbers,
  allowed: (expected: number) => number,
): Worst {
  if (expected.shape.join() !== got.shape.join() || expected.data.length !== got.data.length) {
    throw new Error(`shapes differ: expected [${expected.shape}], got [${got.shape}]`);
  }
  let worst: Worst = { error: 0, share: 0, index: -1, expected: 0, got: 0 };
  for (let index = 0; index < expected.data.length; index++) {
    const [a, b] = [expected.data[index] as number, got.data[index] as number];
    const error = difference(a, b);
    const share = error / allowed(a);
    if (share > worst.share) worst = { error, share, index, expected: a, got: b };
  }
  return worst;
}
