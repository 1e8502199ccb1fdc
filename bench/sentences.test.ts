import { expect, test } from 'vitest';
import { TWELVE_WORDS, TYPED, withoutLastWord, wordsOf } from './sentences.ts';

test('the sentences of twelve words have twelve, and there are twenty different ones at least', () => {
  for (const sentence of TWELVE_WORDS) expect(wordsOf(sentence), sentence).toHaveLength(12);
  expect(new Set(TWELVE_WORDS).size).toBe(TWELVE_WORDS.length);
  expect(TWELVE_WORDS.length).toBeGreaterThanOrEqual(20);
});

test('enough keys are typed', () => {
  expect(TYPED.join('').length).toBeGreaterThanOrEqual(150);
});

test('a sentence before its last word', () => {
  expect(withoutLastWord('It was too tired.')).toBe('It was too');
});
