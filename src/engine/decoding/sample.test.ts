import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decoding, GREEDY, type ModelInfo } from '../../contract/index.ts';
import { sampleCard } from '../../testing/picture.ts';
import { GreedyRule, type LogitsRow, logitsRowsOf } from './nextToken.ts';
import { SamplingRule } from './sample.ts';

const info: ModelInfo = { ...sampleCard.info, vocabulary: 8, endId: 1, forbiddenIds: [0], forcedEndId: null };
const logitsRow = (numbers: readonly number[]): LogitsRow =>
  logitsRowsOf(Float32Array.from(numbers), numbers.length)[0] as LogitsRow;
const rule = (over: Partial<Decoding>, model = info) =>
  new SamplingRule(model, { ...GREEDY, way: 'sample', ...over });

/** How often each id is drawn, seed after seed. */
function counted(numbers: readonly number[], over: Partial<Decoding>, draws: number): number[] {
  const counts = new Array<number>(numbers.length).fill(0);
  const row = logitsRow(numbers);
  for (let seed = 0; seed < draws; seed++) {
    const id = rule({ ...over, seed }).next(row, 2);
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

/** Softmax over the ids named, 0 elsewhere. */
function softmax(numbers: readonly number[], ids: readonly number[], temperature = 1): number[] {
  const weights = numbers.map((x, id) => (ids.includes(id) ? Math.exp(x / temperature) : 0));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

const NUMBERS = [5, 1, 0.5, 2, -1, 1.5, 0, 2.5];
const ALLOWED = [1, 2, 3, 4, 5, 6, 7];
const DRAWS = 20_000;

describe('ids are drawn as often as they are likely', () => {
  it.each<[string, Partial<Decoding>, number[], number]>([
    ['all that are not forbidden', {}, ALLOWED, 1],
    ['at another temperature', { temperature: 2 }, ALLOWED, 2],
    ['of the three likeliest', { topK: 3 }, [7, 3, 5], 1],
    ['of more than there are', { topK: 900 }, ALLOWED, 1],
    // Of those allowed 7 has 0.40, 3 has 0.24, 5 has 0.15.
    ['of those that make up a share', { topP: 0.7 }, [7, 3, 5], 1],
    ['of a share of the likeliest', { topK: 3, topP: 0.6 }, [7, 3], 1],
  ])('%s', (_, over, ids, temperature) => {
    const expected = softmax(NUMBERS, ids, temperature);
    const counts = counted(NUMBERS, over, DRAWS);
    let chiSquare = 0;
    for (const [id, count] of counts.entries()) {
      const mean = (expected[id] ?? 0) * DRAWS;
      if (mean === 0) expect(count, `id ${id}`).toBe(0);
      else chiSquare += (count - mean) ** 2 / mean;
    }
    // 6 degrees of freedom at most: above 22.5 in one of a thousand. Seeds 0 … 19,999 are thrown, always the same.
    expect(chiSquare).toBeLessThan(22.5);
  });
});

const rows = fc.array(fc.float({ min: -30, max: 30, noNaN: true }), { minLength: 8, maxLength: 200 });
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('for any row and seed', () => {
  it('the likeliest alone, or the least share, is the greedy choice at any temperature', () => {
    const holds = (numbers: number[], seed: number, temperature: number) => {
      const greedy = new GreedyRule(info).next(logitsRow(numbers), 2);
      for (const over of [{ topK: 1 }, { topP: 1e-9 }])
        expect(rule({ ...over, seed, temperature }).next(logitsRow(numbers), 2)).toBe(greedy);
    };
    fc.assert(fc.property(rows, seeds, fc.float({ min: Math.fround(0.1), max: 10, noNaN: true }), holds));
  });

  it('the same seed draws the same at the same row', () => {
    const holds = (numbers: number[], seed: number, row: number) => {
      const drawn = [1, 2].map(() => rule({ seed }).next(logitsRow(numbers), row));
      expect(drawn[0]).toBe(drawn[1]);
      expect(drawn[0]).not.toBe(0);
    };
    fc.assert(fc.property(rows, seeds, fc.nat(60), holds));
  });

  it('what topP draws from is the fewest that make up the share', () => {
    const holds = (numbers: number[], topP: number) => {
      const ids = numbers.map((_, id) => id).filter((id) => id !== 0);
      const probabilities = softmax(numbers, ids);
      const best = ids.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
      let share = 0;
      const kept = new Set<number>();
      for (const id of best) {
        if (share >= topP - 1e-9) break;
        kept.add(id);
        share += probabilities[id] ?? 0;
      }
      for (let seed = 0; seed < 50; seed++)
        expect(kept.has(rule({ topP, seed }).next(logitsRow(numbers), 0))).toBe(true);
    };
    const distinct = fc.uniqueArray(fc.integer({ min: -12, max: 12 }), { minLength: 8, maxLength: 20 });
    fc.assert(fc.property(distinct, fc.constantFrom(0.1, 0.5, 0.9, 0.99), holds));
  });
});

it('of equals at the limit the first ones are kept', () => {
  const counts = counted([9, 2, 2, 2, 2, 1, 1, 1], { topK: 3 }, 300);
  expect(counts.map((count) => count > 0)).toEqual([false, true, true, true, false, false, false, false]);
});

it('a forbidden id far above all others leaves the others their weights', () => {
  expect(counted([1000, 0, 0, 0, 0, 0, 0, 0], {}, 700).filter((count) => count > 60)).toHaveLength(7);
});

it('the forced end comes at the limit, whatever the dice say', () => {
  const forced = { ...info, forcedEndId: 1, maxTargetLength: 5 };
  expect(rule({}, forced).next(logitsRow([0, -90, 9, 9, 9, 9, 9, 9]), 4)).toBe(1);
  expect(rule({}, forced).next(logitsRow([0, -90, 9, 9, 9, 9, 9, 9]), 3)).not.toBe(1);
});
