import type { Seat } from '../../src/engine/run.ts';

/** A model on a device, without memory of earlier runs. */
export type Bench = Seat & { readonly memory: null };

/** What fast-check makes: any numbers, folded into what a model knows. */
export interface Input {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** Sorts the source into another order. */
  readonly order: readonly number[];
  readonly numbers: readonly number[];
}

export interface Law {
  readonly name: string;
  /** The largest violation. */
  readonly worst: (bench: Bench, input: Input) => Promise<number>;
  readonly limit: number;
}

/** NaN and other lengths are infinitely far. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs((a[i] as number) - (b[i] as number));
    // NaN is the worst of all.
    if (!(difference <= worst)) worst = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return worst;
}
