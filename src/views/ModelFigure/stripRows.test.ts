import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelInfo } from '../../contract/index.ts';
import { sampleInfo } from '../../testing/sampleInfo.ts';
import { stripPages } from './stripRows.ts';

const infoOf = (layers: readonly [number, number], heads: number): ModelInfo =>
  sampleInfo({
    encoder: { layers: layers[0], heads, feedForward: 8 },
    decoder: { layers: layers[1], heads, feedForward: 8 },
    width: 8,
  });

describe('stripPages', () => {
  it('has a page for each layer with the kinds that reach so high', () => {
    const pages = stripPages(infoOf([3, 1], 8), 358);
    expect(pages.map((page) => page.map((row) => row.kind))).toEqual([
      ['encoder', 'decoder', 'cross'],
      ['encoder'],
      ['encoder'],
    ]);
  });

  it('sets 8 heads on one line of a phone, 40 px each', () => {
    const [first] = stripPages(infoOf([1, 1], 8), 358)[0] ?? [];
    expect(first).toMatchObject({ columns: 8, thumbPx: 41 });
  });

  it('never runs out of its width, and keeps thumbnails a finger can hit where the width allows one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32 }), fc.integer({ min: 60, max: 900 }), (heads, width) => {
        for (const row of stripPages(infoOf([1, 1], heads), width).flat()) {
          expect(row.box.width).toBeLessThanOrEqual(width);
          expect(row.thumbPx).toBeGreaterThanOrEqual(32);
          expect(row.columns * Math.ceil(heads / row.columns)).toBeGreaterThanOrEqual(heads);
        }
      }),
    );
  });
});
