import { describe, expect, it } from 'vitest';
import type { HeadSet, Intervention } from '../intervention.ts';
import { concerns, isCausal, meaningOf, scaleOf } from './head.ts';
import type { Mask } from './masks.ts';

const all = { kind: 'decoder', layer: null, heads: null } as const;
const at = { kind: 'decoder', layer: 1, head: 2 } as const;
const mask = (word: Mask, size = 1, over: Partial<HeadSet> = {}): Intervention => ({
  type: 'mask',
  mask: word,
  size,
  ...all,
  ...over,
});

describe('concerns', () => {
  const off = (over: Partial<HeadSet>): Intervention => ({ type: 'off', way: 'zero', ...all, ...over });

  it.each<[string, Intervention, boolean]>([
    ['every head of its kind', off({}), true],
    ['its layer', off({ layer: 1 }), true],
    ['its number in every layer', off({ heads: [0, 2] }), true],
    ['itself', off({ layer: 1, heads: [2] }), true],
    ['another kind', off({ kind: 'cross' }), false],
    ['another layer', off({ layer: 0 }), false],
    ['another head', off({ layer: 1, heads: [1, 3] }), false],
    ['no head', off({ heads: [] }), false],
    ['positions', { type: 'positions', part: 'decoder', way: 'off', by: 0, seed: 0 }, false],
  ])('of a change about %s', (_, change, expected) => {
    expect(concerns(change, at)).toBe(expected);
  });

  it('is asked of a whole layer without a head', () => {
    const layer = { kind: 'decoder', layer: 1 } as const;
    expect(concerns(off({ layer: 1, heads: [7] }), layer)).toBe(true);
    expect(concerns(off({ layer: 0, heads: [7] }), layer)).toBe(false);
  });
});

describe('meaningOf', () => {
  it('is the unchanged model without changes: the decoder’s own mask is causal, the others have none', () => {
    const masks = [{ mask: 'causal', size: 1 }];
    expect(meaningOf([], at)).toEqual({ masks, forbidden: [], factor: 1, off: null });
    expect(meaningOf([], { ...at, kind: 'encoder' }).masks).toEqual([]);
    expect(meaningOf([], { ...at, kind: 'cross' }).masks).toEqual([]);
  });

  it.each<[string, readonly Intervention[], readonly [Mask, number][]]>([
    [
      'besides its own',
      [mask('window', 3)],
      [
        ['causal', 1],
        ['window', 3],
      ],
    ],
    ['none takes away all before it', [mask('window', 3), mask('none')], []],
    ['none, then another, without its own', [mask('none'), mask('window', 0)], [['window', 0]]],
    [
      'of one sort the later size',
      [mask('none'), mask('block', 2), mask('padding', 4), mask('block', 3)],
      [
        ['padding', 4],
        ['block', 3],
      ],
    ],
    ['its own put on again, without a size', [mask('none'), mask('causal', 7)], [['causal', 1]]],
    [
      'only those that concern it',
      [mask('none', 1, { layer: 0 }), mask('none', 1, { heads: [3] })],
      [['causal', 1]],
    ],
  ])('has masks: %s', (_, changes, expected) => {
    const { masks } = meaningOf(changes, at);
    expect(masks.map((held) => [held.mask, held.size])).toEqual(expected);
  });

  it('is causal as long as the causal mask is among its masks', () => {
    expect(isCausal(meaningOf([mask('window', 3)], at))).toBe(true);
    expect(isCausal(meaningOf([mask('none'), mask('window', 3)], at))).toBe(false);
    expect(isCausal(meaningOf([mask('causal', 1, { kind: 'cross' })], { ...at, kind: 'cross' }))).toBe(true);
  });

  it('takes the later of two scales and of two ways off; forbidden cells add up', () => {
    const changes: Intervention[] = [
      { type: 'scale', factor: 3, ...all },
      { type: 'off', way: 'zero', ...all },
      { type: 'forbid', mode: 'after', cells: [{ query: 0, key: null }], ...all },
      { type: 'scale', factor: null, ...all, layer: 1 },
      { type: 'off', way: 'mean', ...all, heads: [2] },
      { type: 'forbid', mode: 'before', cells: [{ query: 4, key: 1 }], ...all, heads: [2] },
    ];
    expect(meaningOf(changes, at)).toMatchObject({
      factor: null,
      off: 'mean',
      forbidden: [
        { cells: [{ query: 0, key: null }], mode: 'after' },
        { cells: [{ query: 4, key: 1 }], mode: 'before' },
      ],
    });
    expect(meaningOf(changes, { ...at, layer: 0, head: 0 })).toMatchObject({ factor: 3, off: 'zero' });
  });
});

it('scaleOf is the factor ÷ √Dh; 1 where scores are not divided', () => {
  expect(scaleOf({ factor: 1 }, 16)).toBe(1 / 4);
  expect(scaleOf({ factor: -6 }, 9)).toBe(-2);
  expect(scaleOf({ factor: null }, 16)).toBe(1);
});
