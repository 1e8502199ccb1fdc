import { describe, expect, it } from 'vitest';
import { expectClose } from '../../testing/onHosts.ts';
import { sinusoidalPositions, sinusoids } from './positions.ts';

describe('sinusoidalPositions', () => {
  it('stands all sines before all cosines', () => {
    const table = sinusoidalPositions(3, 4);
    const slow = 1 / 100;
    const expected = [0, 1, 2].flatMap((p) => [
      Math.sin(p),
      Math.sin(p * slow),
      Math.cos(p),
      Math.cos(p * slow),
    ]);
    expectClose(table.slice(0, 12), expected, 1e-6);
  });

  it('has one sine more than cosines where the width is odd', () => {
    const row = sinusoidalPositions(8, 5).subarray(7 * 5);
    const angles = [0, 2, 4].map((column) => 7 * Math.exp((-column * Math.log(10000)) / 5));
    const [a = 0, b = 0, c = 0] = angles;
    const expected = [Math.sin(a), Math.sin(b), Math.sin(c), Math.cos(a), Math.cos(b)];
    expectClose(row, expected, 1e-6);
  });

  it('begins with zeros and ones', () => {
    expect([...sinusoidalPositions(1, 6)]).toEqual([0, 0, 0, 1, 1, 1]);
  });
});

describe('sinusoids', () => {
  it('go on to the right of a table and to the left of the first position', () => {
    const own = sinusoidalPositions(9, 4);
    expect(sinusoids([4, 5, 6, 7, 8], 4)).toEqual(own.slice(16));
    const left = [...sinusoids([-2, -1, 0, 1], 4)];
    expect(left.slice(8)).toEqual([...own.slice(0, 8)]);
    // Sines are odd and cosines even.
    expect(left.slice(4, 8)).toEqual([...own.slice(4, 8)].map((x, i) => (i < 2 ? -x : x)));
  });

  it('are rows of the table in any order', () => {
    const own = sinusoidalPositions(32, 4);
    const got = sinusoids([8, 7, 30, 3], 4);
    [8, 7, 30, 3].forEach((place, i) => {
      expect([...got.slice(4 * i, 4 * i + 4)]).toEqual([...own.slice(4 * place, 4 * place + 4)]);
    });
  });
});
