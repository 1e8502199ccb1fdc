import { expect, test } from 'vitest';
import { countFitting } from './useFitting.ts';

test.each([
  [[100, 100, 100], 10, 320, 3],
  [[100, 100, 100], 10, 319, 2],
  [[100, 100, 100], 10, 209, 1],
  [[500, 10], 10, 100, 1],
  [[], 10, 100, 0],
])('of %j with gaps of %i px, %i px hold %i', (widths, gap, room, count) => {
  expect(countFitting(widths, gap, room)).toBe(count);
});
