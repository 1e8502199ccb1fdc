import { expect, test } from 'vitest';
import { type Candidate, candidateTable, chooseOpening, score } from './opening.ts';

/** A head by its weight on the noun, its row's largest and the nats lost, in both sentences. */
function candidate(head: number, ...parts: readonly (readonly [number, number, number])[]): Candidate {
  return {
    place: { kind: 'encoder', layer: 3, head },
    parts: parts.map(([link, largest, loss]) => ({ link, largest, loss })),
  };
}

/** Reads the noun with all it has, and nothing depends on it. */
const READS = candidate(4, [0.9999, 0.9999, 0.002], [0.9999, 0.9999, -0.002]);
/** Without it much is lost, but it reads another word. */
const MATTERS = candidate(2, [0.0003, 0.99, 0.84], [0, 0.99, 0.03]);
const BOTH = candidate(7, [0.96, 0.96, 0.35], [0.16, 0.22, 0]);
const A_LITTLE = candidate(1, [0.6, 0.6, 0.1], [0.1, 0.3, 0]);

test('the opening head both reads the noun and matters', () => {
  for (const order of [
    [READS, MATTERS, A_LITTLE, BOTH],
    [BOTH, A_LITTLE, MATTERS, READS],
  ]) {
    expect(chooseOpening(order)).toBe(BOTH);
  }
  expect(score(BOTH)).toBeCloseTo(0.96 * 0.35);
  // A loss below zero is no merit, and takes none away.
  expect(score(READS)).toBeCloseTo(0.002);
});

test('a row that is written 1.000 and zeros opens nothing where another will do', () => {
  const saturated = candidate(5, [0.9998, 0.9998, 2], [0.9, 0.9, 2]);
  expect(chooseOpening([saturated, BOTH])).toBe(BOTH);
});

test('the noun must be what the pronoun reads most in the sentence that opens the page', () => {
  const second = candidate(6, [0.3, 0.5, 3], [0.98, 0.98, 3]);
  expect(chooseOpening([second, A_LITTLE])).toBe(A_LITTLE);
});

test('where no head does both, the one that reads the noun most in both sentences', () => {
  expect(chooseOpening([MATTERS, candidate(0, [1, 1, 0], [0.2, 0.5, 0]), READS])).toBe(READS);
  expect(() => chooseOpening([])).toThrow('no encoder head');
});

test('the table has the best first, layers and heads from 1', () => {
  const [, first, second] = candidateTable([READS, MATTERS, BOTH]).split('\n');
  expect(first).toMatch(/^4 · 8 +0\.9600 +0\.9600 +0\.3500 .*0\.3360$/);
  expect(second).toMatch(/^4 · 5/);
});
