import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelInfo } from '../../contract/index.ts';
import { runs } from '../../testing/long.ts';
import { sampleInfo } from '../../testing/sampleInfo.ts';
import { figureGeometry } from './geometry.ts';
import type { FigureBox } from './parts.ts';
import { THUMB_LEAST_PX, THUMB_MOST_PX } from './sizes.ts';

const infoOf = (layers: readonly [number, number], heads: readonly [number, number]): ModelInfo =>
  sampleInfo({
    encoder: { layers: layers[0], heads: heads[0], feedForward: 768 },
    decoder: { layers: layers[1], heads: heads[1], feedForward: 768 },
    width: 192,
  });

const bundled = infoOf([4, 4], [8, 8]);
const inside = (a: FigureBox, b: FigureBox) =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
const apart = (a: FigureBox, b: FigureBox) =>
  a.y + a.height <= b.y || b.y + b.height <= a.y || a.x + a.width <= b.x || b.x + b.width <= a.x;

describe('figureGeometry', () => {
  it('fits 4 + 4 layers of 8 heads into 520 × 560 without scrolling, thumbnails of 26 px or more', () => {
    const at = figureGeometry(bundled, { width: 520, height: 560 }, 'figure');
    expect(at.heightPx).toBeLessThanOrEqual(560);
    expect(at.rows).toHaveLength(12);
    expect(new Set(at.rows.map((row) => row.columns))).toEqual(new Set([8]));
    expect(at.rows[0]?.thumbPx).toBeGreaterThanOrEqual(26);
  });

  it('has thumbnails of 40 px or more on a large screen', () => {
    const at = figureGeometry(bundled, { width: 780, height: 900 }, 'figure');
    expect(at.rows[0]?.thumbPx).toBeGreaterThanOrEqual(40);
    expect(at.heightPx).toBeLessThanOrEqual(900);
  });

  it('fills a large screen from top to bottom, with large words', () => {
    const at = figureGeometry(bundled, { width: 780, height: 905 }, 'figure');
    expect(at.hall).toBe(true);
    expect(at.heightPx).toBeGreaterThan(870);
    expect(figureGeometry(bundled, { width: 520, height: 905 }, 'figure').hall).toBe(false);
    expect(figureGeometry(infoOf([12, 12], [16, 16]), { width: 780, height: 905 }, 'figure').hall).toBe(
      false,
    );
  });

  it('lets information flow upwards: layer 1 at the bottom, self-attention under cross-attention', () => {
    const { rows } = figureGeometry(bundled, { width: 520, height: 560 }, 'figure');
    const y = (kind: string, layer: number) =>
      rows.find((row) => row.kind === kind && row.layer === layer)?.box.y ?? Number.NaN;
    expect(y('encoder', 0)).toBeGreaterThan(y('encoder', 3));
    expect(y('decoder', 0)).toBeGreaterThan(y('cross', 0));
    expect(y('cross', 0)).toBeGreaterThan(y('decoder', 1));
  });

  it('has the bars of the paper: after every attention and after Feed Forward', () => {
    const { bars } = figureGeometry(infoOf([1, 1], [8, 8]), { width: 520, height: 560 }, 'figure');
    const of = (part: string) => bars.filter((bar) => bar.part === part).map((bar) => bar.what);
    expect(of('encoder')).toEqual(['addNorm', 'feedForward', 'addNorm']);
    expect(of('decoder')).toEqual(['addNorm', 'feedForward', 'addNorm', 'addNorm']);
    expect(bars.map((bar) => bar.stage)).toEqual([
      'encoder.0.output',
      'encoder.0.feedForward',
      'encoder.0.self.afterAttention',
      'decoder.0.output',
      'decoder.0.feedForward',
      'decoder.0.cross.afterAttention',
      'decoder.0.self.afterAttention',
    ]);
  });

  it('leads a residual arrow round every sub-layer into its Add & Norm', () => {
    const { bars, residuals } = figureGeometry(bundled, { width: 520, height: 560 }, 'figure');
    const norms = bars.filter(({ what }) => what === 'addNorm');
    const ends = [...residuals.matchAll(/M([\d.]+) ([\d.]+)H[\d.]+V([\d.]+)H/g)].map(([, , from, to]) => ({
      from: Number(from),
      to: Number(to),
    }));
    expect(ends).toHaveLength(norms.length);
    for (const { from, to } of ends) expect(to).toBeLessThan(from);
    for (const { box } of norms) {
      expect(ends.some(({ to }) => to >= box.y && to <= box.y + box.height + 1)).toBe(true);
    }
  });

  it('has the embedding, the positions and their sum under both stacks, Linear and Softmax over the decoder', () => {
    const at = figureGeometry(bundled, { width: 520, height: 560 }, 'figure');
    const of = (part: string) => at.steps.filter((step) => step.part === part && !('layer' in step));
    expect(of('encoder').map(({ stage }) => stage)).toEqual([
      'encoder.0.input',
      'encoder.position',
      'encoder.embedding',
    ]);
    expect(of('decoder').map(({ stage }) => stage)).toEqual([
      'probabilities',
      'logits',
      'decoder.0.input',
      'decoder.position',
      'decoder.embedding',
    ]);
  });

  it('names the bars of a top layer where that costs no thumbnail, the encoder’s first', () => {
    const named = (height: number) => {
      const { bars, rows } = figureGeometry(bundled, { width: 520, height }, 'figure');
      const top = bars.filter((bar) => bar.labelled);
      expect(top.every(({ layer, box }) => layer === 3 && box.height >= 13)).toBe(true);
      return { parts: top.map(({ part }) => part), thumbPx: rows[0]?.thumbPx ?? 0 };
    };
    expect(named(527).parts).toEqual(['encoder', 'encoder', 'encoder']);
    const tall = named(800);
    expect(tall.parts).toEqual([...Array(3).fill('encoder'), ...Array(3).fill('decoder')]);
    expect(named(600).thumbPx).toBeGreaterThanOrEqual(named(527).thumbPx);
  });

  it('leads one line into every row that reads the English', () => {
    const { feeds } = figureGeometry(infoOf([6, 3], [8, 8]), { width: 520, height: 560 }, 'figure');
    expect(feeds.match(/H\d+m/g)).toHaveLength(3);
  });

  it('puts the heading over the shorter stack', () => {
    const tallEncoder = figureGeometry(infoOf([8, 2], [8, 8]), { width: 520, height: 560 }, 'figure');
    expect(tallEncoder.heading?.x).toBe(tallEncoder.decoder.x);
    expect(figureGeometry(bundled, { width: 520, height: 560 }, 'figure').heading?.x).toBe(0);
  });

  it('gives the stack with fewer heads larger thumbnails, twice as large at most', () => {
    const { rows } = figureGeometry(infoOf([3, 5], [4, 16]), { width: 520, height: 560 }, 'figure');
    const thumb = (kind: string) => rows.find((row) => row.kind === kind)?.thumbPx ?? 0;
    expect(thumb('encoder')).toBeGreaterThan(thumb('cross'));
    expect(thumb('encoder')).toBeLessThanOrEqual(2 * thumb('cross'));
    expect(thumb('decoder')).toBe(thumb('cross'));
  });

  it('has neither captions nor bars when bare', () => {
    const at = figureGeometry(bundled, { width: 840, height: 400 }, 'bare');
    expect([at.bars, at.heading, at.nextWord]).toEqual([[], null, null]);
    expect(at.rows.map((row) => row.captionY)).toEqual(Array.from({ length: 12 }, () => null));
    expect(at.heightPx).toBeLessThanOrEqual(400);
  });

  const layers = fc.integer({ min: 1, max: 24 });
  const heads = fc.integer({ min: 1, max: 32 });
  const sides = { width: fc.integer({ min: 240, max: 1200 }), height: fc.integer({ min: 200, max: 1000 }) };

  it('keeps every row inside its stack and clear of every other, whatever the model and the room', () => {
    fc.assert(
      fc.property(fc.tuple(layers, layers), fc.tuple(heads, heads), fc.record(sides), (l, h, size) => {
        const at = figureGeometry(infoOf(l, h), size, 'figure');
        for (const row of at.rows) {
          expect(inside(row.box, row.kind === 'encoder' ? at.encoder : at.decoder)).toBe(true);
          expect(row.columns * Math.ceil(row.heads / row.columns)).toBeGreaterThanOrEqual(row.heads);
          expect(row.thumbPx).toBeGreaterThanOrEqual(THUMB_LEAST_PX);
          expect(row.thumbPx).toBeLessThanOrEqual(THUMB_MOST_PX);
        }
        at.rows.forEach((row, i) => {
          for (const other of at.rows.slice(i + 1)) expect(apart(row.box, other.box)).toBe(true);
        });
        at.steps.forEach((step, i) => {
          for (const other of at.steps.slice(i + 1)) expect(apart(step.box, other.box)).toBe(true);
        });
        const things = [...at.rows, ...at.bars, ...at.steps];
        for (const { box } of things) expect(box.y + box.height).toBeLessThanOrEqual(at.heightPx);
      }),
      { numRuns: runs(20, 60) },
    );
  });

  it('is higher than its room only when its thumbnails are the smallest', () => {
    fc.assert(
      fc.property(fc.tuple(layers, layers), fc.tuple(heads, heads), fc.record(sides), (l, h, size) => {
        const at = figureGeometry(infoOf(l, h), size, 'figure');
        const sides = new Set(at.rows.map((row) => row.thumbPx));
        if (at.heightPx > size.height) expect([...sides]).toEqual([THUMB_LEAST_PX]);
      }),
      { numRuns: runs(20, 60) },
    );
  });
});
