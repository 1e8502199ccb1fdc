/**
 * The first key that stands twice in one object of a JSON text, or null. `JSON.parse` keeps the last of two equal keys
 * without a word, so a file could say one thing to us and another to the next reader.
 * @param text must already have gone through `JSON.parse`: this scan trusts its syntax.
 */
export function duplicateKey(text: string): string | null {
  // One entry per open bracket: the keys of an object so far, or null for an array.
  const open: (Set<string> | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && nextSign(text, end) === ':') {
        const key = String(JSON.parse(text.slice(at, end)));
        if (keys.has(key)) return key;
        keys.add(key);
      }
      at = end;
      continue;
    }
    if (sign === '{') open.push(new Set());
    else if (sign === '[') open.push(null);
    else if (sign === '}' || sign === ']') open.pop();
    at++;
  }
  return null;
}

/** Index after the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function nextSign(text: string, from: number): string | undefined {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return text[at];
}
