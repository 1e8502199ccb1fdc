import { expect, it } from 'vitest';
import { randomFrom } from './random.ts';

it('draws what mulberry32 is known to draw', () => {
  // The generator's published first numbers for seed 0, as ⌊· 2²⁰⌋ of the fractions 0.26642920868471265,
  // 0.0003297457005828619, 0.2232720274478197.
  const draw = randomFrom(0);
  const drawn = [draw(2 ** 20), draw(2 ** 20), draw(2 ** 20)];
  expect(drawn).toEqual(
    [0.26642920868471265, 0.0003297457005828619, 0.2232720274478197].map((x) => Math.floor(x * 2 ** 20)),
  );
});

it('draws each number about equally often, and other ones for another seed', () => {
  const count = (seed: number) => {
    const draw = randomFrom(seed);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 7000; i++) counts[draw(7)] = (counts[draw(7)] ?? 0) + 1;
    return counts;
  };
  for (const times of count(1)) expect(times).toBeGreaterThan(800);
  expect(count(1)).toEqual(count(1));
  expect(count(1)).not.toEqual(count(2));
});

it('takes the seed modulo 2³²', () => {
  const first = (seed: number) => randomFrom(seed)(2 ** 20);
  expect(first(2 ** 32 + 5)).toBe(first(5));
  expect(first(-1)).toBe(first(2 ** 32 - 1));
});
