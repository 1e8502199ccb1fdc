import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PositionsReplaced, SHUFFLE_BLOCK } from '../../contract/index.ts';
import { sinusoidalPositions } from '../kernels/embedding/positions.ts';
import { changedPositions, positionsChange, samePositions, shuffledPlaces } from './positions.ts';

const changed = (over: Partial<PositionsReplaced>): PositionsReplaced => ({
  type: 'positions',
  part: 'encoder',
  way: 'off',
  by: 0,
  seed: 1,
  ...over,
});

describe('shuffledPlaces', () => {
  it('keeps the places of every block together, and a longer list begins like a shorter one', () => {
    const holds = (seed: number, count: number) => {
      const places = shuffledPlaces(seed, count);
      expect(places).toHaveLength(count);
      expect(new Set(places).size).toBe(count);
      places.forEach((place, i) => {
        expect(Math.floor(place / SHUFFLE_BLOCK)).toBe(Math.floor(i / SHUFFLE_BLOCK));
      });
      expect(shuffledPlaces(seed, count + 40).slice(0, count)).toEqual(places);
    };
    fc.assert(fc.property(fc.integer(), fc.integer({ min: 0, max: 70 }), holds));
  });

  it('is the order that the rule written down in Python gives', () => {
    expect(shuffledPlaces(7, 20)).toEqual([
      8, 7, 11, 3, 14, 1, 5, 12, 2, 10, 4, 6, 9, 13, 15, 0, 30, 31, 16, 28,
    ]);
  });
});

describe('changedPositions', () => {
  it('is null where the model keeps its own', () => {
    expect(changedPositions([], 'encoder', 0, 3, 4)).toBeNull();
    expect(changedPositions([changed({ part: 'decoder' })], 'encoder', 0, 3, 4)).toBeNull();
    expect(changedPositions([changed({ way: 'shifted', by: 0 })], 'encoder', 0, 3, 4)).toBeNull();
  });

  it('adds nothing when off', () => {
    expect(changedPositions([changed({})], 'encoder', 0, 2, 3)).toEqual(new Float32Array(6));
  });

  it('shifts to the right and to the left of the first position', () => {
    const own = sinusoidalPositions(9, 4);
    expect(changedPositions([changed({ way: 'shifted', by: 4 })], 'encoder', 0, 5, 4)).toEqual(own.slice(16));
    const left = changedPositions([changed({ way: 'shifted', by: -2 })], 'encoder', 0, 4, 4) ?? [];
    expect([...left.slice(8)]).toEqual([...own.slice(0, 8)]);
    // Sines are odd and cosines even.
    expect([...left.slice(4, 8)]).toEqual([...own.slice(4, 8)].map((x, i) => (i < 2 ? -x : x)));
  });

  it('is for later rows what the whole table says of them', () => {
    for (const change of [
      changed({}),
      changed({ way: 'shifted', by: -3 }),
      changed({ way: 'shuffled', seed: 5 }),
    ]) {
      const whole = changedPositions([change], 'encoder', 0, 20, 4);
      expect(changedPositions([change], 'encoder', 15, 5, 4)).toEqual(whole?.slice(60));
    }
  });

  it('shuffles whole rows', () => {
    const own = sinusoidalPositions(32, 4);
    const got = changedPositions([changed({ way: 'shuffled', seed: 3 })], 'encoder', 0, 20, 4) ?? [];
    shuffledPlaces(3, 20).forEach((place, i) => {
      expect([...got.slice(4 * i, 4 * i + 4)]).toEqual([...own.slice(4 * place, 4 * place + 4)]);
    });
  });

  it('goes by the last change of the part', () => {
    const changes = [changed({}), changed({ part: 'decoder' }), changed({ way: 'shifted', by: 2 })];
    expect(positionsChange(changes, 'encoder')).toBe(changes[2]);
    expect(positionsChange([...changes, changed({ way: 'shifted' })], 'encoder')).toBeNull();
  });
});

it('samePositions compares what counts', () => {
  const [off, by2, by3, seed1] = [
    changed({ by: 1 }),
    changed({ way: 'shifted', by: 2 }),
    changed({ way: 'shifted', by: 3 }),
    changed({ way: 'shuffled' }),
  ];
  expect(samePositions(null, null)).toBe(true);
  expect(samePositions(off, null)).toBe(false);
  expect(samePositions(off, { ...off, by: 9, seed: 9 })).toBe(true);
  expect(samePositions(by2, { ...by2, seed: 9 })).toBe(true);
  expect(samePositions(by2, by3)).toBe(false);
  expect(samePositions(seed1, { ...seed1, by: 9 })).toBe(true);
  expect(samePositions(seed1, { ...seed1, seed: 9 })).toBe(false);
  expect(samePositions(off, seed1)).toBe(false);
});
