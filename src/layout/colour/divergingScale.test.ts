import { lab, rgb } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTES, type ResolvedTheme } from '../../contract/index.ts';
import { amountScale } from './amountScale.ts';
import { contrast, lightness } from './contrast.ts';
import { divergingScale, largestSize } from './divergingScale.ts';

const THEMES: readonly ResolvedTheme[] = ['light', 'dark', 'contrast'];
const all = THEMES.flatMap((theme) => PALETTES.map((palette) => ({ theme, palette })));

/** Linear RGB as dichromats see it (Viénot, Brettel, Mollon 1999): a red-blind and a green-blind eye. */
const BLIND: Readonly<Record<'protan' | 'deutan', readonly (readonly number[])[]>> = {
  protan: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deutan: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
};

function seenBy(eye: keyof typeof BLIND, css: string): string {
  const { r, g, b } = rgb(css);
  const linear = [r, g, b].map((c) =>
    c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
  );
  const [x = 0, y = 0, z = 0] = BLIND[eye].map((row) => {
    const v = Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, w, i) => sum + w * (linear[i] ?? 0), 0),
      ),
    );
    return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
  });
  return rgb(x, y, z).formatRgb();
}

/** CIE 1976 colour difference; above 10 or so, colours side by side are told apart at a glance. */
function difference(a: string, b: string): number {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
}

describe.each(all)('divergingScale $theme $palette', ({ theme, palette }) => {
  const scale = divergingScale(theme, palette, 2);
  const lightnesses = (sign: number) =>
    Array.from({ length: 101 }, (_, i) => lightness(scale.css((sign * 2 * i) / 100)));

  it.each([-1, 1])('is strictly monotone in L*, per cent by per cent, on the side of %i', (sign) => {
    const ls = lightnesses(sign);
    const steps = ls.slice(1).map((l, i) => l - (ls[i] ?? 0));
    const rising = (steps[0] ?? 0) > 0;
    expect(Math.min(...steps.map((step) => (rising ? step : -step)))).toBeGreaterThan(0);
    expect(Math.abs((ls[100] ?? 0) - (ls[0] ?? 0))).toBeGreaterThan(40);
  });

  it('makes equal sizes equally light, or tells the signs by lightness alone', () => {
    const [minus, plus] = [lightnesses(-1), lightnesses(1)];
    minus.forEach((l, i) => {
      const apart = (plus[i] ?? 0) - l;
      if (palette === 'greys') expect(apart, `${i} %`).toBeGreaterThanOrEqual(i * 0.7);
      else expect(Math.abs(apart), `${i} %`).toBeLessThan(1);
    });
  });

  it('tells the signs apart to every eye, from a quarter of the limit on', () => {
    for (const value of [0.5, 1, 1.5, 2]) {
      const [minus, plus] = [scale.css(-value), scale.css(value)];
      expect(difference(minus, plus)).toBeGreaterThan(10);
      expect(difference(seenBy('protan', minus), seenBy('protan', plus))).toBeGreaterThan(10);
      expect(difference(seenBy('deutan', minus), seenBy('deutan', plus))).toBeGreaterThan(10);
    }
  });

  it('has ink that can be read on every colour', () => {
    for (const { value, css } of scale.stops(101)) {
      expect(contrast(scale.inkOn(value), css)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(scale.quietInkOn(value), css)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('agrees between css and rgb, and takes the full colour beyond the limit', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5 }), (v) => {
        const inside = Math.min(2, Math.max(-2, v || 0));
        expect(scale.css(v)).toBe(scale.css(inside));
        expect(scale.css(v)).toBe(`rgb(${scale.rgb(v).join(', ')})`);
      }),
    );
  });

  it('is neutral at 0 and for numbers that are none', () => {
    expect(scale.css(-0)).toBe(scale.css(0));
    expect(scale.css(Number.NaN)).toBe(scale.css(0));
    const nothing = divergingScale(theme, palette, 0);
    expect(nothing.css(3)).toBe(scale.css(0));
    expect(nothing.css(-3)).toBe(scale.css(0));
    if (palette !== 'greys') expect(scale.css(0)).toBe(amountScale('encoder', theme, palette).css(0));
  });

  it('has 0 among its ticks and in the middle of its stops', () => {
    expect(scale.ticks(4)).toContain(0);
    const stops = scale.stops(5);
    expect(stops.map((stop) => stop.value)).toEqual([-2, -1, 0, 1, 2]);
    expect(stops.map((stop) => stop.css)).toEqual(stops.map((stop) => scale.css(stop.value)));
  });
});

describe('largestSize', () => {
  it('is the largest size of either sign', () => {
    expect(largestSize([1, -3, 2])).toBe(3);
    expect(largestSize(new Float32Array([]))).toBe(0);
    expect(largestSize([Number.NaN, -1])).toBe(1);
  });
});
