/** A byte piece among those that make up one character. */
export interface CharacterByte {
  readonly character: string;
  readonly nth: number;
  readonly of: number;
}

/**
 * A position of the model's input or output. `start` and `end` are UTF-16 offsets into the person's text
 * (end exclusive); both are equal where the token stands for no character (start and end marks).
 */
export interface Token {
  readonly id: number;
  /** What to show: the piece without its word-boundary mark; a partial character as `<0xE2>`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of the word this piece belongs to; pieces of one word share it. Marks are words of their own. */
  readonly word: number;
  readonly role: 'text' | 'start' | 'end';
  /** Of one byte of a character: that character, which of its bytes it is (from 1), and how many it has. */
  readonly byte?: CharacterByte | undefined;
}

export interface Tokenizer {
  /**
   * Ids of a text, without any mark, and where each stands. Text that looks like a special token is text.
   * The empty text has no ids.
   */
  encode(text: string): readonly Token[];
  /** Text of ids; marks left out; the empty text for no ids. @throws TokenError `unknown-id`. */
  decode(ids: readonly number[]): string;
  /** The same pieces with offsets into `decode(ids)`. */
  describe(ids: readonly number[]): readonly Token[];
}
