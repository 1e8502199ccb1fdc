/** What a list of measurements comes to. */
export interface Summary {
  readonly count: number;
  readonly median: number;
  /** 95 of 100 values are at most this. */
  readonly p95: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The value below which a share of the list lies, between two neighbours in proportion.
 * @param share 0 … 1
 * @returns NaN for an empty list
 * @throws RangeError when the share is outside 0 … 1, or a value is no number
 */
export function quantile(values: readonly number[], share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`quantile: share: expected 0 … 1, got ${share}`);
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined)
    throw new RangeError(`quantile: values: expected finite numbers, got ${String(wrong)}`);
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle value; of an even count the mean of the two in the middle. NaN for none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function summarise(values: readonly number[]): Summary {
  return {
    count: values.length,
    median: median(values),
    p95: quantile(values, 0.95),
    least: quantile(values, 0),
    most: quantile(values, 1),
  };
}
