import { describe, expect, it } from 'vitest';
import type { Intervention, MatrixWords } from '../../contract/index.ts';
import { meaningOf } from '../../contract/index.ts';
import { createTranslator } from '../../i18n/index.ts';
import { headTables, type MatrixName } from '../../layout/index.ts';
import { make } from '../../testing/inspected.ts';
import { columnMet, productText } from './productText.ts';

const t = createTranslator('en');
const sizes = { kind: 'cross', T: 4, S: 5, H: 2, Dh: 3 } as const;
const set = { kind: 'cross', layer: null, heads: null } as const;

function said(
  name: MatrixName,
  changes: readonly Intervention[] = [],
  row = 1,
  column = 2,
  words: MatrixWords = 'rows',
): string {
  const { place, source } = make(sizes, 3, changes, [0, 0, 0]);
  const tables = headTables(place, source);
  return productText(
    t,
    { name, row, column },
    { kind: 'cross', words, tables, meaning: meaningOf(changes, place) },
  );
}

describe('the product that a number is', () => {
  it('counts the side on which its two factors meet', () => {
    const { place, source } = make(sizes, 3, [], [0, 0, 0]);
    const width = headTables(place, source).get('I')?.columns;
    expect(said('Q')).toBe(`= its row of I × column 3 of W^q: Σ of ${width} products, + bias`);
    expect(said('K')).toBe(`= its row of E × column 3 of W^k: Σ of ${width} products, + bias`);
    expect(said('A')).toBe('= row of Q × column of Kᵀ: Σ of 3 products, ÷ √3');
    expect(said('O')).toBe('= its row of Â × column 3 of V: Σ of 5 products');
    for (const name of ['I', 'Wq', 'Wk', 'Wv', 'Ahat'] as const) expect(said(name)).toBe('');
  });

  it('is turned round where words are columns', () => {
    const turned = (name: MatrixName) => said(name, [], 1, 2, 'columns');
    expect(turned('V')).toMatch(/^= row 3 of W\^v × its column of E: Σ of \d+ products, \+ bias$/);
    expect(turned('A')).toBe('= row of Kᵀ × column of Q: Σ of 3 products, ÷ √3');
    expect(turned('O')).toBe('= row 3 of V × its column of Â: Σ of 5 products');
    expect(turned('I')).toBe('');
  });

  it('is what a change made of it, or none', () => {
    expect(said('A', [{ type: 'scale', factor: null, ...set }])).toMatch(/3 products$/);
    expect(said('A', [{ type: 'scale', factor: 2.5, ...set }])).toMatch(/÷ √3, × 2.5$/);
    expect(said('O', [{ type: 'off', way: 'mean', ...set }])).toBe('');
    const shut = { type: 'forbid', mode: 'before', cells: [{ query: 1, key: 2 }], ...set } as const;
    expect([said('A', [shut]), said('A', [shut], 1, 3)]).toEqual(['', expect.stringContaining('Kᵀ')]);
  });

  it('lights the column of the map, and of the values', () => {
    const at = (name: MatrixName) => columnMet({ name, row: 1, column: 2 })?.name ?? null;
    expect((['Q', 'K', 'V', 'O', 'A', 'I'] as const).map(at)).toEqual(['Wq', 'Wk', 'Wv', 'V', null, null]);
    expect(columnMet(null)).toBeNull();
  });
});
