import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Matrix } from './matrix.ts';
import { meanOf, oddSums, rowEntropies, rowLargest, rowSums, scaleRows } from './rows.ts';

const matrix: Matrix = { data: Float32Array.from([0.5, 0.5, 0, 1, 0.25, 0]), T: 3, S: 2 };
const rows = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 })).chain(([T, S]) =>
  fc
    .array(fc.float({ min: Math.fround(0.01), max: 1, noNaN: true }), {
      minLength: T * S,
      maxLength: T * S,
    })
    .map((values): Matrix => ({ data: Float32Array.from(values), T, S })),
);

describe('rows', () => {
  it('have sums, largest weights and entropies of their own', () => {
    expect(rowSums(matrix)).toEqual([1, 1, 0.25]);
    expect([...oddSums(matrix)]).toEqual([[2, 0.25]]);
    expect(rowLargest(matrix)).toEqual([0.5, 1, 0.25]);
    expect(rowEntropies(matrix)).toEqual([1, 0, 0]);
    expect(rowEntropies({ data: new Float32Array(2), T: 1, S: 2 })).toEqual([0]);
    expect([meanOf([1, 2, 6]), meanOf([])]).toEqual([3, 0]);
  });

  it('have at most log₂ S bits, all of them when spread evenly, whatever they sum to', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.1, max: 3, noNaN: true }), (m, sum) => {
        const bits = rowEntropies(m);
        for (const one of bits) expect(one).toBeLessThanOrEqual(Math.log2(m.S) + 1e-6);
        rowEntropies(scaleRows(m, () => sum)).forEach((one, i) => {
          expect(one).toBeCloseTo(bits[i] ?? -1, 4);
        });
        const even = { ...m, data: new Float32Array(m.data.length).fill(0.3) };
        for (const one of rowEntropies(even)) expect(one).toBeCloseTo(Math.log2(m.S), 5);
      }),
    );
  });

  it('scale to the sums asked for, and rows of nothing stay', () => {
    fc.assert(
      fc.property(rows, (m) => {
        rowSums(scaleRows(m, (query) => query + 1)).forEach((sum, query) => {
          expect(sum).toBeCloseTo(query + 1, 4);
        });
      }),
    );
    expect([...scaleRows({ data: new Float32Array(2), T: 1, S: 2 }, () => 1).data]).toEqual([0, 0]);
  });
});
