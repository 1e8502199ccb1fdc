import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PositionsReplaced, SHUFFLE_BLOCK } from '../intervention.ts';
import { placesOf, positionsOf, samePositions, shuffledPlaces } from './positions.ts';

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

describe('placesOf', () => {
  it('is none where nothing is added', () => {
    expect(placesOf(changed({}), 3, 2)).toBeNull();
  });

  it('shifts to the right, and to the left of the first place', () => {
    expect(placesOf(changed({ way: 'shifted', by: 4 }), 2, 3)).toEqual([6, 7, 8]);
    expect(placesOf(changed({ way: 'shifted', by: -3 }), 1, 3)).toEqual([-2, -1, 0]);
  });

  it('shuffles by the seed, later places as the whole list has them', () => {
    const change = changed({ way: 'shuffled', seed: 7 });
    expect(placesOf(change, 14, 4)).toEqual([15, 0, 30, 31]);
    expect(placesOf(change, 0, 18)?.slice(14)).toEqual([15, 0, 30, 31]);
  });
});

describe('positionsOf', () => {
  it('is the last change of the part', () => {
    const changes = [changed({}), changed({ part: 'decoder' }), changed({ way: 'shifted', by: 2 })];
    expect(positionsOf(changes, 'encoder')).toBe(changes[2]);
    expect(positionsOf(changes, 'decoder')).toBe(changes[1]);
  });

  it('is null where the model keeps its own', () => {
    expect(positionsOf([], 'encoder')).toBeNull();
    expect(positionsOf([changed({ part: 'decoder' })], 'encoder')).toBeNull();
    expect(positionsOf([changed({}), changed({ way: 'shifted' })], 'encoder')).toBeNull();
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
