import { expect, test } from 'vitest';
import { wordTokens } from '../../testing/picture.ts';
import type { HeadPicture } from '../head/headPicture.ts';
import { joinRows } from './joinedRows.ts';

const matrix = (numbers: readonly number[]) => ({ data: Float32Array.from(numbers), T: 3, S: 2 });
const picture: HeadPicture = {
  matrix: matrix([1, 0, 0.5, 0.5, 0.25, 0.75]),
  before: matrix([0, 1, 1, 0, 1, 0]),
  forbidden: { T: 3, S: 2, why: Uint8Array.from([0, 3, 3, 4, 0, 0]) },
  heads: [0],
  queryTokens: wordTokens('it was', 'end'),
  keyTokens: wordTokens('it', 'end'),
  full: 1,
  bare: true,
};

test('rows read together are their mean or their sum, before alike, under both words', () => {
  const mean = joinRows(picture, [0, 1], 'mean');
  expect([...(mean?.matrix.data ?? [])]).toEqual([0.75, 0.25]);
  expect([...(mean?.before?.data ?? [])]).toEqual([0.5, 0.5]);
  expect(mean?.queryTokens).toMatchObject([{ text: 'it + was', role: 'text' }]);
  const sum = joinRows(picture, [1, 2], 'sum');
  expect([...(sum?.matrix.data ?? [])]).toEqual([0.75, 1.25]);
  expect([sum?.full, sum?.queryTokens[0]?.text]).toEqual([2, 'was + ↵']);
});

test('what all of them may not read is forbidden; rows out of the picture are passed over', () => {
  expect([...(joinRows(picture, [0, 1], 'mean')?.forbidden?.why ?? [])]).toEqual([0, 3]);
  expect(joinRows(picture, [1, 7], 'mean')?.matrix.T).toBe(1);
  expect(joinRows(picture, [7], 'mean')).toBeNull();
  expect(joinRows(picture, [], 'mean')).toBeNull();
});
