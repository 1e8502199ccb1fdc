import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFrame } from '../../contract/index.ts';
import { combineHeads } from './combineHeads.ts';
import { headMatrix, isMasked, rowOf, rowScale, weightAt } from './matrix.ts';

// H, T and S all differ, and no number repeats, so that a swapped index cannot pass.
const frame = makeFrame(
  'decoder.0.cross.pattern',
  [2, 3, 4],
  Float32Array.from({ length: 24 }, (_, i) => i),
);

describe('headMatrix', () => {
  it('is a view of one head: rows are queries, columns are keys', () => {
    const head = headMatrix(frame, 1);
    expect(head).toMatchObject({ T: 3, S: 4 });
    expect(weightAt(head, { query: 2, key: 1 })).toBe(12 + 2 * 4 + 1);
    expect([...rowOf(head, 1)]).toEqual([16, 17, 18, 19]);
    expect(head.data.buffer).toBe(frame.data.buffer);
  });

  it('refuses a head that is not there, and a frame that is no pattern', () => {
    expect(() => headMatrix(frame, 2)).toThrow('headMatrix: head: expected 0 … 1, got 2');
    expect(() => headMatrix(frame, -1)).toThrow('got -1');
    const flat = makeFrame('encoder.0.output', [2, 3], new Float32Array(6));
    expect(() => headMatrix(flat, 0)).toThrow('headMatrix: encoder.0.output: expected [H, T, S], got [2,3]');
  });

  it('gives no weight to cells outside', () => {
    const head = headMatrix(frame, 1);
    expect(weightAt(head, { query: 0, key: 4 })).toBe(0);
    expect(weightAt(head, { query: 3, key: 0 })).toBe(0);
    expect(weightAt(head, { query: -1, key: 0 })).toBe(0);
  });
});

describe('isMasked', () => {
  it('holds above the diagonal of the decoder, and nowhere else', () => {
    expect(isMasked('decoder', 1, 2)).toBe(true);
    expect(isMasked('decoder', 2, 2)).toBe(false);
    expect(isMasked('decoder', 2, 1)).toBe(false);
    expect(isMasked('encoder', 1, 2)).toBe(false);
    expect(isMasked('cross', 1, 2)).toBe(false);
  });
});

describe('rowScale', () => {
  it("makes each row's largest 1, keeps the others' shares, and leaves a row of zeros", () => {
    const scaled = rowScale({ data: Float32Array.from([0.25, 0.5, 0, 0, 0.2, 0.1]), T: 3, S: 2 });
    const shares = [0.5, 1, 0, 0, 1, 0.5];
    [...scaled.data].forEach((value, i) => {
      expect(value).toBeCloseTo(shares[i] ?? -1, 6);
    });
  });
});

describe('combineHeads', () => {
  it('takes mean, maximum or sum cell by cell', () => {
    expect([...combineHeads(frame, [0, 1], 'mean').data]).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 6),
    );
    expect([...combineHeads(frame, [0, 1], 'max').data]).toEqual([...headMatrix(frame, 1).data]);
    expect([...combineHeads(frame, [0, 1], 'sum').data]).toEqual(
      Array.from({ length: 12 }, (_, i) => 2 * (i + 6)),
    );
    expect([...combineHeads(frame, [0], 'mean').data]).toEqual([...headMatrix(frame, 0).data]);
  });

  it('does not change the frame', () => {
    const before = [...frame.data];
    combineHeads(frame, [0, 1], 'max');
    expect([...frame.data]).toEqual(before);
  });

  it('keeps the sum of rows under mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 18, maxLength: 18 }),
        (raw) => {
          const data = Float32Array.from(raw);
          for (let row = 0; row < 6; row++) {
            const part = data.subarray(row * 3, row * 3 + 3);
            const sum = part.reduce((a, b) => a + b, 0);
            part.forEach((v, i) => {
              part[i] = v / sum;
            });
          }
          const mean = combineHeads(makeFrame('encoder.0.self.pattern', [3, 2, 3], data), [0, 1, 2], 'mean');
          expect(rowOf(mean, 0).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
          expect(rowOf(mean, 1).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
        },
      ),
    );
  });

  it('refuses no heads', () => {
    expect(() => combineHeads(frame, [], 'mean')).toThrow(
      'combineHeads: heads: expected at least one, got none',
    );
  });
});
