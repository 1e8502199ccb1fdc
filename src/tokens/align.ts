import { byteOf, textOfBytes, utf8Length } from './bytes.ts';

/** The sign SentencePiece writes for a blank at the head of a piece. */
export const WORD_MARK = '\u2581';

/** A piece of the vocabulary as it stands there, or null for the unknown mark, which stands for any characters. */
export type Piece = string | null;

/** UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where each piece stands in the text. A piece's blanks (its word marks) are left out of its span, unless it is nothing
 * else; all byte pieces of one character have that character's span; the mark put before the first word has none.
 * Spans never go back, and never leave the text, even where pieces and text do not fit each other (then they are
 * guesses, one character per character).
 */
export function align(pieces: readonly Piece[], text: string): Span[] {
  const walk = new Walk(text, extraMarks(pieces, text));
  const spans: Span[] = [];
  for (let i = 0; i < pieces.length; ) {
    const run = byteRun(pieces, i);
    if (run.length > 0) spans.push(...walk.bytes(run));
    else spans.push(walk.piece(pieces[i] ?? null, pieces[i + 1]));
    i += Math.max(1, run.length);
  }
  return spans;
}

/** Word marks at the head of the pieces that stand for no blank of the text. */
function extraMarks(pieces: readonly Piece[], text: string): number {
  let marks = 0;
  for (const piece of pieces) {
    const lead = leadingMarks(piece ?? '');
    marks += lead;
    if (lead === 0 || lead < (piece ?? '').length) break;
  }
  let blanks = 0;
  while (isBlank(text[blanks])) blanks++;
  return Math.max(0, marks - blanks);
}

/** Number of word marks at the head of a piece. */
export function leadingMarks(piece: string): number {
  let marks = 0;
  while (piece[marks] === WORD_MARK) marks++;
  return marks;
}

const isBlank = (sign: string | undefined): boolean => sign === ' ' || sign === WORD_MARK;

function byteRun(pieces: readonly Piece[], from: number): number[] {
  const run: number[] = [];
  for (let i = from; i < pieces.length; i++) {
    const byte = byteOf(pieces[i] ?? '');
    if (byte === null) break;
    run.push(byte);
  }
  return run;
}

/** A cursor over the text. */
class Walk {
  private at = 0;

  constructor(
    private readonly text: string,
    private extra: number,
  ) {}

  bytes(run: readonly number[]): Span[] {
    const decoded = textOfBytes(Uint8Array.from(run));
    // Broken bytes give one sign each; whole characters one for all their bytes.
    const broken = decoded.length === run.length && decoded.startsWith('\uFFFD');
    const spans: Span[] = [];
    for (const character of decoded) {
      const span = this.span(() => this.character(character));
      for (let n = broken ? 1 : utf8Length(character); n > 0; n--) spans.push(span);
    }
    return spans;
  }

  piece(piece: Piece, next: Piece | undefined): Span {
    if (piece === null) return this.span(() => this.unknown(next ?? null));
    const marks = leadingMarks(piece);
    const rest = [...piece.slice(marks)];
    const blanks = this.span(() => this.blanks(marks));
    if (rest.length === 0) return blanks;
    return this.span(() => {
      for (const sign of rest) this.character(sign);
    });
  }

  private span(move: () => void): Span {
    const start = this.at;
    move();
    return { start, end: this.at };
  }

  private blanks(marks: number): void {
    for (let i = 0; i < marks; i++) {
      if (this.extra > 0) this.extra--;
      else if (isBlank(this.text[this.at])) this.at++;
    }
  }

  private character(sign: string): void {
    if (sign === WORD_MARK) {
      this.blanks(1);
      return;
    }
    // Without its blank's sign before it the character still stands behind the blank.
    if (!this.text.startsWith(sign, this.at)) while (isBlank(this.text[this.at])) this.at++;
    this.step();
  }

  /** At least one character, and on to where the next piece can start. */
  private unknown(next: Piece): void {
    this.step();
    const wanted = next === null || byteOf(next) !== null ? '' : next.replaceAll(WORD_MARK, ' ');
    while (this.at < this.text.length && !this.text.startsWith(wanted, this.at)) this.step();
  }

  private step(): void {
    const code = this.text.codePointAt(this.at);
    if (code !== undefined) this.at += code > 0xffff ? 2 : 1;
  }
}
