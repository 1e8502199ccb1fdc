import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, cellRect, columnLabelAt, shownLabels } from './heatmapCells.ts';
import {
  CELL_LADDER,
  type HeatmapInput,
  type HeatmapLayout,
  heatmapLayout,
  MOST_ASPECT,
  NUMBERS_FROM_PX,
} from './heatmapLayout.ts';

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
  it('gives the lecture’s sentence cells with numbers on the explorer’s page, and fits the phone', () => {
    expect(lay(LECTURE).numbers).toBe('all');
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
        const { cellWidthPx: wide, cellHeightPx: high } = layout;
        expect(CELL_LADDER).toContain(wide);
        expect(CELL_LADDER).toContain(high);
        expect(Math.max(wide / high, high / wide)).toBeLessThanOrEqual(MOST_ASPECT);
        const room = wide >= NUMBERS_FROM_PX.width && high >= NUMBERS_FROM_PX.height;
        expect(layout.numbers === 'all').toBe(room);
        expect(layout.fontPx).toBeGreaterThanOrEqual(12);
      }),
    );
    expect(lay(words(400), { widthPx: 900, heightPx: 900 }).cellWidthPx).toBe(2);
  });

  it('says so when nothing fits: the picture is larger than its room', () => {
    const layout = lay(words(400));
    expect(layout.cellWidthPx).toBe(2);
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

  it('does not go back and forth while one types: cells grow only with room for one more', () => {
    const fifteen = lay(words(15), { previous: lay(words(16)) });
    const again = lay(words(16), { previous: fifteen });
    expect(place(again)).toEqual(place(lay(words(16))));
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 300, max: 900 }), (count, side) => {
        const room = { widthPx: side, heightPx: side };
        const alike = (n: number) => Array.from({ length: n }, () => 'street');
        const before = lay(alike(count), room);
        const grown = lay(alike(count - 1), { ...room, previous: before });
        const back = lay(alike(count), { ...room, previous: grown });
        if (grown.cellWidthPx > before.cellWidthPx) expect(back.cellWidthPx).toBe(grown.cellWidthPx);
      }),
    );
  });

  it('takes another sentence as it comes', () => {
    expect(place(lay(words(6), { previous: lay(words(20)) }))).toEqual(place(lay(words(6))));
  });

  it('makes cells wider than high where that shows more, up to a limit', () => {
    const { cellWidthPx, cellHeightPx, numbers } = lay(words(17), { widthPx: 700, heightPx: 500 });
    expect(cellWidthPx).toBeGreaterThan(cellHeightPx);
    expect(numbers).toBe('all');
  });

  it('keeps neighbouring labels apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.boolean(), (count, sums) => {
        const { rows, columns, cellWidthPx, cellHeightPx, fontPx } = lay(words(count), { sums });
        // With sums beside them they may come a little closer: letters rarely fill their line.
        const line = fontPx * (sums ? 1.06 : 1.1);
        expect(rows.stride * cellHeightPx).toBeGreaterThanOrEqual(line);
        const sin = Math.sin((columns.angleDegrees * Math.PI) / 180);
        expect(columns.stride * cellWidthPx * sin).toBeGreaterThanOrEqual(line);
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

  it('shows different words rather than one again and again', () => {
    const texts = 'the cat the dog the cow the hen the pig'.split(' ');
    const labels = texts.map((text) => ({ text, cut: false }));
    const shown = shownLabels({ labels, stride: 2, angleDegrees: 0 }, null);
    expect(new Set(shown.map((i) => texts[i])).size).toBeGreaterThan(3);
    shown.slice(1).forEach((i, n) => {
      expect(i - (shown[n] ?? i)).toBeGreaterThanOrEqual(2);
    });
    const same = labels.map(() => ({ text: 'the', cut: false }));
    expect(shownLabels({ labels: same, stride: 3, angleDegrees: 0 }, null)).toEqual([0, 3, 6, 9]);
  });

  it('ignores a pointed one that is not there', () => {
    expect(shownLabels(axis(2, 1), 5)).toEqual([0, 1]);
  });
});
