import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Token } from '../../contract/index.ts';
import type { Matrix } from '../matrix/matrix.ts';
import { headHere, MOSTLY } from './headHere.ts';

const word = (text: string): Token => ({ id: 5, text, start: 0, end: 0, word: 0, role: 'text' });
const END: Token = { id: 0, text: '</s>', start: 0, end: 0, word: 9, role: 'end' };
const sentence = (n: number): readonly Token[] =>
  Array.from({ length: n }, (_, i) => (i === n - 1 ? END : word('a')));

function pattern(n: number, rule: (query: number, key: number) => number): Matrix {
  const data = new Float32Array(n * n);
  for (let query = 0; query < n; query++) {
    const row = Array.from({ length: n }, (_, key) => rule(query, key));
    const sum = row.reduce((a, b) => a + b, 0) || 1;
    data.set(
      row.map((weight) => weight / sum),
      query * n,
    );
  }
  return { data, T: n, S: n };
}

const here = (matrix: Matrix, row: number | null, kind: 'encoder' | 'cross' = 'encoder') =>
  headHere(matrix, kind, kind, { queries: sentence(matrix.T), keys: sentence(matrix.S) }, row);

test('the row asked about: the word it reads, or of several the first', () => {
  const matrix = pattern(5, (i, j) => (i === 2 ? [24, 1, 0, 0, 0] : [3, 1, 2, 2, 2])[j] ?? 0);
  expect(here(matrix, 2)).toEqual({ does: 'reads', cell: { query: 2, key: 0 }, weight: matrix.data[10] });
  expect(here(matrix, 1)).toMatchObject({ does: 'spreads', cell: { query: 1, key: 0 } });
  expect(here(matrix, 9)).not.toMatchObject({ does: 'reads' });
});

test('of all rows what holds for most of the weight', () => {
  const before = pattern(6, (i, j) => (j === i - 1 || (i === 0 && j === 0) ? 8 : 0.4));
  expect(here(before, null)).toMatchObject({ does: 'previous' });
  expect(
    here(
      pattern(6, (i, j) => Number(i === j)),
      null,
    ),
  ).toMatchObject({ does: 'same', share: 1 });
  expect(
    here(
      pattern(6, (_, j) => Number(j === 5)),
      null,
    ),
  ).toMatchObject({ does: 'separator', share: 1 });
  // A place in the other text is no rule.
  expect(
    here(
      pattern(6, (i, j) => Number(i === j)),
      null,
      'cross',
    ),
  ).toMatchObject({ does: 'strongest' });
});

test('no rule: the strongest cell; none: how evenly it reads', () => {
  const one = pattern(6, (i, j) => (i === 4 && j === 1 ? 30 : 1));
  expect(here(one, null)).toMatchObject({ does: 'strongest', cell: { query: 4, key: 1 } });
  expect(
    here(
      pattern(6, () => 1),
      null,
    ),
  ).toEqual({ does: 'broad', evenness: expect.closeTo(1, 6) });
});

test('what is said is never less than most, and is a number of the picture', () => {
  const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 25, maxLength: 25 });
  fc.assert(
    fc.property(weights, fc.option(fc.nat(4)), (numbers, row) => {
      const matrix = pattern(5, (i, j) => numbers[i * 5 + j] ?? 0);
      const said = here(matrix, row);
      if (said === null || said.does === 'broad') return;
      if ('cell' in said) expect(said.weight).toBe(matrix.data[said.cell.query * 5 + said.cell.key]);
      const amount = 'cell' in said ? said.weight : said.share;
      if (said.does === 'spreads') expect(amount).toBeLessThan(MOSTLY);
      else expect(amount).toBeGreaterThanOrEqual(MOSTLY);
    }),
  );
});
