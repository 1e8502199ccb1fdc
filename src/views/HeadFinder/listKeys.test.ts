import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isListKey, type ListKey, moveInList } from './listKeys.ts';

const KEYS: readonly ListKey[] = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];

test('no key leads out of the list, and opposite keys lead back where there was room', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.nat({ max: 99 }),
      fc.constantFrom(...KEYS),
      (count, from, key) => {
        const at = Math.min(from, count - 1);
        const next = moveInList(at, key, count);
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThan(count);
        if (key === 'ArrowDown' && next > at) expect(moveInList(next, 'ArrowUp', count)).toBe(at);
        if (key === 'PageUp' && at - next === 8) expect(moveInList(next, 'PageDown', count)).toBe(at);
      },
    ),
  );
  expect([moveInList(5, 'Home', 9), moveInList(5, 'End', 9)]).toEqual([0, 8]);
});

test('other keys are the page’s', () => {
  expect(['ArrowLeft', 'a', 'toString'].map(isListKey)).toEqual([false, false, false]);
});
