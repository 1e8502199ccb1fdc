import { describe, expect, it } from 'vitest';
import type { Intervention, Part, PositionsReplaced } from '../../contract/index.ts';
import { changedPositions, type OwnPositions } from './positions.ts';

const changed = (over: Partial<PositionsReplaced>): PositionsReplaced => ({
  type: 'positions',
  part: 'encoder',
  way: 'off',
  by: 0,
  seed: 1,
  ...over,
});

/** Positions that nobody has but this model: e at place i is (i, 10 i, 100 i). */
const own: OwnPositions = {
  width: 3,
  at: (places) => Float32Array.from(places.flatMap((i) => [i, 10 * i, 100 * i])),
};
const positions = (changes: readonly Intervention[], start: number, count: number, part: Part = 'encoder') =>
  changedPositions(changes, part, start, count, own);

describe('changedPositions', () => {
  it('is null where the model keeps its own', () => {
    expect(positions([], 0, 3)).toBeNull();
    expect(positions([changed({ part: 'decoder' })], 0, 3)).toBeNull();
    expect(positions([changed({ way: 'shifted', by: 0 })], 0, 3)).toBeNull();
  });

  it('adds nothing when off', () => {
    expect(positions([changed({})], 0, 2)).toEqual(new Float32Array(6));
  });

  it('is the model’s own positions at other places, whatever its rule', () => {
    const right = positions([changed({ way: 'shifted', by: 4 })], 0, 2);
    expect([...(right ?? [])]).toEqual([4, 40, 400, 5, 50, 500]);
    const left = positions([changed({ way: 'shifted', by: -1 })], 0, 2);
    expect(left).toEqual(own.at([-1, 0]));
    const shuffled = positions([changed({ way: 'shuffled', seed: 7, part: 'decoder' })], 0, 3, 'decoder');
    expect(shuffled).toEqual(own.at([8, 7, 11]));
  });

  it('is for later rows what the whole table says of them', () => {
    for (const change of [
      changed({}),
      changed({ way: 'shifted', by: -3 }),
      changed({ way: 'shuffled', seed: 5 }),
    ]) {
      const whole = positions([change], 0, 20);
      expect(positions([change], 15, 5)).toEqual(whole?.slice(45));
    }
  });

  it('goes by the last change of the part', () => {
    const changes = [changed({}), changed({ part: 'decoder' }), changed({ way: 'shifted', by: 2 })];
    expect(positions(changes, 0, 1)).toEqual(own.at([2]));
  });
});
