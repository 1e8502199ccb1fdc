import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../testing/long.ts';
import { moveWord, wordRanges } from './wordOrder.ts';

const wordsOf = (text: string) => wordRanges(text).map(({ start, end }) => text.slice(start, end));

test('words are what a person would drag: apostrophes and hyphens inside belong to them, punctuation does not', () => {
  expect(wordsOf("The animal didn't cross, because it’s well-known; 3.5 km.")).toEqual([
    'The',
    'animal',
    "didn't",
    'cross',
    'because',
    'it’s',
    'well-known',
    '3.5',
    'km',
  ]);
  expect(wordsOf('« l’été » — ça va?')).toEqual(['l’été', 'ça', 'va']);
  expect(wordsOf(' ,.! 👩‍👩‍👧 ')).toEqual([]);
});

test('a word takes another one’s place; blanks, punctuation and capitals stay as they are', () => {
  expect(moveWord('The cat sat on the mat.', 1, 5)).toBe('The sat on the mat cat.');
  expect(moveWord('The cat sat on the mat.', 5, 0)).toBe('mat The cat sat on the.');
  expect(moveWord('Well,  it rained.', 0, 2)).toBe('it,  rained Well.');
  expect(moveWord('“No,” he said', 1, 0)).toBe('“he,” No said');
});

test('out of range, or to its own place, the text stays', () => {
  for (const [from, to] of [
    [3, 0],
    [0, 3],
    [-1, 0],
    [0, -1],
    [1, 1],
  ] as const) {
    expect(moveWord('one two three', from, to)).toBe('one two three');
  }
  expect(moveWord('', 0, 0)).toBe('');
});

test('moving is a permutation of the words, and moving back gives the text back', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.constantFrom('cat', "didn't", ' ', ', ', '. ', '“', 'été', '1', '\n'), { maxLength: 20 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, fc.nat(12), fc.nat(12), (text, from, to) => {
      const moved = moveWord(text, from, to);
      expect(wordsOf(moved).sort()).toEqual(wordsOf(text).sort());
      expect(moveWord(moved, to, from)).toBe(text);
    }),
    { numRuns: runs(1000, 5000) },
  );
});
