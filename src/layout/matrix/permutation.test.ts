import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Intervention, makeFrame } from '../../contract/index.ts';
import { permutationOf, permutedChanges, permutedDifference } from './permutation.ts';

const shuffled = fc
  .array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 12 })
  .chain((ids) => fc.shuffledSubarray(ids, { minLength: ids.length }).map((other) => [ids, other] as const));

test('every id finds its place, equal ones in their order; other ids have none', () => {
  fc.assert(
    fc.property(shuffled, ([ids, other]) => {
      const moved = permutationOf(ids, other) ?? [];
      expect(ids.map((_, i) => other[moved[i] ?? -1])).toEqual(ids);
      expect(new Set(moved).size).toBe(ids.length);
      ids.forEach((id, i) => {
        const next = ids.indexOf(id, i + 1);
        if (next > 0) expect(moved[i]).toBeLessThan(moved[next] ?? 0);
      });
      expect(permutationOf(ids, [...other.slice(1), 9])).toBeNull();
      expect(permutationOf(ids, other.slice(1))).toBeNull();
    }),
  );
});

test('rows that went along do not differ, and the largest difference counts', () => {
  const output = makeFrame('encoder.0.output', [3, 2], Float32Array.from([1, 2, 3, 4, 5, 6]));
  const permuted = makeFrame('encoder.0.output', [3, 2], Float32Array.from([5, 6, 1, 2, 3, 4]));
  expect(permutedDifference(output, permuted, [1, 2, 0])).toBe(0);
  expect(permutedDifference(output, permuted, [0, 1, 2])).toBe(4);
  expect(() => permutedDifference(output, permuted, [0])).toThrow('permutedDifference');
});

test('a forbidden cell of the encoder goes with its words; the decoder has nothing to do with it', () => {
  const forbid = (kind: 'encoder' | 'cross'): Intervention => ({
    type: 'forbid',
    kind,
    layer: null,
    heads: null,
    mode: 'before',
    cells: [
      { query: 0, key: 2 },
      { query: null, key: 1 },
    ],
  });
  expect(permutedChanges([forbid('encoder'), forbid('cross')], [2, 0, 1])).toEqual([
    {
      ...forbid('encoder'),
      cells: [
        { query: 2, key: 1 },
        { query: null, key: 0 },
      ],
    },
  ]);
});
