import { describe, expect, it } from 'vitest';
import { MOST_DIMENSIONS, randomScores } from './randomScores.ts';

const powers = Array.from({ length: 10 }, (_, power) => 2 ** power);
const largest = (weights: Float64Array) => Math.max(...weights);
const sum = (weights: Float64Array) => weights.reduce((all, one) => all + one, 0);

describe('random q and k', () => {
  it('have a q·k whose variance is about d, and about 1 once it is divided by √d', () => {
    for (const d of powers) {
      const { variance, dividedVariance } = randomScores(d);
      expect(dividedVariance).toBeGreaterThan(0.6);
      expect(dividedVariance).toBeLessThan(1.6);
      expect(variance).toBeCloseTo(dividedVariance * d, 8);
    }
  });

  it('give rows that sum to 1; undivided, one word gets nearly all of it when d is large', () => {
    for (const d of powers) {
      const { undivided, divided } = randomScores(d);
      expect(sum(undivided)).toBeCloseTo(1, 10);
      expect(sum(divided)).toBeCloseTo(1, 10);
      expect(largest(undivided)).toBeGreaterThanOrEqual(largest(divided) - 1e-12);
    }
    const { undivided, divided } = randomScores(MOST_DIMENSIONS);
    expect(largest(undivided)).toBeGreaterThan(0.95);
    expect(largest(divided)).toBeLessThan(0.7);
  });

  it('are the same whenever they are asked for', () => {
    expect(randomScores(64)).toEqual(randomScores(64));
  });
});
