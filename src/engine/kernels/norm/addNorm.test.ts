import { expect, it } from 'vitest';
import { expectClose, numbersOf, of, onHosts } from '../../testing/onHosts.ts';
import { addNorm } from './addNorm.ts';

async function run(
  rows: number,
  operands: Readonly<Record<'x' | 'residual' | 'gain' | 'bias', readonly number[]>>,
): Promise<number[]> {
  const { x, residual, gain, bias } = operands;
  const width = gain.length;
  const [out] = await numbersOf(() => [
    addNorm(of([1, rows, width], x), of([1, rows, width], residual), {
      gain: of([width], gain),
      bias: of([width], bias),
    }),
  ]);
  return [...(out ?? [])];
}

onHosts('addNorm', () => {
  it('is worked out by hand: (x − mean) ÷ √(variance + 1e-5) · gain + bias', async () => {
    // The sums are 1, 3, 8: mean 4, variance (9 + 1 + 16) ÷ 3. And 6, 6, 9: mean 7, variance 2.
    const out = await run(2, {
      x: [0, 3, 4, 1, 2, 3],
      residual: [1, 0, 4, 5, 4, 6],
      gain: [1, 2, -1],
      bias: [0, 10, 0.5],
    });
    const [first, second] = [Math.sqrt(26 / 3 + 1e-5), Math.sqrt(2 + 1e-5)];
    const expected = [
      -3 / first,
      10 - 2 / first,
      0.5 - 4 / first,
      -1 / second,
      10 - 2 / second,
      0.5 - 2 / second,
    ];
    expectClose(out, expected, 1e-5);
  });

  it('gives the bias for a row of equal numbers', async () => {
    const out = await run(1, {
      x: [7, 7, 7, 7],
      residual: [0, 0, 0, 0],
      gain: [9, 9, 9, 9],
      bias: [1, 2, 3, 4],
    });
    expect(out).toEqual([1, 2, 3, 4]);
  });

  it('keeps small differences on top of a large mean', async () => {
    const out = await run(1, { x: [4097, 4095], residual: [0, 0], gain: [1, 1], bias: [0, 0] });
    expect(out[0]).toBeCloseTo(1, 4);
    expect(out[1]).toBeCloseTo(-1, 4);
  });
});
