import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CELL_LADDER,
  cellAt,
  cellRect,
  type HeatmapInput,
  type HeatmapLayout,
  heatmapLayout,
  NUMBERS_FROM_PX,
  shownLabels,
} from './heatmap.ts';

/** A typeface with letters of 0.55 em. */
const measure = (text: string, fontPx: number) => Array.from(text).length * 0.55 * fontPx;
const LECTURE = "The animal didn 't cross the street because it was too tired . ↵".split(' ');

function lay(queries: readonly string[], change: Partial<HeatmapInput> = {}): HeatmapLayout {
  const room = { widthPx: 540, heightPx: 560, measure, compact: false };
  return heatmapLayout({ queries, keys: queries, ...room, ...change });
}
const words = (count: number) => Array.from({ length: count }, (_, i) => LECTURE[i % 14] ?? '');
const place = ({ leftPx, topPx, cellPx }: HeatmapLayout) => ({ leftPx, topPx, cellPx });

describe('heatmapLayout', () => {
  it('gives the lecture’s sentence cells with numbers on the explorer’s page, and fits the phone', () => {
    expect(lay(LECTURE).numbers).toBe(true);
    const phone = lay(LECTURE, { widthPx: 358, heightPx: 420, compact: true });
    expect(phone.widthPx).toBeLessThanOrEqual(358);
    expect(phone.rows.stride).toBe(1);
    expect(phone.columns.stride).toBe(1);
  });

  it('fits its room, up to 400 tokens, with sizes from the ladder', () => {
    const size = fc.integer({ min: 300, max: 1400 });
    const count = fc.integer({ min: 1, max: 80 });
    fc.assert(
      fc.property(size, size, count, count, fc.boolean(), (widthPx, heightPx, T, S, compact) => {
        const layout = lay(words(T), { keys: words(S), widthPx, heightPx, compact });
        expect(layout.widthPx).toBeLessThanOrEqual(widthPx);
        expect(layout.heightPx).toBeLessThanOrEqual(heightPx);
        expect(CELL_LADDER).toContain(layout.cellPx);
        expect(layout.numbers).toBe(layout.cellPx >= NUMBERS_FROM_PX);
        expect(layout.fontPx).toBeGreaterThanOrEqual(12);
      }),
    );
    expect(lay(words(400), { widthPx: 900, heightPx: 900 }).cellPx).toBe(2);
  });

  it('says so when nothing fits: the picture is larger than its room', () => {
    const layout = lay(words(400));
    expect(layout.cellPx).toBe(2);
    expect(layout.widthPx).toBeGreaterThan(540);
  });

  it('leaves all cells where they are while words are added and there is room', () => {
    let steps = 0;
    for (let count = 2; count < 14; count++) {
      const [before, after] = [lay(LECTURE.slice(0, count - 1)), lay(LECTURE.slice(0, count))];
      if (JSON.stringify(place(before)) !== JSON.stringify(place(after))) steps += 1;
    }
    // From 1 to 13 words: only where a longer word needs a wider gutter, or the next size of the ladder comes.
    expect(steps).toBeLessThanOrEqual(5);
    const typing = ['s', 'st', 'str', 'stre', 'stree', 'street'].map((word) =>
      place(lay(['The', 'cat', word])),
    );
    for (const layout of typing) expect(layout).toEqual(typing[0]);
  });

  it('keeps neighbouring labels apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (count) => {
        const { rows, columns, cellPx, fontPx } = lay(words(count));
        const line = fontPx * 1.1;
        expect(rows.stride * cellPx).toBeGreaterThanOrEqual(line);
        const sin = Math.sin((columns.angleDegrees * Math.PI) / 180);
        expect(columns.stride * cellPx * sin).toBeGreaterThanOrEqual(line);
      }),
    );
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
    const { leftPx, topPx, cellPx } = layout;
    expect(cellAt(layout, leftPx - 1, topPx + 1)).toBeNull();
    expect(cellAt(layout, leftPx + 1, topPx - 1)).toBeNull();
    expect(cellAt(layout, leftPx + 13 * cellPx, topPx + 1)).toBeNull();
    expect(cellAt(layout, leftPx + 1, topPx + 9 * cellPx)).toBeNull();
    expect(cellAt(layout, Number.NaN, topPx)).toBeNull();
  });
});

describe('shownLabels', () => {
  const axis = (count: number, stride: number) => ({
    labels: Array.from({ length: count }, (_, i) => ({ text: `${i}`, cut: false })),
    stride,
    angleDegrees: 0,
  });

  it('shows all when all fit', () => {
    expect(shownLabels(axis(4, 1), 2)).toEqual([0, 1, 2, 3]);
  });

  it('shows the pointed one, and none it would cover', () => {
    expect(shownLabels(axis(10, 3), null)).toEqual([0, 3, 6, 9]);
    expect(shownLabels(axis(10, 3), 4)).toEqual([0, 4, 9]);
    expect(shownLabels(axis(10, 3), 6)).toEqual([0, 3, 6, 9]);
  });

  it('ignores a pointed one that is not there', () => {
    expect(shownLabels(axis(2, 1), 5)).toEqual([0, 1]);
  });
});
