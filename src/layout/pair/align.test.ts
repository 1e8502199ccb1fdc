import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Token } from '../../contract/index.ts';
import {
  alignTokens,
  alignWords,
  gridAt,
  gridCells,
  gridDifference,
  placedGrid,
  wordsApart,
} from './align.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });

/** The length of the longest common subsequence, by trying all of them. */
function longest(a: readonly string[], b: readonly string[]): number {
  const [x, ...rest] = a;
  if (x === undefined) return 0;
  const at = b.indexOf(x);
  const without = longest(rest, b);
  return at < 0 ? without : Math.max(without, 1 + longest(rest, b.slice(at + 1)));
}

describe('alignWords', () => {
  it('has every word of both once and in order, and as many in common as can be', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const places = alignWords(a, b);
        expect(places.flatMap((place) => place.a ?? [])).toEqual(a.map((_, i) => i));
        expect(places.flatMap((place) => place.b ?? [])).toEqual(b.map((_, i) => i));
        for (const place of places) {
          expect(place.a !== null || place.b !== null).toBe(true);
          const equal = place.a !== null && place.b !== null && a[place.a] === b[place.b];
          if (place.same) expect(equal).toBe(true);
        }
        expect(places.filter(({ same }) => same)).toHaveLength(longest(a, b));
      }),
    );
  });

  it('lays a sentence beside itself word by word', () => {
    fc.assert(
      fc.property(words, (a) => {
        expect(alignWords(a, a)).toEqual(a.map((_, i) => ({ a: i, b: i, same: true })));
      }),
    );
  });

  it('pairs what differs between the same words, and leaves the rest alone', () => {
    const a = 'it was too tired .'.split(' ');
    expect(alignWords(a, 'it was too wide .'.split(' '))[3]).toEqual({ a: 3, b: 3, same: false });
    expect(alignWords(a, 'it was far too very wide .'.split(' ')).slice(2)).toEqual([
      { a: null, b: 2, same: false },
      { a: 2, b: 3, same: true },
      { a: 3, b: 4, same: false },
      { a: null, b: 5, same: false },
      { a: 4, b: 6, same: true },
    ]);
    expect(alignWords([], ['a'])).toEqual([{ a: null, b: 0, same: false }]);
  });
});

describe('alignTokens', () => {
  it('does not take a word that spells like a mark for one', () => {
    const token = (text: string, role: Token['role']): Token => ({
      id: 1,
      text,
      start: 0,
      end: 0,
      word: 0,
      role,
    });
    const places = alignTokens([token('</s>', 'text'), token('</s>', 'end')], [token('</s>', 'end')]);
    expect(places).toEqual([
      { a: 0, b: null, same: false },
      { a: 1, b: 0, same: true },
    ]);
  });
});

describe('wordsApart', () => {
  it('leaves what is elided by itself, joins other pieces, and leaves marks out', () => {
    const tokens = [
      ["L'", 0],
      ['animal', 0],
      ['travers', 1],
      ['é', 1],
      ['qu’', 2],
      ['il', 2],
      ['', 3],
    ].map(([text, word], i): Token => {
      const role = i === 6 ? 'end' : 'text';
      return { id: i, text: String(text), start: i, end: i + 1, word: Number(word), role };
    });
    expect(wordsApart(tokens).map(({ text }) => text)).toEqual(["L'", 'animal', 'traversé', 'qu’', 'il']);
  });
});

// T and S differ, and no number repeats.
const before = { data: Float32Array.from([0, 1, 2, 3, 4, 5]), T: 2, S: 3 };
const after = { data: Float32Array.from([10, 20, 30, 40, 50, 70]), T: 3, S: 2 };

describe('grids', () => {
  it('put a matrix on shared places, with no cell where it has no word', () => {
    const grid = placedGrid(before, [0, null, 1], [0, 1, 2, null]);
    expect(grid).toMatchObject({ T: 3, S: 4 });
    expect(grid.values).toEqual([0, 1, 2, null, null, null, null, null, 3, 4, 5, null]);
    expect(gridAt(grid, 2, 1)).toBe(4);
    expect([gridAt(grid, 1, 1), gridAt(grid, 3, 0), gridAt(grid, 0, 4), gridAt(grid, -1, 0)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('have no cell where a decoder may not look, unless it does', () => {
    const square = { data: Float32Array.from([1, 0.5, 0, 0.5, 0.5, 0, 0.2, 0.3, 0.5]), T: 3, S: 3 };
    const all = [0, 1, 2];
    expect(placedGrid(square, all, all, 'decoder').values[2]).toBeNull();
    expect(placedGrid(square, all, all, 'decoder').values[1]).toBe(0.5);
    expect(placedGrid(square, all, all, 'encoder').values[2]).toBe(0);
    const { matrix, without } = gridCells(placedGrid(square, [0, null], all, 'decoder'));
    expect([...matrix.data]).toEqual([1, 0.5, 0, 0, 0, 0]);
    expect([...without.why]).toEqual([0, 0, 1, 1, 1, 1]);
  });

  it('differ only where both have a cell, second minus first', () => {
    const rows = [
      { a: 0, b: 0 },
      { a: null, b: 1 },
      { a: 1, b: 2 },
    ];
    const columns = [
      { a: 0, b: 1 },
      { a: 1, b: null },
      { a: 2, b: 0 },
    ];
    const side = (name: 'a' | 'b') =>
      placedGrid(
        name === 'a' ? before : after,
        rows.map((row) => row[name]),
        columns.map((column) => column[name]),
      );
    const difference = gridDifference(side('a'), side('b'));
    expect(difference.values).toEqual([20, null, 8, null, null, null, 67, null, 45]);
  });

  it('of a matrix with itself are nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (raw) => {
          const grid = placedGrid({ data: Float32Array.from(raw), T: 2, S: 3 }, [0, 1], [0, 1, 2]);
          expect(gridDifference(grid, grid).values).toEqual([0, 0, 0, 0, 0, 0]);
        },
      ),
    );
  });
});
