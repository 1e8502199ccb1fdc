import { describe, expect, it } from 'vitest';
import { expectClose } from '../../../../e2e/engine/onHosts.ts';
import { sinusoidalPositions } from './positions.ts';

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
