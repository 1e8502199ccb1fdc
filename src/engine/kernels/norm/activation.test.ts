import { expect, it } from 'vitest';
import { numbersOf, of, onHosts } from '../../testing/onHosts.ts';
import { activate, type SmoothActivation } from './activation.ts';

/** x, x·σ(x) and x·Φ(x), by Python's `math` in double precision (`x / (1 + exp(-x))`, `x · erfc(-x / √2) / 2`). */
const VALUES = [
  [-30, -2.8072868906517896e-12, -1.4720141781446293e-196],
  [-6, -0.014835738939808647, -5.919525870226207e-9],
  [-3, -0.14227761953270035, -0.004049694094890287],
  [-1, -0.2689414213699951, -0.15865525393145707],
  [-0.5, -0.1887703343990727, -0.15426876936299344],
  [-0.001, -0.0004997500000208334, -0.000499601057786089],
  [0, 0, 0],
  [0.001, 0.0005002499999791667, 0.000500398942213911],
  [0.5, 0.3112296656009273, 0.34573123063700656],
  [1, 0.7310585786300049, 0.8413447460685429],
  [2, 1.7615941559557646, 1.9544997361036416],
  [4.5, 4.450558758162331, 4.4999847104709385],
  [9, 8.998889448816124, 9],
  [100, 100, 100],
] as const;

async function run(activation: SmoothActivation, x: readonly number[]): Promise<number[]> {
  const [out] = await numbersOf(() => [activate(of([1, 2, x.length / 2], x), activation)]);
  return [...(out ?? [])];
}

onHosts('activation', () => {
  it.each([
    ['swish', 1],
    ['gelu', 2],
  ] as const)('%s agrees with high precision', async (activation, column) => {
    const out = await run(
      activation,
      VALUES.map(([x]) => x),
    );
    VALUES.forEach((row, i) => {
      const expected = row[column];
      expect(Math.abs((out[i] ?? Number.NaN) - expected)).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(expected)),
      );
    });
  });

  it.each(['swish', 'gelu'] as const)('%s stays finite far out', async (activation) => {
    const out = await run(activation, [-1e4, 1e4]);
    expect(out[0]).toBeCloseTo(0, 30);
    expect(out[1]).toBe(1e4);
  });
});
