import { expect, test } from 'vitest';
import type { Picture } from '../../contract/index.ts';
import { samplePicture } from '../../testing/picture.ts';
import { isUnsure } from './confidence.ts';

/** A picture whose written words had these probabilities. */
function written(probabilities: readonly number[], targetText: string | null = null): Picture {
  const picture = samplePicture('it was', targetText);
  const [token] = picture.target;
  if (!token) throw new Error('the sample has no start mark');
  return { ...picture, steps: probabilities.map((probability) => ({ token, probability, best: [] })) };
}

test('likely words are sure, unlikely ones are not, and one doubt among sure words is no line', () => {
  expect(isUnsure(written([0.9, 0.85, 0.95]))).toBe(false);
  expect(isUnsure(written([0.3, 0.4, 0.6]))).toBe(true);
  expect(isUnsure(written([0.95, 0.3, 0.9, 0.95, 0.9]))).toBe(false);
  expect(isUnsure(written([0.56]))).toBe(false);
  expect(isUnsure(written([0.54]))).toBe(true);
});

test('the model vouches for no French of one’s own, and nothing is said of no French', () => {
  expect(isUnsure(written([0.01, 0.02], 'Il dort.'))).toBe(false);
  expect(isUnsure(written([]))).toBe(false);
});

test('letters in pieces of bytes are out of range however sure the words', () => {
  const picture = written([0.9]);
  const [token] = picture.source;
  if (!token) throw new Error('the sample has no words');
  const bytes = { ...picture, source: [{ ...token, text: '<0xE5>' }] };
  expect(isUnsure(bytes)).toBe(true);
  expect(isUnsure({ ...picture, source: [{ ...token, text: '<0x' }] })).toBe(false);
});
