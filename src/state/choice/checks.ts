/** The small checks the field table is made of: an unknown value in, a sound value or `undefined` out. Never throws. */
export type ValueCheck<T> = (value: unknown) => T | undefined;

/** UTF-16 units a text may have in a link; a model reads far fewer. */
export const LONGEST_LINK_TEXT = 20_000;

/** Halves of a surrogate pair without the other half: no URL can carry them, so no state holds them. */
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** The text with every lone surrogate replaced by U+FFFD, as a URL would do. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATES, '\uFFFD');
}

/** The first `units` UTF-16 units, never ending in half a character. */
export function cutText(text: string, units: number): string {
  if (text.length <= units) return text;
  const last = text.charCodeAt(units - 1);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splits ? units - 1 : units);
}

export const isText: ValueCheck<string> = (value) =>
  typeof value === 'string' ? wellFormed(value) : undefined;

export function isOneOf<T extends string>(words: readonly T[]): ValueCheck<T> {
  return (value) => words.find((word) => word === value);
}

export function isWhole(most: number): ValueCheck<number> {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
      ? value + 0 // −0 becomes 0
      : undefined;
}

/** A share, 0 … 1, kept to three decimals so that it prints and parses to itself. */
export const isShare: ValueCheck<number> = (value) =>
  typeof value === 'number' && value >= 0 && value <= 1 ? Math.round(value * 1000) / 1000 + 0 : undefined;

/** Ascending, each once, at least one. */
export function isWholeList(most: number, longest: number): ValueCheck<readonly number[]> {
  const whole = isWhole(most);
  return (value) => {
    if (!Array.isArray(value) || value.length === 0 || value.length > longest) return undefined;
    const numbers = value.map(whole);
    if (numbers.some((n) => n === undefined)) return undefined;
    return [...new Set(numbers as number[])].sort((a, b) => a - b);
  };
}

export function orNull<T>(check: ValueCheck<T>): ValueCheck<T | null> {
  return (value) => (value === null ? null : check(value));
}

/** Digits to a number; anything else stays text and fails its check. `1e309`, ` 1`, `+1` and `0x1` are not digits. */
export function readNumber(text: string): unknown {
  return /^(\d{1,6}|\d?\.\d{1,6})$/.test(text) ? Number(text) : text;
}
