import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, cellRect, columnLabelAt } from './heatmapCells.ts';
import { heatmapLayout, NUMBERS_FROM_PX } from './heatmapLayout.ts';
import type { HeatmapInput, HeatmapLayout } from './heatmapShape.ts';

/** A typeface with letters of 0.55 em. */
const measure = (text: string, fontPx: number) => Array.from(text).length * 0.55 * fontPx;
const LECTURE = "The animal didn 't cross the street because it was too tired . ↵".split(' ');

function lay(queries: readonly string[], change: Partial<HeatmapInput> = {}): HeatmapLayout {
  const room = { widthPx: 540, heightPx: 560, measure, compact: false };
  return heatmapLayout({ queries, keys: queries, ...room, ...change });
}
const words = (count: number) => Array.from({ length: count }, (_, i) => LECTURE[i % 14] ?? '');
const place = ({ leftPx, topPx, cellWidthPx, cellHeightPx }: HeatmapLayout) => ({
  leftPx,
  topPx,
  cellWidthPx,
  cellHeightPx,
});

describe('heatmapLayout', () => {
  it('takes a gutter that is given, whatever the words', () => {
    for (const leftPx of [40, 80]) {
      const layout = lay(LECTURE, { leftPx, compact: true });
      expect(layout.leftPx).toBe(leftPx);
      for (const { text } of layout.rows.labels)
        expect(measure(text, layout.fontPx)).toBeLessThanOrEqual(leftPx);
    }
  });

  it('gives the lecture’s sentence cells with numbers on the explorer’s page, and fits the phone', () => {
    expect(lay(LECTURE).numbers).toBe('all');
    const phone = lay(LECTURE, { widthPx: 358, heightPx: 420, compact: true });
    expect(phone.widthPx).toBeLessThanOrEqual(358);
    for (const { apartPx, pitchPx } of [phone.rows, phone.columns]) {
      expect(apartPx).toBeLessThanOrEqual(pitchPx);
    }
  });

  it('fits its room with the largest square cells there are, or has the smallest and is scrolled', () => {
    const size = fc.integer({ min: 300, max: 1400 });
    const count = fc.integer({ min: 1, max: 80 });
    fc.assert(
      fc.property(size, size, count, count, fc.boolean(), (widthPx, heightPx, T, S, compact) => {
        const room = { keys: words(S), widthPx, heightPx, compact };
        const layout = lay(words(T), room);
        const { cellWidthPx: cellPx } = layout;
        expect(layout.cellHeightPx).toBe(cellPx);
        const least = compact ? 7 : 12;
        expect(cellPx).toBeGreaterThanOrEqual(least);
        const fits = layout.widthPx <= widthPx && layout.heightPx <= heightPx;
        expect(fits || cellPx === least).toBe(true);
        expect(layout.numbers === 'all').toBe(cellPx >= NUMBERS_FROM_PX);
        expect(layout.fontPx).toBeGreaterThanOrEqual(compact ? 13 : 14);
        expect(layout.numberPx).toBeGreaterThanOrEqual(14);
        // Where cells could be larger, the next size would not fit: a px more each, and what its labels take.
        const spare = Math.min(widthPx - layout.widthPx - S, heightPx - layout.heightPx - T);
        expect(fits && cellPx > least && cellPx < 62 ? spare : 0).toBeLessThan(40);
      }),
    );
  });

  it('says so when nothing fits: the picture is larger than its room', () => {
    const layout = lay(words(57));
    expect(layout.cellWidthPx).toBe(12);
    expect(layout.widthPx).toBeGreaterThan(540);
    // Far longer texts stay pictures that can be drawn.
    expect(lay(words(400)).cellWidthPx).toBe(3);
  });

  it('is the same picture on a larger screen', () => {
    for (const count of [6, 14, 24]) {
      const [small, large] = [
        lay(words(count)),
        lay(words(count), { widthPx: 1080, heightPx: 1120, unit: 2 }),
      ];
      expect(Math.abs(large.cellWidthPx - 2 * small.cellWidthPx)).toBeLessThanOrEqual(3);
      expect(Math.abs(large.fontPx - 2 * small.fontPx)).toBeLessThanOrEqual(1);
      expect(large.numbers).toBe(small.numbers);
    }
  });

  it('keeps its pitch while one types: cells get no larger, gutters no smaller, until a pause', () => {
    const letters = (word: string) => Array.from({ length: word.length }, (_, i) => word.slice(0, i + 1));
    let previous = lay(words(12));
    for (const word of ['str', 'street', 'streets']) {
      for (const part of letters(word)) {
        // Pieces split and merge: the word is one token, or two.
        for (const last of [[part], [part.slice(0, 2), part.slice(2)]]) {
          const next = lay([...words(12), ...last], { previous });
          expect(next.cellWidthPx).toBeLessThanOrEqual(previous.cellWidthPx);
          expect(next.leftPx).toBeGreaterThanOrEqual(previous.leftPx);
          expect(next.topPx).toBeGreaterThanOrEqual(previous.topPx);
          previous = next;
        }
      }
    }
    const paused = lay([...words(12), 'streets']);
    expect(paused.cellWidthPx).toBeGreaterThanOrEqual(previous.cellWidthPx);
    const typing = ['s', 'st', 'str', 'stre', 'stree', 'street'].map((word) =>
      place(lay(['The', 'cat', word])),
    );
    for (const layout of typing) expect(layout).toEqual(typing[0]);
  });

  it('takes another sentence, or another room, as it comes', () => {
    expect(place(lay(words(6), { previous: lay(words(20)) }))).toEqual(place(lay(words(6))));
    const narrow = lay(words(6), { widthPx: 300 });
    expect(place(lay(words(6), { previous: narrow }))).toEqual(place(lay(words(6))));
  });

  it('turns the columns’ labels as flat as they have room, and upright before it leaves any out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.boolean(), (count, sums) => {
        const { rows, columns, cellWidthPx, fontPx } = lay(words(count), { sums });
        // With sums beside them they may come a little closer: letters rarely fill their line.
        const line = fontPx * (sums ? 1.06 : 1.1);
        expect(rows.apartPx).toBeGreaterThanOrEqual(line);
        const sin = Math.sin((columns.angleDegrees * Math.PI) / 180);
        expect(columns.apartPx * sin).toBeGreaterThanOrEqual(line);
        if (columns.apartPx > cellWidthPx) expect(columns.angleDegrees).toBe(90);
      }),
    );
    expect(lay(LECTURE).columns.angleDegrees).toBe(50);
  });

  it('never cuts a label silently, nor lets one leave its gutter', () => {
    const long = ['a', 'Donaudampfschifffahrtsgesellschaft'.repeat(3), 'b'];
    const layout = lay(long);
    for (const axis of [layout.rows, layout.columns]) {
      expect(axis.labels.map((l) => l.cut)).toEqual([false, true, false]);
      expect(axis.labels[1]?.text.endsWith('…')).toBe(true);
    }
    for (const { text } of layout.rows.labels) {
      expect(measure(text, layout.fontPx)).toBeLessThanOrEqual(layout.leftPx);
    }
    const sin = Math.sin((layout.columns.angleDegrees * Math.PI) / 180);
    for (const { text } of layout.columns.labels) {
      expect(measure(text, layout.fontPx) * sin).toBeLessThanOrEqual(layout.topPx);
    }
  });

  it('lays out nothing at all', () => {
    expect(lay([])).toMatchObject({ T: 0, S: 0 });
  });
});

describe('cellAt', () => {
  const layout = lay(words(9), { keys: words(13) });

  it('finds every cell by the middle of its rectangle', () => {
    for (let query = 0; query < 9; query++) {
      for (let key = 0; key < 13; key++) {
        const { x, y, width, height } = cellRect(layout, { query, key });
        expect(cellAt(layout, x + width / 2, y + height / 2)).toEqual({ query, key });
      }
    }
  });

  it('finds none beside the grid', () => {
    const { leftPx, topPx, cellWidthPx, cellHeightPx } = layout;
    expect(cellAt(layout, leftPx - 1, topPx + 1)).toBeNull();
    expect(cellAt(layout, leftPx + 1, topPx - 1)).toBeNull();
    expect(cellAt(layout, leftPx + 13 * cellWidthPx, topPx + 1)).toBeNull();
    expect(cellAt(layout, leftPx + 1, topPx + 9 * cellHeightPx)).toBeNull();
    expect(cellAt(layout, Number.NaN, topPx)).toBeNull();
  });
});

describe('columnLabelAt', () => {
  it('follows the slant of the labels', () => {
    const layout = lay(words(13));
    const { leftPx, topPx, cellWidthPx, columns } = layout;
    const turn = (columns.angleDegrees * Math.PI) / 180;
    for (let key = 0; key < 13; key++) {
      for (const up of [4, 30]) {
        const x = leftPx + (key + 0.5) * cellWidthPx + up / Math.tan(turn);
        expect(columnLabelAt(layout, x, topPx - up)).toBe(key);
      }
    }
    expect(columnLabelAt(layout, leftPx - 2, topPx - 4)).toBeNull();
    expect(columnLabelAt(layout, leftPx + 2, topPx + 4)).toBeNull();
  });
});
