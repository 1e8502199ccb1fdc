/** Numbers in a row, such as a word's qⁱ, and where the largest of them is. */
export interface Vector {
  readonly values: Float32Array | Float64Array;
  readonly largest: number;
}

/** One term of a sum that is written out. */
export interface Term {
  /** Of the dimension, key or head it comes from; from 0. */
  readonly index: number;
  readonly value: number;
  /** What it is the product of, when it is one. */
  readonly factors: readonly [number, number] | null;
}

/**
 * A sum as it is shown: its terms, largest first, the smaller ones as one number. With these decimals a reader who
 * adds what is shown gets the shown total within one unit of the last decimal per number added.
 */
export interface Sum {
  readonly terms: readonly Term[];
  /** The terms that are not written out; null when all are. */
  readonly folded: { readonly count: number; readonly value: number } | null;
  readonly bias: number | null;
  readonly total: number;
  readonly decimals: number;
  /** Of the factors, so that their shown product is the shown term within one unit of its last decimal. */
  readonly factorDecimals: number;
}

/** Decimals of all numbers large enough for them. */
export const DECIMALS = 3;
/** Smaller numbers are nothing. */
const MOST_DECIMALS = 6;
/** A factor may need more than its product has. */
const MOST_OF_INPUTS = 12;

/** Three decimals, or as many as leave a small number two digits that count. */
export function decimalsFor(...values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
  if (largest === 0 || largest === Number.POSITIVE_INFINITY) return DECIMALS;
  return Math.min(MOST_DECIMALS, Math.max(DECIMALS, 1 - Math.floor(Math.log10(largest))));
}

/**
 * Decimals an input needs so that its rounding moves a result shown with `decimals` by at most one unit of the last
 * one.
 * @param slope by how much the result moves when the input moves by 1, at most
 */
export function inputDecimals(slope: number, decimals: number): number {
  if (!(slope > 0)) return decimals;
  return Math.min(MOST_OF_INPUTS, Math.max(decimals, Math.ceil(decimals + Math.log10(slope / 2))));
}

/** How many places behind the point a reader needs of two factors, when their products are shown with `decimals`. */
function decimalsOfFactors(terms: readonly Term[], decimals: number): number {
  const slope = terms.reduce((most, { factors }) => {
    const [a, b] = factors ?? [0, 0];
    return Math.max(most, Math.abs(a) + Math.abs(b));
  }, 0);
  return inputDecimals(slope, decimals);
}

export interface SumOptions {
  /** Terms written out. */
  readonly most: number;
  /** Index of a term that is written out whatever its size. */
  readonly keep?: number;
  readonly bias?: number | null;
  /** The number claimed to be the sum, such as a Frame's. */
  readonly total: number;
  /** At least so many. */
  readonly decimals?: number;
}

/** Terms by size, whatever their sign. */
export const largestFirst = (terms: readonly Term[]): readonly Term[] =>
  [...terms].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));

/** Which terms are written out, and with how many decimals. */
export function sumOf(terms: readonly Term[], options: SumOptions): Sum {
  const { most, keep = -1, bias = null, total } = options;
  const bySize = largestFirst(terms);
  // A single smaller term is no shorter said than shown.
  const count = bySize.length - most === 1 ? bySize.length : most;
  const kept = bySize.findIndex((term) => term.index === keep);
  const shown = new Set(bySize.slice(0, count));
  const own = bySize[kept];
  if (own && !shown.has(own)) {
    const last = bySize[count - 1];
    if (last) shown.delete(last);
    shown.add(own);
  }
  const folded = bySize.filter((term) => !shown.has(term));
  const value = folded.reduce((sum, term) => sum + term.value, 0);
  const written = bySize.filter((term) => shown.has(term));
  const decimals = Math.max(
    options.decimals ?? 0,
    decimalsFor(total, bias ?? 0, ...written.map((term) => term.value)),
  );
  return {
    terms: written,
    folded: folded.length > 0 ? { count: folded.length, value } : null,
    bias,
    total,
    decimals,
    factorDecimals: decimalsOfFactors(written, decimals),
  };
}

/** Sums after each term: n numbers, the last one the whole. */
export function partialSums(values: ArrayLike<number>): readonly number[] {
  let sum = 0;
  return Array.from(values, (value) => {
    sum += value;
    return sum;
  });
}

/** Where the number of largest size stands; 0 for none. */
export function largestAt(values: ArrayLike<number>): number {
  let at = 0;
  for (let i = 1; i < values.length; i++) {
    if (Math.abs(values[i] ?? 0) > Math.abs(values[at] ?? 0)) at = i;
  }
  return at;
}

/** Numbers, and which of them is the largest. */
export const vectorOf = (values: Float32Array | Float64Array): Vector => ({
  values,
  largest: largestAt(values),
});
