import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, createCache } from './cache.ts';

test('keeps what was looked at last, within its bound; what is needed and the newest stay', () => {
  const needed = new Set<string>(['pinned']);
  const cache = createCache<number>(10, (key) => needed.has(key));
  cache.put('pinned', 1, 4);
  cache.put('a', 2, 3);
  cache.put('b', 3, 3);
  expect(cache.get('a')).toBe(2);
  cache.put('c', 4, 3);
  expect(['pinned', 'a', 'b', 'c'].map(cache.get)).toEqual([1, 2, undefined, 4]);
  cache.put('huge', 5, 100);
  expect(['pinned', 'a', 'c', 'huge'].map(cache.get)).toEqual([1, undefined, undefined, 5]);
  cache.delete('huge');
  expect(cache.get('huge')).toBeUndefined();
});

test('whatever is put, all but the newest fits into the bound, and what is kept is what was put last', () => {
  const put = fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    bytes: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(put, { minLength: 1 }), (puts) => {
      const cache = createCache<number>(12, () => false);
      for (const [i, { key, bytes }] of puts.entries()) cache.put(key, i, bytes);
      const kept = ['a', 'b', 'c', 'd', 'e'].flatMap((key) => {
        const i = cache.get(key);
        return i === undefined ? [] : [{ key, i, bytes: puts[i]?.bytes ?? 0 }];
      });
      expect(kept.some(({ i }) => i === puts.length - 1)).toBe(true);
      expect(kept.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(12);
      for (const { key, i } of kept) expect(puts.findLastIndex((one) => one.key === key)).toBe(i);
    }),
  );
});

test('counts numbers wherever they lie', () => {
  const frames = new Map([['a', { data: new Float32Array(1000) }]]);
  expect(bytesOf({ frames })).toBeGreaterThanOrEqual(4000);
  expect(bytesOf({ frames })).toBeLessThan(4200);
  expect(bytesOf(null)).toBeLessThan(100);
});
