import { isOneOf, isWhole, orNull, readNumber, type ValueCheck } from '../checks.ts';
import type { Flaw } from '../reader.ts';

/** One row of the table: everything the link, the API and the store know of a field. */
export interface Field<T> {
  /** Its name in the link. */
  readonly key: string;
  /** `query` fields choose what is loaded; all others live behind the `#`. */
  readonly place: 'hash' | 'query';
  /** When neither the link nor the model's first view says otherwise. */
  readonly initial: T;
  /** A sound value, normalised, or undefined. */
  readonly check: ValueCheck<T>;
  /** The limits in words, for errors and docs/API.md. */
  readonly expected: string;
  /** Of a value that holds others: which of them is unsound. */
  readonly flaw?: (value: unknown) => Flaw | null;
  /** A link's words to a value that `check` then judges. */
  readonly read: (words: string) => unknown;
  readonly print: (value: T) => string;
}

/** Highest layer or head number a link may name; drawing clamps to the model. */
export const MOST = 999;
export const MOST_POSITION = 99_999;
/** In a link: no value, or an empty list, where there could be one. */
export const NONE = 'none';

export const asIs = (words: string): unknown => words;

/** A field of a few words. */
export function wordField<T extends string>(
  key: string,
  words: readonly T[],
  initial: T,
  place: Field<T>['place'] = 'hash',
): Field<T> {
  const expected = `one of ${words.map((w) => `'${w}'`).join(', ')}`;
  return { key, place, initial, check: isOneOf(words), expected, read: asIs, print: (value) => value };
}

/** A field of a whole number. */
export function wholeField(key: string, most: number, initial: number): Field<number> {
  const expected = `a whole number from 0 to ${most}`;
  return { key, place: 'hash', initial, check: isWhole(most), expected, read: readNumber, print: String };
}

/** Likewise, or null. */
export function wholeOrNullField(key: string, most: number): Field<number | null> {
  return {
    key,
    place: 'hash',
    initial: null,
    check: orNull(isWhole(most)),
    expected: `a whole number from 0 to ${most}, or null`,
    read: (words) => (words === NONE ? null : readNumber(words)),
    print: (value) => (value === null ? NONE : String(value)),
  };
}
