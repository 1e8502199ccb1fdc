import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightAt } from '../matrix/matrix.ts';
import { arcPath } from './arcPath.ts';
import { type ArcsInput, type ArcsLayout, arcsLayout } from './arcsLayout.ts';
import { chosenArcs } from './chosenArcs.ts';
import { tiePath } from './tiePath.ts';

const measure = (text: string, fontPx: number) => Array.from(text).length * 0.55 * fontPx;
const LECTURE = "The animal didn 't cross the street because it was too tired . ↵".split(' ');
const words = (count: number) => Array.from({ length: count }, (_, i) => LECTURE[i % 14] ?? '');

function lay(change: Partial<ArcsInput> = {}): ArcsLayout {
  const lines = { kind: 'encoder' as const, queries: LECTURE, keys: LECTURE };
  return arcsLayout({ ...lines, widthPx: 700, heightPx: 480, measure, ...change });
}

describe('chosenArcs', () => {
  const matrix = { T: 2, S: 4, data: Float32Array.from([0.5, 0.25, 0.125, 0.125, 0, 0, 1, 0]) };
  const keysOf = (mass: number, query: number | null) =>
    chosenArcs(matrix, { mass, query, kind: 'encoder' }).map((arc) => `${arc.query}${arc.key}`);

  it('takes the largest weights of a row until the share is reached', () => {
    expect(keysOf(0.5, 0)).toEqual(['00']);
    expect(keysOf(0.75, 0)).toEqual(['01', '00']);
    expect(keysOf(0.76, 0)).toEqual(['02', '01', '00']);
    expect(keysOf(1, 0)).toHaveLength(4);
    expect(keysOf(0, 0)).toEqual(['00']);
  });

  it('draws faint ones first, no weight of zero, and all rows unless one is asked for', () => {
    expect(keysOf(0.75, null)).toEqual(['01', '00', '12']);
    expect(keysOf(1, 1)).toEqual(['12']);
    expect(keysOf(1, 7)).toEqual([]);
  });

  it('reaches the share with as few arcs as can be', () => {
    const row = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(row, fc.double({ min: 0, max: 1, noNaN: true }), (raw, mass) => {
        const one = { T: 1, S: 5, data: Float32Array.from(raw) };
        const total = one.data.reduce((a, b) => a + b, 0);
        const arcs = chosenArcs(one, { mass, query: null, kind: 'encoder' });
        const sum = arcs.reduce((a, arc) => a + arc.weight, 0);
        expect(sum).toBeGreaterThanOrEqual(mass * total - 1e-5);
        if (arcs.length > 1) expect(sum - (arcs[0]?.weight ?? 0)).toBeLessThan(mass * total + 1e-5);
        for (const arc of arcs) expect(arc.weight).toBe(weightAt(one, arc));
      }),
    );
  });
});

describe('arcsLayout', () => {
  it('never lets words overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 520, max: 1400 }), (count, widthPx) => {
        const layout = lay({ queries: words(count), widthPx });
        layout.queries.slice(1).forEach((word, i) => {
          const before = layout.queries[i];
          const apart = word.x - (before?.x ?? 0);
          if (word.angleDegrees === 0) {
            const halves =
              (measure(word.text, layout.fontPx) + measure(before?.text ?? '', layout.fontPx)) / 2;
            expect(apart).toBeGreaterThan(halves);
          } else {
            // Turned lines of text lie apart by this much.
            expect(apart * Math.sin((word.angleDegrees * Math.PI) / 180)).toBeGreaterThan(layout.fontPx);
          }
        });
      }),
    );
  });

  it('keeps words and arcs inside the picture, which is its room unless it scrolls', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 300, max: 1400 }),
        fc.constantFrom('encoder' as const, 'cross' as const),
        (T, S, widthPx, kind) => {
          const layout = lay({ kind, queries: words(T), keys: words(S), widthPx });
          for (const word of [...layout.queries, ...layout.keys]) {
            expect(word.box.x).toBeGreaterThanOrEqual(-12);
            expect(word.portX).toBeGreaterThanOrEqual(0);
            expect(word.portX).toBeLessThanOrEqual(layout.widthPx);
            expect(word.box.y).toBeGreaterThanOrEqual(0);
            expect(word.box.y + word.box.height).toBeLessThanOrEqual(layout.heightPx + 1);
          }
          if (layout.direction === 'column') expect(layout.widthPx).toBe(widthPx);
        },
      ),
    );
  });

  it('moves no word when another is added and there is room', () => {
    const before = lay({ queries: LECTURE.slice(0, 6) });
    const after = lay({ queries: LECTURE.slice(0, 7) });
    expect(after.queries.slice(0, 6)).toEqual(before.queries);
  });

  it('stands in a column where it is narrow, whatever the words', () => {
    expect(lay({ widthPx: 358, queries: ['a'] }).direction).toBe('column');
    expect(lay({ widthPx: 700, queries: words(90) }).direction).toBe('row');
  });

  it('has two lines for cross-attention only', () => {
    const cross = lay({ kind: 'cross', queries: ['le', 'chat'], keys: ['the', 'cat', '.'] });
    expect([cross.queries.length, cross.keys.length, cross.captions.length]).toEqual([2, 3, 2]);
    expect(cross.queries[0]?.portX).toBeLessThan(cross.keys[0]?.portX ?? 0);
    const self = lay();
    expect(self.keys).toBe(self.queries);
  });
});

describe('arcsLayout', () => {
  it('turns no word of cross-attention, however wide or narrow it is, and keeps its columns near', () => {
    for (const widthPx of [300, 700, 1400]) {
      const { queries, keys } = lay({ kind: 'cross', queries: words(30), widthPx });
      expect([...queries, ...keys].filter(({ angleDegrees }) => angleDegrees !== 0)).toEqual([]);
      expect((keys[0]?.portX ?? 0) - (queries[0]?.portX ?? 0)).toBeLessThanOrEqual(620);
    }
  });

  it('never turns a mark, which would be another sign', () => {
    const { queries } = lay({ queries: ['▸', ...words(40), '↵'] });
    const upright = queries.filter(({ angleDegrees }) => angleDegrees === 0);
    expect(upright.map(({ text }) => text).every((text) => '▸↵'.includes(text))).toBe(true);
    expect(upright.length).toBe(queries.filter(({ text }) => '▸↵'.includes(text)).length);
  });

  it('ties the pieces of one word from its first to its last port', () => {
    const row = lay();
    const tie = tiePath(row, row.queries, { from: 2, to: 3 });
    const [from, to] = [row.queries[2]?.portX ?? 0, row.queries[3]?.portX ?? 0];
    const [start, , , end] = tie.match(/[\d.]+/g)?.map(Number) ?? [];
    expect(start).toBeLessThan(from);
    expect(end).toBeGreaterThan(to);
    expect(tiePath(row, row.queries, { from: 2, to: 99 })).toBe('');
  });
});

describe('arcPath', () => {
  const numbers = (path: string) => path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];

  it('leads from the query’s port to the key’s', () => {
    const layout = lay();
    const [from, to] = [layout.queries[8], layout.queries[1]];
    const values = numbers(arcPath(layout, { query: 8, key: 1 }));
    const ends = [values[0], values[1], values.at(-2), values.at(-1)];
    [from?.portX, from?.portY, to?.portX, to?.portY].forEach((wanted, i) => {
      expect(ends[i]).toBeCloseTo(wanted ?? Number.NaN, 0);
    });
  });

  it('rises above the words both ways', () => {
    const layout = lay();
    expect(arcPath(layout, { query: 1, key: 8 })).toMatch(/0 0 1 /);
    expect(arcPath(layout, { query: 8, key: 1 })).toMatch(/0 0 0 /);
  });

  it('never rises out of the picture', () => {
    for (const change of [
      {},
      { queries: words(60) },
      { heightPx: 160 },
      { widthPx: 358, queries: words(60) },
    ]) {
      const layout = lay(change);
      const longest = numbers(arcPath(layout, { query: 0, key: layout.queries.length - 1 }));
      const high = longest[layout.direction === 'row' ? 3 : 2] ?? Number.NaN;
      expect(high).toBeLessThanOrEqual(layout.mostHighPx + 0.1);
    }
  });

  it('is a closed ring for a word that reads itself, and nothing for a word that is not there', () => {
    const layout = lay();
    const ring = arcPath(layout, { query: 3, key: 3 });
    expect(ring.match(/A/g)).toHaveLength(2);
    expect(numbers(ring).slice(0, 2)).toEqual(numbers(ring).slice(-2));
    expect(arcPath(layout, { query: 3, key: 99 })).toBe('');
  });
});
