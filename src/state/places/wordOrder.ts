/** A word of a text that can change its place; UTF-16 offsets, end exclusive. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Letters, digits and their signs; apostrophes, hyphens and points between them belong to the word ("didn't",
 * "well-known", "3.5").
 */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ.\-‐‑][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text, in order. What stands between them, blanks and punctuation, is none. */
export function wordRanges(text: string): readonly WordRange[] {
  return Array.from(text.matchAll(WORD), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** What stands before, between and after the words. */
function gapsOf(text: string, words: readonly WordRange[]): readonly string[] {
  const ends = [0, ...words.map(({ end }) => end)];
  return ends.map((end, i) => text.slice(end, words[i]?.start ?? text.length));
}

/**
 * The text with its word `from` in the place of word `to`; those between close up. Blanks and punctuation stay where
 * they are, and so do capitals with their words: the model reads the same pieces in another order. Out of range, the
 * text stays.
 */
export function moveWord(text: string, from: number, to: number): string {
  const ranges = wordRanges(text);
  const words = ranges.map(({ start, end }) => text.slice(start, end));
  const [word] = words.splice(from, 1);
  if (from < 0 || to < 0 || to >= ranges.length || word === undefined) return text;
  words.splice(to, 0, word);
  return gapsOf(text, ranges)
    .map((gap, i) => gap + (words[i] ?? ''))
    .join('');
}
