import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sideColumns } from './sideBySide.ts';

const at = (count: number, widthPx: number, heightPx: number) =>
  sideColumns({ count, T: 14, S: 14, widthPx, heightPx });

it('stands pictures beside one another in wide rooms and below one another in high ones', () => {
  expect(at(2, 1000, 500)).toBe(2);
  expect(at(2, 400, 1000)).toBe(1);
  expect(at(3, 1400, 480)).toBe(3);
  expect(at(4, 900, 900)).toBe(2);
});

it('always gives each picture a place', () => {
  const size = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16 }), size, size, (count, widthPx, heightPx) => {
      const columns = at(count, widthPx, heightPx);
      expect(columns).toBeGreaterThanOrEqual(1);
      expect(columns).toBeLessThanOrEqual(count);
    }),
  );
});
