import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFrame, type Token } from '../../contract/index.ts';
import { combineHeads } from './combineHeads.ts';
import { headMatrix, type Matrix, rowOf } from './matrix.ts';
import {
  hideSink,
  poolMatrices,
  poolRows,
  rollout,
  rolloutAcross,
  rowShares,
  sinkKeys,
  valueNorms,
  weighByValue,
} from './pooling.ts';
import { rowSums, scaleRows } from './rows.ts';

const weight = fc.double({ min: 0, max: 1, noNaN: true });

/** A matrix [T, S] whose rows sum to 1. */
const stochastic = (T: number, S: number): fc.Arbitrary<Matrix> =>
  fc
    .array(weight, { minLength: T * S, maxLength: T * S })
    .map((values) => scaleRows({ data: Float32Array.from(values, (x) => x + 1e-3), T, S }, () => 1));
const size = fc.integer({ min: 1, max: 7 });
const square = size.chain((T) => fc.array(stochastic(T, T), { minLength: 1, maxLength: 4 }));
const oblong = fc.tuple(size, size).chain(([T, S]) => stochastic(T, S));
const identity = (T: number): Matrix => ({
  data: Float32Array.from({ length: T * T }, (_, i) => (i % (T + 1) === 0 ? 1 : 0)),
  T,
  S: T,
});

function closeTo(a: Matrix, b: Matrix, within = 1e-5) {
  expect([a.T, a.S]).toEqual([b.T, b.S]);
  a.data.forEach((value, i) => {
    expect(Math.abs(value - (b.data[i] ?? Number.NaN))).toBeLessThanOrEqual(within);
  });
}
function sumsTo(matrix: Matrix, sum: number) {
  for (const one of rowSums(matrix)) expect(one).toBeCloseTo(sum, 4);
}

describe('combineHeads', () => {
  it('sums rows to the number of heads, and a sum is the mean that many times', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(size, size, size)
          .chain(([H, T, S]) => fc.tuple(fc.constant([H, T, S] as const), stochastic(H * T, S))),
        ([[H, T, S], rows]) => {
          const frame = makeFrame('decoder.0.cross.pattern', [H, T, S], rows.data);
          const heads = Array.from({ length: H }, (_, h) => h);
          const sum = combineHeads(frame, heads, 'sum');
          sumsTo(sum, H);
          sumsTo(combineHeads(frame, heads, 'mean'), 1);
          closeTo(
            sum,
            poolMatrices(
              heads.map((h) => headMatrix(frame, h)),
              'sum',
            ),
          );
        },
      ),
    );
  });
});

describe('poolMatrices', () => {
  it('keeps rows of a mean at 1, and one matrix is itself', () => {
    fc.assert(
      fc.property(square, (layers) => {
        sumsTo(poolMatrices(layers, 'mean'), 1);
        sumsTo(poolMatrices(layers, 'sum'), layers.length);
        const [first] = layers;
        if (first) closeTo(poolMatrices([first], 'mean'), first, 0);
      }),
    );
  });

  it('refuses none and unequal ones', () => {
    expect(() => poolMatrices([], 'sum')).toThrow('poolMatrices: matrices: expected at least one, got none');
    expect(() => poolMatrices([identity(2), identity(3)], 'sum')).toThrow('expected [2,2], got [3,3]');
  });
});

describe('poolRows', () => {
  it('of one row is that row; of all rows, a mean sums to 1 and a sum to their number', () => {
    fc.assert(
      fc.property(oblong, (matrix) => {
        const all = Array.from({ length: matrix.T }, (_, i) => i);
        sumsTo(poolRows(matrix, all, 'mean'), 1);
        sumsTo(poolRows(matrix, all, 'sum'), matrix.T);
        const last = matrix.T - 1;
        expect([...poolRows(matrix, [last], 'mean').data]).toEqual([...rowOf(matrix, last)]);
      }),
    );
  });

  it('refuses no row and rows that are not there', () => {
    expect(() => poolRows(identity(2), [], 'sum')).toThrow('at least one');
    expect(() => poolRows(identity(2), [2], 'sum')).toThrow('poolRows: queries: expected 0 … 1, got 2');
  });
});

describe('rollout', () => {
  it('has rows that sum to 1, whatever the layers', () => {
    fc.assert(fc.property(square, (layers) => sumsTo(rollout(layers), 1)));
  });

  it('of layers that read only themselves is the identity', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 5 }), (T, n) => {
        closeTo(rollout(Array.from({ length: n }, () => identity(T))), identity(T));
      }),
    );
  });

  it('of one layer is half attention, half residual', () => {
    const A: Matrix = { data: Float32Array.from([0, 1, 0.25, 0.75]), T: 2, S: 2 };
    expect([...rollout([A]).data]).toEqual([0.5, 0.5, 0.125, 0.875]);
  });

  it('multiplies the upper layer from the left', () => {
    const lower: Matrix = { data: Float32Array.from([0, 1, 0, 0, 1, 0, 0, 0, 1]), T: 3, S: 3 };
    const upper: Matrix = { data: Float32Array.from([1, 0, 0, 0, 0, 1, 0, 0, 1]), T: 3, S: 3 };
    // Word 1 reads word 2 above; below, word 2 stays itself: nothing of word 0 arrives in it. The other order would
    // differ.
    expect([...rowOf(rollout([lower, upper]), 0)]).toEqual([0.5, 0.5, 0]);
    expect([...rowOf(rollout([lower, upper]), 1)]).toEqual([0, 0.5, 0.5]);
    expect([...rowOf(rollout([upper, lower]), 0)]).toEqual([0.5, 0.25, 0.25]);
  });

  it('normalises rows that no longer sum to 1, and reads nothing ahead that no layer did', () => {
    const cut: Matrix = { data: Float32Array.from([0, 0, 0.2, 0.2]), T: 2, S: 2 };
    sumsTo(rollout([cut, cut]), 1);
    expect(rollout([cut, cut]).data[1]).toBe(0);
  });

  it('refuses a pattern between two sentences', () => {
    const oblong: Matrix = { data: new Float32Array(6), T: 2, S: 3 };
    expect(() => rollout([oblong])).toThrow('rollout: pattern: expected [T, T], got [2,3]');
  });

  it('across has rows that sum to 1, and is the cross pattern where all else reads itself', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(size, size)
          .chain(([T, S]) => fc.tuple(stochastic(T, T), stochastic(T, S), stochastic(S, S))),
        ([d, c, e]) => {
          sumsTo(rolloutAcross([d], c, [e]), 1);
          closeTo(rolloutAcross([identity(c.T)], c, [identity(c.S)]), c);
        },
      ),
    );
  });
});

describe('hideSink', () => {
  it('leaves nothing on the sink and every sum as it was, unless the row read nothing else', () => {
    fc.assert(
      fc.property(oblong, fc.nat(6), fc.double({ min: 0.1, max: 1, noNaN: true }), (whole, sink, sum) => {
        const matrix = scaleRows(whole, () => sum);
        const key = sink % matrix.S;
        const left = hideSink(matrix, [key]);
        for (let query = 0; query < matrix.T; query++) expect(rowOf(left, query)[key]).toBe(0);
        sumsTo(left, matrix.S > 1 ? sum : 0);
      }),
    );
  });

  it('without a sink changes nothing', () => {
    fc.assert(fc.property(oblong, (matrix) => closeTo(hideSink(matrix, []), matrix)));
  });

  it('takes the first token and the end mark for sinks', () => {
    const token = (role: Token['role']): Token => ({ id: 0, text: 'x', start: 0, end: 0, word: 0, role });
    expect(sinkKeys([token('start'), token('text'), token('text')])).toEqual([0]);
    expect(sinkKeys([token('text'), token('text'), token('end')])).toEqual([0, 2]);
  });
});

describe('weighing by values', () => {
  it('is the length of α̂ᵢⱼ vʲ, computed the long way', () => {
    const v = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: 2 * 3 * 2,
      maxLength: 2 * 3 * 2,
    });
    fc.assert(
      fc.property(stochastic(4, 3), v, (matrix, values) => {
        const frame = makeFrame('encoder.0.self.v', [2, 3, 2], Float32Array.from(values));
        const weighed = weighByValue(matrix, valueNorms(frame, 1));
        matrix.data.forEach((alpha, i) => {
          const j = 6 + (i % 3) * 2;
          const [x = 0, y = 0] = [frame.data[j], frame.data[j + 1]];
          expect(weighed.data[i]).toBeCloseTo(Math.hypot(alpha * x, alpha * y), 4);
        });
      }),
    );
  });

  it('by values of one length changes no share', () => {
    fc.assert(
      fc.property(oblong, fc.double({ min: 0.1, max: 9, noNaN: true }), (matrix, length) => {
        closeTo(rowShares(weighByValue(matrix, new Float32Array(matrix.S).fill(length))), matrix);
      }),
    );
  });

  it('refuses lengths of another sentence', () => {
    expect(() => weighByValue(identity(2), new Float32Array(3))).toThrow('expected 2 numbers, got 3');
  });
});
