import { expect, test } from 'vitest';
import type { Token } from '../../contract/index.ts';
import { createTranslator } from '../../i18n/index.ts';
import { alignTokens } from '../../layout/index.ts';
import { gapBetween } from '../shared/gapBetween.ts';
import { pairLabels, unwritten } from './pairLabels.ts';
import { cellAtPlace, isUneven, placeOfCell } from './usePair.ts';

const t = createTranslator('en');
const sentence = (text: string): readonly Token[] => [
  ...text
    .split(' ')
    .map((word, i): Token => ({ id: i, text: word, start: 0, end: 0, word: i, role: 'text' })),
  { id: 99, text: '</s>', start: 0, end: 0, word: 99, role: 'end' },
];

test('same words stand once; where they differ a sign says so, and both are said', () => {
  const [a, b] = [sentence('too tired'), sentence('far too wide')];
  const labels = pairLabels(alignTokens(a, b), a, b, t);
  const shown = (side: keyof typeof labels) => labels[side].map((label) => label.shown);
  expect(shown('a')).toEqual(['–', 'too', '≠ tired', '↵']);
  expect(shown('b')).toEqual(['≠ far', 'too', '≠ wide', '↵']);
  expect(shown('both')).toEqual(['– ≠ far', 'too', 'tired ≠ wide', '↵']);
  expect(shown('short')).toEqual(['≠ far', 'too', '≠ wide', '↵']);
  expect(labels.both.map(({ spoken }) => spoken)).toEqual([
    'A\u00a0–, B\u00a0far',
    'too',
    'A\u00a0tired, B\u00a0wide',
    'end mark',
  ]);
});

test('labels that another picture has are said and not written', () => {
  const [a, b] = [sentence('too tired'), sentence('too wide')];
  const labels = pairLabels(alignTokens(a, b), a, b, t).b;
  expect(unwritten(labels).map(({ shown }) => shown)).toEqual(['', '', '']);
  expect(unwritten(labels).map(({ spoken }) => spoken)).toEqual(labels.map(({ spoken }) => spoken));
});

test('no full stop stands apart, and nothing after what is elided', () => {
  const line = ["L'", 'animal', 'était', 'fatigué', '.'];
  const written = line.map((word, i) => word + gapBetween(word, line[i + 1])).join('');
  expect(written).toBe("L'animal était fatigué.");
});

test('a cell of A has its place where A has both words, and only there; what one lacks is hatched', () => {
  const places = alignTokens(sentence('was tired'), sentence('was far too wide'));
  const grid = { values: [], T: places.length, S: places.length };
  const pair = { rows: places, columns: places, a: grid, b: grid, difference: grid };
  for (const [query, row] of places.entries()) {
    for (const [key, column] of places.entries()) {
      const cell = cellAtPlace(pair, { query, key });
      expect(cell === null).toBe(row.a === null || column.a === null);
      if (cell) expect(placeOfCell(pair, cell)).toEqual({ query, key });
    }
  }
  expect(cellAtPlace(pair, null)).toBeNull();
  expect(placeOfCell(pair, { query: 99, key: 0 })).toBeNull();
  expect(isUneven(pair)).toBe(true);
  const even = alignTokens(sentence('too tired'), sentence('too wide'));
  expect(isUneven({ ...pair, rows: even, columns: even })).toBe(false);
});
