import { describe, expect, it } from 'vitest';
import { carryOver, mix } from './fade.ts';

const from = { T: 2, S: 2, data: Float32Array.from([1, 2, 3, 4]) };

describe('carryOver', () => {
  it('keeps cells in their places when words are added or taken away', () => {
    expect([...carryOver(from, 3, 3).data]).toEqual([1, 2, 0, 3, 4, 0, 0, 0, 0]);
    expect([...carryOver(from, 1, 2).data]).toEqual([1, 2]);
    expect([...carryOver(from, 2, 1).data]).toEqual([1, 3]);
    expect(carryOver(from, 2, 2)).toBe(from);
  });
});

describe('mix', () => {
  it('runs from the old values to the new ones, and ends in them exactly', () => {
    const to = { T: 2, S: 2, data: Float32Array.from([3, 2, 1, 0]) };
    expect([...mix(from, to, 0).data]).toEqual([1, 2, 3, 4]);
    expect([...mix(from, to, 0.5).data]).toEqual([2, 2, 2, 2]);
    expect(mix(from, to, 1)).toBe(to);
    expect(mix(from, to, 1.7)).toBe(to);
  });
});
