import { describe, expect, it } from 'vitest';
import { rankedKeys, reading, spokenCell, strongestKey } from './reading.ts';

const matrix = { T: 2, S: 4, data: Float32Array.from([0.1, 0.4, 0.4, 0.1, 0.5, 0.5, 0, 0]) };
const labels = { queries: ['it', 'was'], keys: ['the', 'cat', 'the', '.'] };

describe('reading', () => {
  it('gives the largest weights first, equal ones in order, and sums the rest', () => {
    const read = reading(matrix, 0, labels, 3, 'encoder');
    expect(read?.label).toBe('it');
    expect(read?.top.map((t) => [t.key, t.label, t.occurrence])).toEqual([
      [1, 'cat', 0],
      [2, 'the', 2],
      [0, 'the', 1],
    ]);
    expect(read?.rest.count).toBe(1);
    expect(read?.rest.weight).toBeCloseTo(0.1, 6);
  });

  it('does not count what may not be read', () => {
    const read = reading(matrix, 1, labels, 1, 'decoder');
    expect(read?.top.map((t) => t.key)).toEqual([0]);
    expect(read?.rest).toEqual({ count: 1, weight: 0.5 });
  });

  it('does not count columns that are not drawn', () => {
    const read = reading(matrix, 0, labels, 1, 'encoder', [0, 3]);
    expect(read?.top.map((t) => t.key)).toEqual([1]);
    expect(read?.rest.count).toBe(1);
  });

  it('is null for a row that is not there', () => {
    expect(reading(matrix, 2, labels, 3, 'encoder')).toBeNull();
    expect(reading(matrix, -1, labels, 3, 'encoder')).toBeNull();
    expect(strongestKey(matrix, 2, 'encoder')).toBeNull();
  });
});

describe('spokenCell', () => {
  it('says from, to, how much and which place', () => {
    const said = spokenCell(matrix, { query: 0, key: 2 }, labels, 'encoder');
    expect(said).toMatchObject({ query: 'it', key: 'the', rank: 2, masked: false });
    expect(said.weight).toBeCloseTo(0.4, 6);
  });

  it('has no place for a masked cell', () => {
    expect(spokenCell(matrix, { query: 0, key: 1 }, labels, 'decoder')).toMatchObject({
      rank: 0,
      masked: true,
    });
  });
});

it('ranks every key once', () => {
  expect(rankedKeys(matrix, 0, 'encoder')).toEqual([1, 2, 0, 3]);
  expect(strongestKey(matrix, 1, 'encoder')).toBe(0);
});
