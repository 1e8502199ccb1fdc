/** Nothing stands between an elided word and the next, or before a full stop. */
export const gapBetween = (text: string, next: string | undefined): string =>
  next === undefined || /['’]$/.test(text) || /^[.,…?!;:)\]]/.test(next) ? '' : ' ';

/** Words as French is written: `L'animal n'a pas dormi.` */
export const spacedWords = (words: readonly string[]): string =>
  words.map((word, i) => word + gapBetween(word, words[i + 1])).join('');
