import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveItem, moveWord, wordsOf } from './wordOrder.ts';

describe('moveWord', () => {
  it('moves one word and leaves the blanks where they are', () => {
    expect(moveWord('  The animal\ttired.\n', 0, 2)).toBe('  animal tired.\tThe\n');
    expect(moveWord('a b c', 2, 0)).toBe('c a b');
    expect(moveWord('a b c', 1, 9)).toBe('a b c');
    expect(moveWord('', 0, 0)).toBe('');
  });

  it('keeps every word, and moved back gives the text again', () => {
    const text = fc
      .array(fc.constantFrom('a', 'bé', 'c.', ' ', '  ', '\n', '猫'), { maxLength: 20 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, fc.nat(9), fc.nat(9), (sentence, from, to) => {
        const words = wordsOf(sentence);
        const moved = moveWord(sentence, from, to);
        expect([...wordsOf(moved)].sort()).toEqual([...words].sort());
        if (from < words.length && to < words.length) {
          expect(wordsOf(moved)[to]).toBe(words[from]);
          expect(moveWord(moved, to, from)).toBe(sentence);
        }
      }),
    );
  });
});

describe('moveItem', () => {
  it('leaves a list as it is for places it does not have', () => {
    const list = [1, 2, 3];
    expect(moveItem(list, 5, 0)).toBe(list);
    expect(moveItem(list, 0, 3)).toBe(list);
    expect(moveItem(list, 0, 2)).toEqual([2, 3, 1]);
  });
});
