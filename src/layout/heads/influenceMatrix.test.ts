import { describe, expect, it } from 'vitest';
import {
  type AttentionKind,
  attentionStage,
  type Frame,
  makeFrame,
  type StageName,
} from '../../contract/index.ts';
import { alignedRow } from './alignment.ts';
import {
  estimatedLoss,
  INFLUENCES,
  influenceMatrix,
  influenceOf,
  largestInfluence,
  sharesOfLimit,
} from './influenceMatrix.ts';

type Numbers = readonly (readonly [AttentionKind, number, number[]])[];

/** Frames [H, 2, 3] of kinds and layers; of a decoder [H, 2, 2]. */
const frames = (numbers: Numbers): ReadonlyMap<StageName, Frame> =>
  new Map(
    numbers.map(([kind, layer, data]) => {
      const name = attentionStage(kind, layer, 'pattern');
      const S = kind === 'decoder' ? 2 : 3;
      return [name, makeFrame(name, [data.length / (2 * S), 2, S], Float32Array.from(data))];
    }),
  );

const patterns = frames([
  ['encoder', 0, [0, 1, 0, 0, 0, 1, 0.5, 0.25, 0.25, 0, 1, 0]],
  ['decoder', 0, [1, 0, 0.5, 0.5]],
]);
const gradients = frames([
  ['encoder', 0, [9, 2, 9, 9, 9, -2, 2, -8, 0, 5, 1, 5]],
  ['decoder', 0, [0.5, 64, -4, 10]],
]);
const first = { kind: 'encoder', layer: 0, head: 0 } as const;
const second = { ...first, head: 1 };
const writing = { kind: 'decoder', layer: 0, head: 0 } as const;

describe('what cells count for a word', () => {
  it('is weight times gradient, in nats, and changes neither', () => {
    expect([...(influenceOf(patterns, gradients, second, 'product')?.data ?? [])]).toEqual([
      1, -2, 0, 0, 1, 0,
    ]);
    expect([...(influenceOf(patterns, gradients, second, 'gradient')?.data ?? [])]).toEqual([
      2, -8, 0, 5, 1, 5,
    ]);
    const [pattern] = patterns.values();
    expect([...(pattern?.data.slice(6, 8) ?? [])]).toEqual([0.5, 0.25]);
  });

  it('is nothing where the head’s kind may not read, whatever the gradient there', () => {
    for (const of of INFLUENCES) expect(influenceOf(patterns, gradients, writing, of)?.data[1]).toBe(0);
  });

  it('has one scale for all heads: the largest of any, so that heads compare', () => {
    expect(largestInfluence(patterns, gradients, 'product')).toBe(5);
    expect(largestInfluence(patterns, gradients, 'gradient')).toBe(10);
    const own = influenceOf(patterns, gradients, first, 'product');
    expect(own && [...sharesOfLimit(own, 5).data]).toEqual([0, 2 / 5, 0, 0, 0, -2 / 5].map(Math.fround));
    expect(own && sharesOfLimit(own, 0)).toEqual(own);
  });

  it('comes, over a head, to what its being off is estimated to cost: signs cancel', () => {
    expect(estimatedLoss(patterns, gradients, first)).toBe(0);
    expect(estimatedLoss(patterns, gradients, writing)).toBeCloseTo(0.5 - 2 + 5, 6);
  });

  it('is not known of heads that are not there, nor before the gradient is', () => {
    expect(influenceOf(patterns, gradients, { ...first, head: 2 }, 'product')).toBeNull();
    expect(influenceOf(patterns, new Map(), first, 'product')).toBeNull();
    expect(largestInfluence(patterns, new Map(), 'product')).toBe(0);
    const [pattern] = patterns.values();
    const less = frames([['encoder', 0, [1, 1, 1, 1, 1, 1]]]).get('encoder.0.self.pattern');
    expect(() => pattern && less && influenceMatrix(pattern, less, 0)).toThrow(
      'influence: encoder.0.self.pattern: expected [2,2,3], got [1,2,3]',
    );
  });
});

describe('alignedRow', () => {
  it('is the row that reads the word most on the average of all heads and layers', () => {
    const cross = frames([
      ['cross', 0, [0.6, 0.4, 0, 0.1, 0.1, 0.8]],
      ['cross', 1, [0.2, 0.3, 0.5, 0, 0.9, 0.1, 0.3, 0.3, 0.4, 0.2, 0.4, 0.4]],
    ]);
    expect([0, 1, 2].map((key) => alignedRow(cross, key))).toEqual([0, 1, 1]);
  });

  it('is none without cross-attention, or for a word that is not there', () => {
    expect(alignedRow(new Map(), 0)).toBeNull();
    expect(alignedRow(frames([['cross', 0, [1, 0, 0, 0, 1, 0]]]), 3)).toBeNull();
  });
});
