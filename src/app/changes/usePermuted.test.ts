import { expect, test } from 'vitest';
import { otherOrder } from './usePermuted.ts';

test('words that were moved are compared with the order before, others with themselves backwards', () => {
  const text = "The cat didn't sleep.";
  expect(otherOrder(text, "cat The didn't sleep.")).toBe(text);
  expect(otherOrder(text, text)).toBe("sleep didn't cat The.");
  expect(otherOrder('It rains.', text)).toBe("sleep didn't cat The.");
  expect(otherOrder('', 'rain')).toBeNull();
  expect(otherOrder('', '')).toBeNull();
});
