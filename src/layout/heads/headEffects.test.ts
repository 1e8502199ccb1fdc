import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeadAt, HeadEffect } from '../../contract/index.ts';
import { effectAt, LITTLE_NATS, largestEffect } from './headEffects.ts';
import { headKey } from './headMeasures.ts';

const headsOf = (count: number): readonly HeadAt[] =>
  Array.from({ length: count }, (_, head) => ({ kind: 'cross', layer: 1, head }));
const effectOf = (loss: number, drops: readonly number[] = []): HeadEffect => ({
  loss,
  most: Math.max(loss, ...drops),
  mostRow: 0,
  drops,
});
const measured = (heads: readonly HeadAt[], drops: readonly number[]) =>
  new Map(
    drops.map((drop, i) => [headKey(heads[i] ?? { kind: 'cross', layer: 0, head: i }), effectOf(0, [drop])]),
  );

describe('effectAt', () => {
  it('is the mean, or the drop at a word that is written', () => {
    expect(effectAt(effectOf(0.2, [0.5, -0.1]), null)).toBe(0.2);
    expect(effectAt(effectOf(0.2, [0.5, -0.1]), 1)).toBe(-0.1);
    expect(effectAt(effectOf(0.2, [0.5, -0.1]), 2)).toBeNull();
    expect(effectAt(undefined, null)).toBeNull();
  });
});

describe('largestEffect', () => {
  it('is the largest change either way, and counts those that hardly change anything', () => {
    const heads = headsOf(4);
    const effects = measured(heads, [-0.4, 0.02, -0.09, 0.1]);
    expect(largestEffect(heads, effects, 0)).toEqual({ head: heads[0], most: 0.4, little: 2, count: 4 });
  });

  it('is of those that are measured, and of none where no such word is written', () => {
    const heads = headsOf(3);
    expect(largestEffect(heads, measured(heads, [0.3]), 0)).toMatchObject({ most: 0.3, count: 1 });
    expect(largestEffect(heads, measured(heads, [1, 1, 1]), 1)).toBeNull();
    expect(largestEffect(heads, new Map(), null)).toBeNull();
  });

  it('bounds every head that was measured', () => {
    const drops = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(drops, (all) => {
        const heads = headsOf(all.length);
        const largest = largestEffect(heads, measured(heads, all), 0);
        expect(Math.max(...all.map(Math.abs))).toBe(largest?.most);
        const much = all.filter((drop) => !(Math.abs(drop) < LITTLE_NATS)).length;
        expect(much + (largest?.little ?? 0)).toBe(all.length);
      }),
    );
  });
});
