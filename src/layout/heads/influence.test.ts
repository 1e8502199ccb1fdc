import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttentionKind,
  attentionStage,
  type Frame,
  makeFrame,
  type StageName,
} from '../../contract/index.ts';
import { disagreement, gradientFits } from './influence.ts';

type Numbers = readonly (readonly [AttentionKind, number, number[]])[];

/** Frames [H, 2, 3] of kinds and layers, row-major numbers each. */
function frames(numbers: Numbers): ReadonlyMap<StageName, Frame> {
  return new Map(
    numbers.map(([kind, layer, data]) => {
      const name = attentionStage(kind, layer, 'pattern');
      return [name, makeFrame(name, [data.length / 6, 2, 3], Float32Array.from(data))];
    }),
  );
}

/** 2 × 2 heads of encoder and cross, rows that sum to 1 and any gradients. */
const pictures = fc
  .array(
    fc.tuple(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.integer({ min: -128, max: 128 }).map((n) => n / 64),
    ),
    {
      minLength: 24,
      maxLength: 24,
    },
  )
  .map((raw) => {
    const weights = raw.map(([weight], i) => {
      const row = raw.slice(i - (i % 3), i - (i % 3) + 3);
      return weight / row.reduce((sum, [other]) => sum + other, 0);
    });
    const slopes = raw.map(([, slope]) => slope);
    return { weights, slopes };
  });
const split = (all: number[]): Numbers => [
  ['encoder', 0, all.slice(0, 12)],
  ['cross', 0, all.slice(12)],
];

/** The definition, once more and as plainly as it can be said. */
function largestByHand(weights: readonly number[], slopes: readonly number[]): number {
  const rows = Array.from({ length: weights.length / 3 }, (_, row) =>
    [0, 1, 2].map((key) => {
      const [w, g] = [weights[3 * row + key] ?? 0, slopes[3 * row + key] ?? 0];
      return { w, size: Math.abs(w * g) };
    }),
  );
  const sum = (row: readonly { size: number }[]) => row.reduce((total, { size }) => total + size, 0);
  const most = Math.max(...rows.map(sum));
  const all = rows.flatMap((row) =>
    row.map(({ w, size }) => (sum(row) > 0 ? (w - size / sum(row)) * Math.sqrt(sum(row) / most) : 0)),
  );
  return Math.max(...all);
}

describe('disagreement', () => {
  it('is the largest of its definition, and lies where it says', () => {
    fc.assert(
      fc.property(pictures, ({ weights, slopes }) => {
        const found = disagreement(frames(split(weights)), frames(split(slopes)));
        expect(found?.size ?? 0).toBeCloseTo(Math.max(0, largestByHand(weights, slopes)), 4);
        if (!found) return;
        expect(found.size).toBeLessThanOrEqual(1);
        expect(found.share).toBeLessThan(found.weight + 1e-6);
        const frame = frames(split(weights)).get(attentionStage(found.kind, found.layer, 'pattern'));
        const at = (found.head * 2 + found.cell.query) * 3 + found.cell.key;
        expect(found.weight).toBe(frame?.data[at]);
        expect(found.instead?.key).not.toBe(found.cell.key);
        expect(found.instead?.share ?? 1).toBeGreaterThan(found.instead?.weight ?? 0);
      }),
    );
  });

  it('does not ask for the sign nor the size of the gradient as a whole', () => {
    fc.assert(
      fc.property(pictures, fc.constantFrom(-1, 4, 0.25, -8), ({ weights, slopes }, factor) => {
        const patterns = frames(split(weights));
        const a = disagreement(patterns, frames(split(slopes)));
        const b = disagreement(patterns, frames(split(slopes.map((slope) => slope * factor))));
        expect(b && { ...b, size: 0 }).toEqual(a && { ...a, size: 0 });
      }),
    );
  });

  it('finds none where every cell of a row counts as much as it weighs', () => {
    fc.assert(
      fc.property(pictures, ({ weights, slopes }) => {
        const even = slopes.map((_, i) => slopes[Math.floor(i / 3)] ?? 0);
        expect(disagreement(frames(split(weights)), frames(split(even)))).toBeNull();
      }),
    );
  });

  it('finds what is hidden in it, and says what counts instead', () => {
    const weights = [0.3, 0.3, 0.4, 0.2, 0.2, 0.6, 0.05, 0.9, 0.05, 0.1, 0.61, 0.29];
    const slopes = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.01, 3];
    const one = (data: number[]): Numbers => [['decoder', 0, data]];
    expect(disagreement(frames(one(weights)), frames(one(slopes)))).toMatchObject({
      kind: 'decoder',
      layer: 0,
      head: 1,
      cell: { query: 1, key: 1 },
      instead: { key: 2 },
    });
  });

  it('passes over rows the word does not depend on', () => {
    const weights = [0, 0.9, 0.1, 0.4, 0.6, 0];
    const nearlyNothing = [0, 0, 1e-4, 1, 0.2, 0];
    const one = (data: number[]): Numbers => [['cross', 0, data]];
    expect(disagreement(frames(one(weights)), frames(one(nearlyNothing)))?.cell).toEqual({
      query: 1,
      key: 1,
    });
  });

  it('refuses frames of other shapes, and needs no frames of other kinds', () => {
    const patterns = frames([['encoder', 0, Array.from({ length: 12 }, () => 0.3)]]);
    const less = frames([['encoder', 0, Array.from({ length: 6 }, () => 1)]]);
    expect(() => disagreement(patterns, less)).toThrow(
      'influence: encoder.0.self.pattern: expected [2,2,3], got [1,2,3]',
    );
    expect(disagreement(patterns, new Map())).toBeNull();
    expect([
      gradientFits(patterns, less),
      gradientFits(patterns, patterns),
      gradientFits(new Map(), less),
    ]).toEqual([false, true, false]);
  });
});
