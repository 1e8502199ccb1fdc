import { type Piece, type Span, WORD_MARK } from './align.ts';

type Class = 'word' | 'blank' | 'other';

/**
 * The word each piece belongs to, counted from 0. The rule: neighbours belong to one word unless a blank stands between
 * them, or one is punctuation (or a symbol) and the other is not. An apostrophe after a letter counts as a letter, so
 * `didn't` and `l'eau` are one word each; combining signs and joiners belong to what they follow; tabs and line ends
 * are words of their own. A piece that is only a blank belongs to what follows it.
 * @param spans of the pieces in the text
 */
export function wordsOf(pieces: readonly Piece[], spans: readonly Span[], text: string): number[] {
  let word = -1;
  let before: Class | null = null;
  let end = 0;
  return pieces.map((piece, i) => {
    const { start, end: pieceEnd } = spans[i] ?? { start: end, end };
    const classes = classesOf(text.slice(start, pieceEnd), before);
    const first = classes[0] ?? null;
    const marked = piece?.startsWith(WORD_MARK) ?? false;
    const apart = marked || start > end;
    const differs = before !== null && first !== null && before !== first;
    if (word < 0 || apart || differs) word++;
    // A blank's class is forgotten: what follows it joins it.
    before = piece !== null && isOnlyMarks(piece) ? null : (classes.at(-1) ?? (apart ? null : before));
    end = Math.max(end, pieceEnd);
    return word;
  });
}

const isOnlyMarks = (piece: string): boolean => piece.replaceAll(WORD_MARK, '') === '';

/** Classes of the characters that have one, in order. `before` is the class of what stands to the left. */
function classesOf(text: string, before: Class | null): Class[] {
  const classes: Class[] = [];
  for (const character of text) {
    const left = classes.at(-1) ?? before;
    if (/['\u2019\u02BC]/.test(character)) classes.push(left === 'word' ? 'word' : 'other');
    else if (/[\p{L}\p{N}]/u.test(character)) classes.push('word');
    else if (/\s/.test(character)) classes.push('blank');
    else if (!/[\p{M}\p{Cf}]/u.test(character)) classes.push('other');
  }
  return classes;
}
