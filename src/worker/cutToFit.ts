import type { Token, Tokenizer } from '../contract/index.ts';

/** The pieces of a text that the model has positions for. */
export interface Fitted {
  readonly tokens: readonly Token[];
  /** UTF-16 units at the end of the text that are left out. */
  readonly leftOut: number;
}

/** Characters read per position before a text counts as one that is much too long: English has 3 or 4 to a piece. */
const GENEROUS = 16;

/**
 * Cuts a text to `room` pieces, never inside one, nor inside a character of several byte pieces.
 * A text that is much too long is not read to its end: a pasted novel would take seconds at every key.
 */
export function cutToFit(text: string, room: number, tokenizer: Tokenizer): Fitted {
  const tokens = encodeEnough(text, room, tokenizer);
  if (tokens.length <= room) return { tokens, leftOut: 0 };
  let kept = room;
  while (kept > 0 && sameCharacter(tokens[kept - 1], tokens[kept])) kept--;
  return { tokens: tokens.slice(0, kept), leftOut: text.length - (tokens[kept - 1]?.end ?? 0) };
}

function encodeEnough(text: string, room: number, tokenizer: Tokenizer): readonly Token[] {
  const enough = room * GENEROUS;
  if (text.length > enough) {
    const head = tokenizer.encode(text.slice(0, enough));
    // The cut may change the pieces beside it, so the ones kept must end well before.
    if (head.length >= 2 * room) return head;
  }
  return tokenizer.encode(text);
}

function sameCharacter(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && a.start === b.start && a.end === b.end && a.end > a.start;
}
