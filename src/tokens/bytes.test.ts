import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterBytes } from './bytes.ts';

const pieceOf = (byte: number) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`;

/** The byte pieces of a text and where each character's stand. */
function cut(text: string) {
  const pieces: string[] = [];
  const spans: { start: number }[] = [];
  let start = 0;
  for (const character of text) {
    for (const byte of new TextEncoder().encode(character)) {
      pieces.push(pieceOf(byte));
      spans.push({ start });
    }
    start += character.length;
  }
  return { pieces, spans };
}

describe('characterBytes', () => {
  it('joins the bytes of each character, two equal ones beside each other apart', () => {
    const { pieces, spans } = cut('我我é');
    expect(
      characterBytes(pieces, spans).map((one) => one && `${one.character} ${one.nth}/${one.of}`),
    ).toEqual(['我 1/3', '我 2/3', '我 3/3', '我 1/3', '我 2/3', '我 3/3', 'é 1/2', 'é 2/2']);
  });

  it('leaves alone what is no byte, a byte that is a character by itself, and bytes that are none', () => {
    const at = (...starts: readonly number[]) => starts.map((start) => ({ start }));
    expect(characterBytes(['▁the', null, '<0x41>'], at(0, 3, 4))).toEqual([undefined, undefined, undefined]);
    expect(characterBytes(['<0xE6>', '<0x88>'], at(0, 1))).toEqual([undefined, undefined]);
    expect(characterBytes(['<0xE6>', '<0x88>'], at(0, 0))).toEqual([undefined, undefined]);
  });

  it('gives back every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (whole) => {
        // The sign of broken bytes is no character to be joined.
        const text = whole.replaceAll('\uFFFD', '');
        const { pieces, spans } = cut(text);
        const bytes = characterBytes(pieces, spans);
        const joined = pieces.map((piece, i) => {
          const byte = bytes[i];
          if (byte) return byte.nth === 1 ? byte.character : '';
          return String.fromCharCode(Number.parseInt(piece.slice(3, 5), 16));
        });
        expect(joined.join('')).toBe(text);
      }),
    );
  });
});
