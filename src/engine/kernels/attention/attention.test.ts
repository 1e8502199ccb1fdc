import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose, numbersOf, of, onHosts } from '../../testing/onHosts.ts';
import { type AttentionShape, attention } from './attention.ts';

interface Call {
  readonly rows: number;
  readonly capacity: number;
  readonly shape: AttentionShape;
  readonly queries: readonly number[];
  readonly keysValues: readonly number[];
}

/** [pattern, joined, scores] */
async function run({ rows, capacity, shape, queries, keysValues }: Call): Promise<number[][]> {
  const numbers = await numbersOf(() => {
    const q = of([1, rows, queries.length / rows], queries);
    const result = attention(q, of([1, capacity, keysValues.length / capacity], keysValues), shape, true);
    if (!result.scores) throw new Error('scores were asked for');
    return [result.pattern, result.joined, result.scores];
  });
  return numbers.map((data) => [...data]);
}

/** The paper's formula, cell by cell, in double precision. */
function plainly({ rows, capacity, shape, queries, keysValues }: Call): number[][] {
  const { heads, headWidth, keyLength } = shape;
  const [qWidth, kWidth] = [queries.length / rows, keysValues.length / capacity];
  const q = (t: number, h: number, d: number) =>
    Math.fround(queries[t * qWidth + shape.qColumn + h * headWidth + d] ?? 0);
  const kv = (s: number, column: number) => Math.fround(keysValues[s * kWidth + column] ?? 0);
  const pattern: number[] = [];
  const scores: number[] = [];
  const joined = new Array<number>(rows * heads * headWidth).fill(0);
  for (let h = 0; h < heads; h++) {
    for (let t = 0; t < rows; t++) {
      const end = shape.causal ? Math.min(keyLength, shape.queryStart + t + 1) : keyLength;
      const row = Array.from({ length: capacity }, (_, s) => {
        let dot = 0;
        for (let d = 0; d < headWidth; d++) dot += q(t, h, d) * kv(s, shape.kColumn + h * headWidth + d);
        return s < keyLength ? dot / Math.sqrt(headWidth) : 0;
      });
      scores.push(...row);
      const top = Math.max(...row.slice(0, end));
      const sum = row.slice(0, end).reduce((total, score) => total + Math.exp(score - top), 0);
      const weights = row.map((score, s) => (s < end ? Math.exp(score - top) / sum : 0));
      pattern.push(...weights);
      for (let d = 0; d < headWidth; d++) {
        const column = h * headWidth + d;
        joined[t * heads * headWidth + column] = weights.reduce(
          (total, weight, s) => total + weight * kv(s, shape.vColumn + column),
          0,
        );
      }
    }
  }
  return [pattern, joined, scores];
}

const place = { qColumn: 0, kColumn: 0, vColumn: 2, queryStart: 0, causal: false };

/** Two heads of width 3 over sizes that all differ: T = 4, S = 5 of C = 6. q, k and v lie apart. */
const calls = fc.record({
  numbers: fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: 120, maxLength: 120 }),
  causal: fc.boolean(),
  queryStart: fc.integer({ min: 0, max: 4 }),
});

const callOf = ({
  numbers,
  causal,
  queryStart,
}: {
  numbers: number[];
  causal: boolean;
  queryStart: number;
}): Call => ({
  rows: 4,
  capacity: 6,
  shape: { heads: 2, headWidth: 3, qColumn: 1, kColumn: 0, vColumn: 7, queryStart, keyLength: 5, causal },
  queries: numbers.slice(0, 28),
  keysValues: numbers.slice(40, 118),
});

onHosts('attention', () => {
  it('is worked out by hand for one head and two keys', async () => {
    // q·k = √2 · ln 3 for the first key and 0 for the second: after ÷ √2, weights of 3 to 1.
    const call: Call = {
      rows: 1,
      capacity: 2,
      shape: { heads: 1, headWidth: 2, keyLength: 2, ...place },
      queries: [Math.SQRT2 * Math.log(3), 5],
      keysValues: [1, 0, 8, 4, 0, 0, 0, 12],
    };
    const [pattern, joined, scores] = await run(call);
    expectClose(pattern, [0.75, 0.25], 1e-4);
    expectClose(joined, [6, 6], 1e-4);
    expectClose(scores, [Math.log(3), 0], 1e-4);
  });

  it('agrees with the formula where T, S, C and H all differ, masked or not', async () => {
    const holds = async (from: Parameters<typeof callOf>[0]) => {
      const call = callOf(from);
      const [got, expected] = [await run(call), plainly(call)];
      for (const i of [0, 1, 2]) expectClose(got[i], expected[i], 1e-4);
    };
    await fc.assert(fc.asyncProperty(calls, holds), { numRuns: 100 });
  });

  it('gives padding no weight, whatever stands there', async () => {
    const call = callOf({
      numbers: Array.from({ length: 120 }, (_, i) => Math.sin(i)),
      causal: false,
      queryStart: 0,
    });
    const spoilt = { ...call, keysValues: call.keysValues.map((value, i) => (i >= 5 * 13 ? 1e30 : value)) };
    const [clean, dirty] = [await run(call), await run(spoilt)];
    expect(dirty[0]).toEqual(clean[0]);
    expect(dirty[1]).toEqual(clean[1]);
    expect(clean[0]?.filter((_, i) => i % 6 === 5)).toEqual(new Array(8).fill(0));
  });

  describe('with scores in the ten thousands', () => {
    const huge = (keys: number[]): Call => ({
      rows: 1,
      capacity: keys.length,
      shape: { heads: 1, headWidth: 1, keyLength: keys.length, ...place, vColumn: 1 },
      queries: [100],
      keysValues: keys.flatMap((key, s) => [key, s + 1]),
    });

    it('does not overflow', async () => {
      expectClose((await run(huge([300, -300, 299])))[0], [1, 0, 0], 1e-30);
    });

    it('shares the row between equals', async () => {
      const [pattern, joined] = await run(huge([-500, -500]));
      expectClose(pattern, [0.5, 0.5], 1e-4);
      expectClose(joined, [1.5], 1e-4);
    });
  });

  it('reads under the causal flag what a hand-made mask leaves', async () => {
    const from = { numbers: Array.from({ length: 120 }, (_, i) => Math.cos(3 * i)), queryStart: 1 };
    const [causal] = await run(callOf({ ...from, causal: true }));
    // Row t alone, with its readable keys as the length.
    for (let t = 0; t < 4; t++) {
      const call = callOf({ ...from, causal: false });
      const alone = { ...call, rows: 1, queries: call.queries.slice(t * 7, (t + 1) * 7) };
      const [row] = await run({ ...alone, shape: { ...alone.shape, keyLength: Math.min(5, t + 2) } });
      for (const h of [0, 1]) {
        expectClose(
          causal?.slice((h * 4 + t) * 6, (h * 4 + t + 1) * 6),
          row?.slice(h * 6, (h + 1) * 6),
          1e-4,
        );
      }
    }
  });
});
