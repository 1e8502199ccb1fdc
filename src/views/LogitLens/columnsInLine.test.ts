import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsInLine, lineWidth } from './columnsInLine.ts';

test('lines fit their room unless one column alone does not, and fewer lines would not', () => {
  const widths = fc.array(fc.integer({ min: 5, max: 120 }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(widths, fc.integer({ min: 60, max: 1500 }), (all, roomPx) => {
      const columns = columnsInLine(all, roomPx, 10);
      expect(columns).toBeGreaterThan(0);
      if (columns > 1) expect(lineWidth(all, columns, 10)).toBeLessThanOrEqual(roomPx);
      const lines = Math.ceil(all.length / columns);
      for (let fewer = 1; fewer < lines; fewer++) {
        expect(lineWidth(all, Math.ceil(all.length / fewer), 10)).toBeGreaterThan(roomPx);
      }
    }),
  );
  expect(columnsInLine([], 500, 10)).toBe(1);
  expect(lineWidth([10, 20, 30, 5], 2, 1)).toBe(30 + 20 + 2);
});
