import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellSet } from '../../contract/index.ts';
import { applyStroke } from '../../testing/index.ts';
import { cellsBetween, cellsOf, previewStroke, strokeForbids } from './brushStroke.ts';
import { forbiddenOf, ownForbidden, whyForbidden } from './forbidden.ts';

const T = 4;
const S = 5;
const place = (most: number) => fc.integer({ min: 0, max: most - 1 });
const cell = fc.record({ query: place(T), key: place(S) });
const set = fc.record({ query: fc.option(place(T)), key: fc.option(place(S)) });
const stroke = (cells: fc.Arbitrary<CellSet>) =>
  fc.record({ cells: fc.array(cells, { minLength: 1, maxLength: 4 }), forbid: fc.boolean() });

const gridOf = (cells: readonly CellSet[]) =>
  forbiddenOf(
    [{ type: 'forbid', mode: 'before', cells, kind: 'encoder', layer: null, heads: null }],
    { kind: 'encoder', layer: 0, head: 0 },
    T,
    S,
  );

describe('cellsBetween', () => {
  it('goes from the first to the last without a gap, whatever the pointer jumped over', () => {
    fc.assert(
      fc.property(cell, cell, (from, to) => {
        const way = cellsBetween(from, to);
        expect([way[0], way.at(-1)]).toEqual([from, to]);
        way.slice(1).forEach((at, i) => {
          const last = way[i] ?? at;
          expect(Math.max(Math.abs(at.query - last.query), Math.abs(at.key - last.key))).toBe(1);
        });
      }),
    );
  });
});

describe('strokeForbids', () => {
  it('forbids what may be read and allows what is forbidden by hand; a row only when all of it is', () => {
    const grid = gridOf([
      { query: 1, key: 2 },
      { query: 3, key: null },
    ]);
    expect(strokeForbids(grid, { query: 0, key: 0 })).toBe(true);
    expect(strokeForbids(grid, { query: 1, key: 2 })).toBe(false);
    expect(strokeForbids(grid, { query: 1, key: null })).toBe(true);
    expect(strokeForbids(grid, { query: 3, key: null })).toBe(false);
  });
});

describe('previewStroke', () => {
  it('leaves what a mask hides', () => {
    const own = ownForbidden('decoder', 2, 3);
    const preview = previewStroke(own, { cells: [{ query: null, key: 1 }], forbid: true }, 'after');
    expect(whyForbidden(preview, { query: 0, key: 1 })).toBe('own');
    expect(whyForbidden(preview, { query: 1, key: 1 })).toBe('after');
    expect(whyForbidden(own, { query: 1, key: 1 })).toBe('none');
  });
});

describe('applyStroke', () => {
  it('does what the preview showed', () => {
    fc.assert(
      fc.property(fc.array(set, { maxLength: 4 }), stroke(set), (cells, one) => {
        const next = applyStroke(cells, one, { T, S });
        expect([...gridOf(next).why]).toEqual([...previewStroke(gridOf(cells), one, 'before').why]);
      }),
    );
  });

  it('gives cells ascending and each once, with none inside another', () => {
    fc.assert(
      fc.property(fc.array(set, { maxLength: 4 }), stroke(set), (cells, one) => {
        const next = applyStroke(applyStroke([], { cells, forbid: true }, { T, S }), one, { T, S });
        const keys = next.map(({ query, key }) => (query ?? -1) * 100 + (key ?? -1));
        expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
        if (!one.forbid) return;
        const whole = new Set(
          next.filter(({ query, key }) => query !== null && key === null).map(({ query }) => query),
        );
        expect(next.some(({ query, key }) => key !== null && query !== null && whole.has(query))).toBe(false);
      }),
    );
  });

  it('of a stroke and its opposite leaves what was there, where nothing was', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const there = applyStroke([], { cells, forbid: true }, { T, S });
        expect(applyStroke(there, { cells, forbid: false }, { T, S })).toEqual([]);
      }),
    );
  });

  it('keeps a row’s other cells when one is allowed, and a row elsewhere whole', () => {
    const cells = [
      { query: 1, key: null },
      { query: 2, key: null },
    ];
    expect(applyStroke(cells, { cells: [{ query: 2, key: 0 }], forbid: false }, { T, S: 3 })).toEqual([
      { query: 1, key: null },
      { query: 2, key: 1 },
      { query: 2, key: 2 },
    ]);
    expect(cellsOf({ query: null, key: 1 }, { T: 2, S: 3 })).toEqual([
      { query: 0, key: 1 },
      { query: 1, key: 1 },
    ]);
  });
});
