import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatmapLayout } from './heatmapLayout.ts';
import { type AxisLayout, type LabelPlace, placeLabels } from './labelPlaces.ts';
import { namedPlaces } from './namedPlaces.ts';

const axis = (texts: readonly string[], stride: number): AxisLayout => ({
  labels: texts.map((text) => ({ text, cut: false })),
  pitchPx: 10,
  apartPx: 10 * stride,
  angleDegrees: 0,
});
const counted = (count: number, stride: number) =>
  axis(
    Array.from({ length: count }, (_, i) => `${i}`),
    stride,
  );
const indices = (places: readonly LabelPlace[]) => places.map(({ index }) => index);
const middles = (on: AxisLayout, places: readonly LabelPlace[]) =>
  places.map(({ index, offPx }) => index * on.pitchPx + offPx);

describe('placeLabels', () => {
  it('shows all when all fit, each at its place', () => {
    expect(placeLabels(counted(3, 1), [2], 1)).toEqual([0, 1, 2].map((index) => ({ index, offPx: 0 })));
  });

  it('shows the pointed one, and none it would cover', () => {
    expect(indices(placeLabels(counted(10, 3), [], null))).toEqual([0, 3, 6, 9]);
    expect(indices(placeLabels(counted(10, 3), [], 4))).toEqual([0, 4, 9]);
    expect(indices(placeLabels(counted(10, 3), [], 6))).toEqual([0, 3, 6, 9]);
  });

  it('thins the others out evenly between those that must be named', () => {
    expect(indices(placeLabels(counted(20, 2), [7, 19], null))).toEqual([0, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
  });

  it('moves names apart that would cover each other, as little as need be, and never past the ends', () => {
    const on = counted(10, 3);
    expect(placeLabels(on, [4, 5], null).filter(({ offPx }) => offPx !== 0)).toEqual([
      { index: 4, offPx: -10 },
      { index: 5, offPx: 10 },
    ]);
    expect(middles(on, placeLabels(on, [8, 9], null)).slice(-2)).toEqual([60, 90]);
    expect(middles(on, placeLabels(on, [0, 1], null)).slice(0, 2)).toEqual([0, 30]);
  });

  it('shows different words rather than one again and again', () => {
    const texts = 'the cat the dog the cow the hen the pig'.split(' ');
    const shown = indices(placeLabels(axis(texts, 2), [], null));
    expect(new Set(shown.map((i) => texts[i])).size).toBeGreaterThan(3);
    shown.slice(1).forEach((i, n) => {
      expect(i - (shown[n] ?? i)).toBeGreaterThanOrEqual(2);
    });
    const same = axis(
      texts.map(() => 'the'),
      3,
    );
    expect(indices(placeLabels(same, [], null))).toEqual([0, 3, 6, 9]);
  });

  it('ignores a pointed one that is not there', () => {
    expect(indices(placeLabels(counted(2, 1), [7], 5))).toEqual([0, 1]);
  });
});

describe('the words that matter', () => {
  const WORDS = "the animal didn ' t cross a street because it was too tired or wide extraordinarily .".split(
    ' ',
  );
  /** A typeface with letters of 0.55 em. */
  const measure = (text: string, fontPx: number) => Array.from(text).length * 0.55 * fontPx;
  const sentence = fc
    .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 60 })
    .map((words) => [...words, '↵']);
  /** Of the large picture, and of one of several, at five sizes of the window. */
  const ROOMS = [
    { widthPx: 560, heightPx: 470, unit: 1 },
    { widthPx: 840, heightPx: 700, unit: 1.5 },
    { widthPx: 358, heightPx: 406, unit: 1 },
    { widthPx: 600, heightPx: 470, unit: 1.07 },
    { widthPx: 225, heightPx: 240, unit: 1 },
  ];

  it('are never left out nor covered, in 200 sentences of 1 to 60 words, at five sizes', () => {
    const any = fc.nat(999);
    fc.assert(
      fc.property(sentence, fc.boolean(), any, any, any, (words, compact, pinned, pointed, changed) => {
        const at = (n: number) => n % words.length;
        const T = words.length;
        const data = Float32Array.from({ length: T * T }, (_, i) => ((i * 7919 + pinned) % 101) / 101);
        const cell = { query: at(pinned), key: at(pinned + 1) };
        const ends = [T - 1, at(changed)];
        const { columns: named } = namedPlaces({ data, T, S: T }, { rows: ends, columns: ends }, cell);
        for (const room of ROOMS) {
          const layout = heatmapLayout({ queries: words, keys: words, measure, compact, ...room });
          const on = layout.columns;
          const places = placeLabels(on, named, at(pointed));
          for (const must of [...named, at(pointed)]) expect(indices(places)).toContain(must);
          const all = middles(on, places);
          all.slice(1).forEach((middle, n) => {
            expect(middle - (all[n] ?? 0)).toBeGreaterThanOrEqual(on.apartPx - 0.1);
          });
          expect(all[0]).toBeGreaterThanOrEqual(0);
          const longest = Math.max((T - 1) * on.pitchPx, (all.length - 1) * on.apartPx);
          expect(all.at(-1)).toBeLessThanOrEqual(longest + 0.1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are the end mark, the pinned cell’s, and the column that most is given to besides', () => {
    const data = Float32Array.from([0.1, 0.3, 0.6, 0.2, 0.3, 0.5, 0.1, 0.4, 0.5]);
    const always = { rows: [2], columns: [2] };
    expect(namedPlaces({ data, T: 3, S: 3 }, always, null)).toEqual({ rows: [2], columns: [2, 1] });
    expect(namedPlaces({ data, T: 3, S: 3 }, always, { query: 0, key: 0 })).toEqual({
      rows: [2, 0],
      columns: [2, 1, 0],
    });
    const none = { data: new Float32Array(4), T: 2, S: 2 };
    expect(namedPlaces(none, { rows: [], columns: [] }, null)).toEqual({ rows: [], columns: [] });
  });
});
