import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountScale, divergingScale } from '../../layout/index.ts';
import { amountPixels, differencePixels, paintPattern } from './paint.ts';

/** Amount n/255 has colour n, so that a pixel says its amount. */
const plain = Uint32Array.from({ length: 256 }, (_, i) => i);

function paint(
  values: readonly number[],
  T: number,
  S: number,
  side: number,
): readonly (readonly number[])[] {
  const pixels = new Uint32Array(side * side);
  const pattern = { data: Float32Array.from(values), offset: 0, T, S };
  paintPattern({ pixels, stride: side }, { x: 0, y: 0, width: side, height: side }, pattern, plain);
  return Array.from({ length: side }, (_, y) => [...pixels.subarray(y * side, (y + 1) * side)]);
}

describe('paintPattern', () => {
  it('draws rows as queries and columns as keys, each cell a block of pixels', () => {
    expect(paint([1, 0, 0, 0, 0, 1], 2, 3, 6)).toEqual([
      [255, 255, 0, 0, 0, 0],
      [255, 255, 0, 0, 0, 0],
      [255, 255, 0, 0, 0, 0],
      [0, 0, 0, 0, 255, 255],
      [0, 0, 0, 0, 255, 255],
      [0, 0, 0, 0, 255, 255],
    ]);
  });

  it('keeps the largest of the cells that share a pixel', () => {
    const values = Array.from({ length: 16 }, () => 0);
    values[5] = 0.8;
    values[15] = 0.2;
    expect(paint(values, 4, 4, 2)).toEqual([
      [204, 0],
      [0, 51],
    ]);
  });

  it('draws only inside its square, from the head’s own numbers', () => {
    const pixels = new Uint32Array(20).fill(7);
    const pattern = { data: Float32Array.from([1, 1, 1, 1, 0, 0, 0, 0]), offset: 4, T: 2, S: 2 };
    paintPattern({ pixels, stride: 5 }, { x: 1, y: 1, width: 2, height: 2 }, pattern, plain);
    expect([...pixels]).toEqual([7, 7, 7, 7, 7, 7, 0, 0, 7, 7, 7, 0, 0, 7, 7, 7, 7, 7, 7, 7]);
  });

  it('shows every cell that is at least a pixel large, and the brightest cell always', () => {
    const cell = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(cell, fc.integer({ min: 8, max: 40 }), fc.nat(), ([T, S], side, where) => {
        const values = Array.from({ length: T * S }, () => 0);
        values[where % (T * S)] = 1;
        expect(paint(values, T, S, side).flat()).toContain(255);
      }),
    );
  });
});

describe('paintPattern of a wide stage', () => {
  it('has its own limit, and its own size each way', () => {
    const pixels = new Uint32Array(6);
    const pattern = { data: Float32Array.from([0, 2, 4]), offset: 0, T: 1, S: 3, limit: 4 };
    paintPattern({ pixels, stride: 3 }, { x: 0, y: 0, width: 3, height: 2 }, pattern, plain);
    expect([...pixels]).toEqual([0, 128, 255, 0, 128, 255]);
    const nothing = { ...pattern, limit: 0 };
    paintPattern({ pixels, stride: 3 }, { x: 0, y: 0, width: 3, height: 2 }, nothing, plain);
    expect([...pixels]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('amountPixels', () => {
  it('is the scale’s own colour at every amount, opaque', () => {
    const scale = amountScale('cross', 'dark', 'hue');
    const bytes = new Uint8Array(amountPixels(scale).buffer);
    for (const i of [0, 1, 200, 255]) {
      expect([...bytes.subarray(4 * i, 4 * i + 4)]).toEqual([...scale.rgb(i / 255), 255]);
    }
  });
});

describe('differences', () => {
  const signed = Uint32Array.from({ length: 511 }, (_, i) => i);

  it('show the largest change of either sign that shares a pixel', () => {
    const pixels = new Uint32Array(1);
    const pattern = { data: Float32Array.from([0.2, -0.6, 0.4, 0]), offset: 0, T: 2, S: 2 };
    paintPattern({ pixels, stride: 1 }, { x: 0, y: 0, width: 1, height: 1 }, pattern, signed);
    expect(pixels[0]).toBe(255 - 153);
  });

  it('have the scale’s colours on both sides and its paper at 0', () => {
    const scale = divergingScale('light', 'hue', 1);
    const bytes = new Uint8Array(differencePixels(scale).buffer);
    for (const i of [0, 100, 255, 400, 510]) {
      expect([...bytes.subarray(4 * i, 4 * i + 4)]).toEqual([...scale.rgb((i - 255) / 255), 255]);
    }
  });
});

describe('pale colours', () => {
  it('lie between the paper and the scale, and leave the paper as it is', () => {
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      const scale = amountScale('encoder', theme, 'hue');
      const [full, pale] = [amountPixels(scale), amountPixels(scale, true)].map(
        (p) => new Uint8Array(p.buffer),
      );
      expect(pale?.slice(0, 4)).toEqual(full?.slice(0, 4));
      for (let channel = 0; channel < 3; channel++) {
        const [paper = 0, strong = 0, weak = 0] = [
          full?.[channel],
          full?.[1020 + channel],
          pale?.[1020 + channel],
        ];
        expect(Math.abs(weak - paper)).toBeLessThanOrEqual(Math.abs(strong - paper) * 0.35 + 1);
      }
    }
  });
});
