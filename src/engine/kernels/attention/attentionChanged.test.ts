import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../../testing/long.ts';
import { type AttentionPlan, FORBIDDEN, OPEN, ownFactor, ZEROED } from '../../changes/plan.ts';
import { expectClose, numbersOf, of, onHosts } from '../../testing/onHosts.ts';
import { attention } from './attention.ts';

/** Two heads of width 3 over sizes that all differ: T = 4 rows of 5, S = 6 keys of 7 in memory. */
const [HEADS, WIDTH, ROWS, CAPACITY, KEYS, KEY_CAPACITY] = [2, 3, 4, 5, 6, 7];
const shape = {
  heads: HEADS,
  headWidth: WIDTH,
  qColumn: 1,
  kColumn: 0,
  vColumn: 7,
  queryStart: 2,
  keyLength: KEYS,
  causal: true,
};
const Q_STRIDE = 7;
const K_STRIDE = 13;

interface Case {
  readonly numbers: readonly number[];
  readonly factors: readonly number[];
  readonly cells: readonly number[];
}

const cases = fc.record({
  numbers: fc.array(fc.float({ min: -3, max: 3, noNaN: true }), { minLength: 126, maxLength: 126 }),
  factors: fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: HEADS, maxLength: HEADS }),
  cells: fc.array(fc.constantFrom(OPEN, OPEN, FORBIDDEN, ZEROED), {
    minLength: HEADS * ROWS * KEYS,
    maxLength: HEADS * ROWS * KEYS,
  }),
});

const planOf = ({ factors, cells }: Case): AttentionPlan => ({
  factors,
  cells: Uint8Array.from(cells),
  off: [null, null],
  readsAsEver: false,
});

/** [pattern, joined, scores], each cut to its rows and keys. */
async function run(one: Case, plan: AttentionPlan | null): Promise<number[][]> {
  const [pattern, joined, scores] = await numbersOf(() => {
    const queries = of([1, CAPACITY, Q_STRIDE], one.numbers.slice(0, CAPACITY * Q_STRIDE));
    const keysValues = of([1, KEY_CAPACITY, K_STRIDE], one.numbers.slice(35));
    const result = attention(queries, keysValues, shape, true, plan);
    if (!result.scores) throw new Error('scores were asked for');
    return [result.pattern, result.joined, result.scores];
  });
  const cut = (data: Float32Array | undefined) =>
    [...(data ?? [])].filter(
      (_, i) => i % KEY_CAPACITY < KEYS && Math.floor(i / KEY_CAPACITY) % CAPACITY < ROWS,
    );
  return [cut(pattern), [...(joined ?? [])].slice(0, ROWS * HEADS * WIDTH), cut(scores)];
}

/** The same by the rule, in double precision. */
function plainly({ numbers, factors, cells }: Case): number[][] {
  const q = (t: number, c: number) => Math.fround(numbers[t * Q_STRIDE + shape.qColumn + c] ?? 0);
  const kv = (s: number, c: number) => Math.fround(numbers[35 + s * K_STRIDE + c] ?? 0);
  const [pattern, scores]: number[][] = [[], []];
  const joined = new Array<number>(ROWS * HEADS * WIDTH).fill(0);
  for (let h = 0; h < HEADS; h++) {
    for (let t = 0; t < ROWS; t++) {
      const row = Array.from({ length: KEYS }, (_, s) => {
        let dot = 0;
        for (let d = 0; d < WIDTH; d++) dot += q(t, h * WIDTH + d) * kv(s, shape.kColumn + h * WIDTH + d);
        return dot * Math.fround(factors[h] ?? 0);
      });
      scores?.push(...row);
      const fates = cells.slice((h * ROWS + t) * KEYS, (h * ROWS + t + 1) * KEYS);
      const seen = row.filter((_, s) => fates[s] !== FORBIDDEN);
      const top = Math.max(...seen);
      const sum = seen.reduce((total, score) => total + Math.exp(score - top), 0);
      const weights = row.map((score, s) => (fates[s] === OPEN ? Math.exp(score - top) / sum : 0));
      pattern?.push(...weights);
      for (let d = 0; d < WIDTH; d++) {
        const column = h * WIDTH + d;
        joined[t * HEADS * WIDTH + column] = weights.reduce(
          (total, weight, s) => total + weight * kv(s, shape.vColumn + column),
          0,
        );
      }
    }
  }
  return [pattern ?? [], joined, scores ?? []];
}

onHosts('changed attention', () => {
  it('agrees with the rule, whatever is forbidden before or zeroed after', async () => {
    const holds = async (one: Case) => {
      const [got, expected] = [await run(one, planOf(one)), plainly(one)];
      for (const i of [0, 1, 2]) expectClose(got[i], expected[i], 2e-4);
    };
    await fc.assert(fc.asyncProperty(cases, holds), { numRuns: runs(50, 200) });
  });

  it('gives weights and outputs of exactly 0 to a row that may read nothing, and no NaN', async () => {
    const numbers = Array.from({ length: 126 }, (_, i) => 3 * Math.sin(i));
    const cells = Array.from({ length: HEADS * ROWS * KEYS }, (_, i) =>
      Math.floor(i / KEYS) % ROWS === 1 ? FORBIDDEN : OPEN,
    );
    const one = { numbers, factors: [1, 40_000], cells };
    const [pattern = [], joined = []] = await run(one, planOf(one));
    const row = (h: number) => pattern.slice((h * ROWS + 1) * KEYS, (h * ROWS + 2) * KEYS);
    for (const h of [0, 1]) expect(row(h)).toEqual(new Array(KEYS).fill(0));
    expect(joined.slice(HEADS * WIDTH, 2 * HEADS * WIDTH)).toEqual(new Array(HEADS * WIDTH).fill(0));
    expect(pattern.every(Number.isFinite)).toBe(true);
    const sums = Array.from({ length: HEADS * ROWS }, (_, r) =>
      pattern.slice(r * KEYS, (r + 1) * KEYS).reduce((sum, weight) => sum + weight, 0),
    );
    sums.forEach((sum, r) => {
      expect(sum).toBeCloseTo(r % ROWS === 1 ? 0 : 1, 5);
    });
  });

  it('gives forbidden scores no say, however large they are', async () => {
    const numbers = Array.from({ length: 126 }, () => 1);
    // Key 2 scores in the ten thousands.
    for (let d = 0; d < 2 * WIDTH; d++) numbers[35 + 2 * K_STRIDE + shape.kColumn + d] = 20_000;
    const cells = Array.from({ length: HEADS * ROWS * KEYS }, (_, i) => (i % KEYS === 2 ? FORBIDDEN : OPEN));
    const one = { numbers, factors: [1, 1], cells };
    const [pattern = []] = await run(one, planOf(one));
    expectClose(pattern.slice(0, KEYS), [0.2, 0.2, 0, 0.2, 0.2, 0.2], 1e-6);
  });

  it('with the model’s own factors and cells gives what attention gives without a plan', async () => {
    const numbers = Array.from({ length: 126 }, (_, i) => 2 * Math.cos(i));
    const own = ownFactor(WIDTH);
    const cells = Array.from({ length: HEADS * ROWS * KEYS }, (_, i) =>
      i % KEYS > 2 + (Math.floor(i / KEYS) % ROWS) ? FORBIDDEN : OPEN,
    );
    const one = { numbers, factors: [own, own], cells };
    const [changed, plain] = [await run(one, planOf(one)), await run(one, null)];
    for (const i of [0, 1, 2]) expectClose(changed[i], plain[i], 1e-6);
    expect(await run(one, { ...planOf(one), readsAsEver: true })).toEqual(plain);
  });
});
