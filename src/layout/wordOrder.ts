/** The words of a text as a person would move them: what stands between blanks, punctuation and all. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/\S+/gu) ?? [];
}

/** A list with one item taken from its place to another. */
export function moveItem<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** A text with one word moved among the others; the blanks stay where they are. */
export function moveWord(text: string, from: number, to: number): string {
  const words = moveItem(wordsOf(text), from, to);
  let next = 0;
  return text.replace(/\S+/gu, () => words[next++] ?? '');
}
