import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lens } from '../../contract/index.ts';
import { settledLayer } from './settledLayer.ts';

const lensOf = (ranks: readonly (readonly number[])[]): Lens =>
  ranks.map((row) => row.map((finalRank) => ({ id: 1, text: 'a', probability: 0.5, finalRank })));

test('from the settled layer on the final word is first, and right before it is not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 6 }), (ranks) => {
      const settled = settledLayer(lensOf(ranks.map((rank) => [9, rank])), 1);
      const from = settled ?? ranks.length;
      expect(from).toBeLessThanOrEqual(settled === null ? ranks.length : ranks.length - 1);
      expect(ranks.slice(from).every((rank) => rank === 0)).toBe(true);
      if (from > 0) expect(ranks[from - 1]).not.toBe(0);
    }),
  );
});

test('there is none where there is no such row', () => {
  expect(settledLayer(lensOf([[0], [0]]), 1)).toBeNull();
  expect(settledLayer([], 0)).toBeNull();
});
