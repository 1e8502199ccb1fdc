import { expect, test } from 'vitest';
import { inFigures, tableOf } from './table.ts';

test('numbers with the places a reader needs', () => {
  expect([0.1234, 9.949, 9.96, 99.4, 99.6, 1234.5, -0.5, Number.NaN].map(inFigures)).toEqual([
    '0.12',
    '9.95',
    '10.0',
    '99.4',
    '100',
    '1235',
    '-0.50',
    '–',
  ]);
});

test('columns stand under their titles, numbers to the right, counts whole', () => {
  const table = tableOf(
    ['backend', 'keys', 'median'],
    [
      ['wasm', 160, 31],
      ['cpu', 8, 402.4],
    ],
  );
  expect(table.split('\n')).toEqual([
    'backend  keys  median',
    'wasm      160    31.0',
    'cpu         8     402',
  ]);
});
