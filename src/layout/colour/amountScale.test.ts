import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTENTION_KINDS, PALETTES, type ResolvedTheme } from '../../contract/index.ts';
import { amountScale, BEND, SCALE_STEPS, textScale } from './amountScale.ts';
import { contrast, lightness } from './contrast.ts';

const THEMES: readonly ResolvedTheme[] = ['light', 'dark', 'contrast'];
const all = ATTENTION_KINDS.flatMap((kind) =>
  THEMES.flatMap((theme) => PALETTES.map((palette) => ({ kind, theme, palette }))),
);

describe.each(all)('amountScale $kind $theme $palette', ({ kind, theme, palette }) => {
  const scale = amountScale(kind, theme, palette);
  const steps = scale.stops(SCALE_STEPS);

  const sign = theme === 'dark' ? 1 : -1;
  const rises = (n: number) => {
    const ls = scale.stops(n).map((s) => lightness(s.css));
    return ls.slice(1).map((l, i) => sign * (l - (ls[i] ?? 0)));
  };

  it('is strictly monotone in L*, per cent by per cent', () => {
    expect(Math.min(...rises(101))).toBeGreaterThan(0);
  });

  it('never turns back between two entries of its table by more than the rounding of blue to 8 bits', () => {
    expect(Math.min(...rises(SCALE_STEPS))).toBeGreaterThan(-0.05);
  });

  it('has ink that can be read on every colour', () => {
    for (const { value, css } of steps) {
      expect(contrast(scale.inkOn(value), css)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(scale.quietInkOn(value), css)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has a part for words, from its own ground on, whose ink is read with ease', () => {
    const words = textScale(kind, theme, palette);
    expect(words.css(0)).toBe(scale.css(0));
    expect(words.css(1)).not.toBe(words.css(0.5));
    for (const { value, css } of words.stops(SCALE_STEPS)) {
      expect(css).toBe(words.css(value));
      expect(contrast(words.inkOn(value), css)).toBeGreaterThanOrEqual(7);
    }
  });

  it('has even steps of L*, in the dark of a power of the weight', () => {
    const [first = 0, ...more] = steps.map((s) => lightness(s.css));
    const last = more.at(-1) ?? 0;
    more.forEach((l, i) => {
      const even = first + (last - first) * ((i + 1) / (SCALE_STEPS - 1)) ** BEND[theme];
      expect(Math.abs(l - even), `step ${i + 1}`).toBeLessThan(0.4);
    });
  });

  it('spans most of the lightness there is', () => {
    expect(Math.abs(lightness(scale.css(0)) - lightness(scale.css(1)))).toBeGreaterThan(50);
  });

  it('agrees between css and rgb, and takes the nearer end outside 0 … 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 3 }), (v) => {
        const inside = Math.min(1, Math.max(0, v || 0));
        expect(scale.css(v)).toBe(scale.css(inside));
        expect(scale.css(v)).toBe(`rgb(${scale.rgb(v).join(', ')})`);
      }),
    );
  });
});

describe('amountScale', () => {
  it('lets small weights be seen in the dark: one in twenty is as far from the ground as one in ten by light', () => {
    const apart = (theme: ResolvedTheme, weight: number) => {
      const scale = amountScale('encoder', theme, 'hue');
      return Math.abs(lightness(scale.css(weight)) - lightness(scale.css(0)));
    };
    expect(apart('dark', 0.05)).toBeGreaterThan(apart('light', 0.1));
  });

  it('is made once', () => {
    expect(amountScale('cross', 'dark', 'hue')).toBe(amountScale('cross', 'dark', 'hue'));
    expect(amountScale('cross', 'dark', 'hue')).not.toBe(amountScale('cross', 'light', 'hue'));
  });

  it('ends in the full hue of the kind', () => {
    expect(amountScale('encoder', 'light', 'hue').css(1)).toBe('rgb(11, 92, 173)');
    expect(amountScale('decoder', 'light', 'hue').css(1)).toBe('rgb(194, 80, 10)');
    expect(amountScale('cross', 'light', 'hue').css(1)).toBe('rgb(10, 127, 90)');
    expect(amountScale('encoder', 'light', 'hue').css(0)).toBe('rgb(255, 255, 255)');
  });

  it('gives paper to no attention and to NaN', () => {
    const scale = amountScale('encoder', 'dark', 'cividis');
    expect(scale.css(Number.NaN)).toBe(scale.css(0));
    expect(scale.css(0)).toBe(amountScale('cross', 'dark', 'hue').css(0));
  });
});
