import { scaleLinear } from 'd3';
import type { Palette, ResolvedTheme } from '../../contract/index.ts';
import { buildScale, PAPER } from './colourTable.ts';

/**
 * Signed number to colour. Zero is neutral; on both sides size is lightness, in even steps of CIELAB L*, and equal
 * sizes are equally light, except with the palette `greys`: one run from black through grey to white, since without
 * hue only lightness can tell the signs.
 */
export interface DivergingScale {
  /** The size that gets the full colour, on both sides. */
  readonly limit: number;
  /** `rgb(r, g, b)`; sizes beyond the limit take the full colour, NaN is 0. */
  css(value: number): string;
  /** Red, green and blue, 0 … 255. */
  rgb(value: number): readonly [number, number, number];
  /** The ink that can be read (contrast at least 4.5) on `css(value)`. */
  inkOn(value: number): string;
  /** A fainter ink that still can, for what matters less. */
  quietInkOn(value: number): string;
  /** For legends: about `n` round steps from −limit to limit, 0 among them. */
  ticks(n: number): readonly number[];
  /** For legends: `n` colours at even steps from −limit to limit. */
  stops(n: number): readonly { readonly value: number; readonly css: string }[];
}

/** What is below zero, what is nothing, what is above. */
type Ends = readonly [minus: string, neutral: string, plus: string];

/*
 * Violet and ochre: apart for every kind of colour blindness, since they differ in blue, and none of the three kinds
 * of attention has them. Each pair is equally light.
 */
const HUES: Readonly<Record<ResolvedTheme, Ends>> = {
  light: ['#6a46b8', PAPER.light, '#834e00'],
  dark: ['#cbb8ff', PAPER.dark, '#eeb953'],
  contrast: ['#401c80', PAPER.contrast, '#4d2b00'],
};
/** The blue and the yellow of cividis. */
const CIVIDIS: Readonly<Record<ResolvedTheme, Ends>> = {
  light: ['#2f5ea8', PAPER.light, '#6e5b00'],
  dark: ['#a9c4ff', PAPER.dark, '#d6c238'],
  contrast: ['#00306b', PAPER.contrast, '#3b3100'],
};
/** Half per cents: grey to black has but 127 steps of 8 bits, and every per cent shall differ. */
const SIDE_STEPS = 201;
const GREYS: Ends = ['#000000', '#7f7f7f', '#ffffff'];

const ENDS: Readonly<Record<Palette, Readonly<Record<ResolvedTheme, Ends>>>> = {
  hue: HUES,
  cividis: CIVIDIS,
  greys: { light: GREYS, dark: GREYS, contrast: GREYS },
};

function sidesOf(theme: ResolvedTheme, palette: Palette) {
  const [minus, neutral, plus] = ENDS[palette][theme];
  const strong = theme === 'contrast';
  return {
    minus: buildScale([neutral, minus], { strong, steps: SIDE_STEPS }),
    plus: buildScale([neutral, plus], { strong, steps: SIDE_STEPS }),
  };
}

const built = new Map<string, ReturnType<typeof sidesOf>>();

/**
 * Colours for signed numbers up to a size `limit` > 0; with another limit (all numbers are 0) everything is neutral.
 */
export function divergingScale(theme: ResolvedTheme, palette: Palette, limit: number): DivergingScale {
  const key = `${theme}/${palette}`;
  const sides = built.get(key) ?? sidesOf(theme, palette);
  built.set(key, sides);
  const share = scaleLinear([-limit, 0, limit], limit > 0 ? [-1, 0, 1] : [0, 0, 0]).clamp(true);
  const at = (value: number) => {
    const signed = share(value || 0);
    return { side: signed < 0 ? sides.minus : sides.plus, size: Math.abs(signed) };
  };
  const css = (value: number) => {
    const { side, size } = at(value);
    return side.css(size);
  };
  return {
    limit,
    css,
    rgb: (value) => {
      const { side, size } = at(value);
      return side.rgb(size);
    },
    inkOn: (value) => {
      const { side, size } = at(value);
      return side.inkOn(size);
    },
    quietInkOn: (value) => {
      const { side, size } = at(value);
      return side.quietInkOn(size);
    },
    ticks: (n) => scaleLinear([-limit, limit], [0, 1]).ticks(n),
    stops: (n) =>
      Array.from({ length: n }, (_, i) => {
        const value = n > 1 ? limit * ((2 * i) / (n - 1) - 1) : 0;
        return { value, css: css(value) };
      }),
  };
}

/** The largest size among numbers: the limit that lets each of them be told from the others. 0 for none. */
export function largestSize(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value) || 0);
  return most;
}
