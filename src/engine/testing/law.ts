import type { Intervention, ModelInfo, Parameters, RunResult } from '../../contract/index.ts';
import type { BackendSession } from '../run/run.ts';

/** A model on a device, without memory of earlier runs, and its parameters. */
export type TestSession = BackendSession & { readonly cache: null; readonly parameters: Parameters };

/** What fast-check makes: any numbers, folded into what a model knows. */
export interface Input {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** Sorts the source into another order. */
  readonly order: readonly number[];
  readonly numbers: readonly number[];
  readonly changes: readonly Intervention[];
  /** Other changes, to go to and fro between the two. */
  readonly others: readonly Intervention[];
}

export interface Law {
  readonly name: string;
  /** The largest violation. */
  readonly worst: (session: TestSession, input: Input) => Promise<number>;
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

/** Any numbers as ids of the model. */
export const idsOf = (numbers: readonly number[], info: ModelInfo): number[] =>
  numbers.map((n) => n % info.vocabulary);

/**
 * The largest difference of two runs' numbers: Frames, and what is said of each word. Other words are infinitely far.
 */
export function runDifference(a: RunResult, b: RunResult): number {
  if (a.steps.map(({ id }) => id).join() !== b.steps.map(({ id }) => id).join())
    return Number.POSITIVE_INFINITY;
  const frames = [...a.frames].map(([name, { data }]) =>
    largestDifference(data, b.frames.get(name)?.data ?? []),
  );
  const probabilities = (run: RunResult) => run.steps.map(({ probability }) => probability);
  return Math.max(...frames, largestDifference(probabilities(a), probabilities(b)));
}
