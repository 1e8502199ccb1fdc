import { expect, it } from 'vitest';
import { Losses } from './losses.ts';

const MINUTE = 60_000;

function after(...minutes: number[]): boolean {
  const losses = new Losses();
  for (const each of minutes) losses.note(each * MINUTE);
  return losses.areTooMany;
}

it('is too often the second time in a short while', () => {
  expect(after(3)).toBe(false);
  expect(after(3, 3.1)).toBe(true);
  expect(after(3, 17)).toBe(true);
});

it('forgives losses that are long past', () => {
  expect(after(3, 20)).toBe(false);
  expect(after(0, 60, 120, 180)).toBe(false);
  expect(after(0, 60, 61)).toBe(true);
});
