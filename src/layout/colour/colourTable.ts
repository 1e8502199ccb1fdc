import { interpolateRgb, lab, rgb, scaleLinear } from 'd3';
import type { ResolvedTheme } from '../../contract/index.ts';
import { lightness, readableInk, strongestInk } from './contrast.ts';

/** Attention weight (0 … 1) to colour. Amount is lightness: even steps in CIELAB L* (of a power of it), paper at 0. */
export interface AmountScale {
  /** `rgb(r, g, b)`; values outside 0 … 1 take the nearer end, NaN is 0. */
  css(value: number): string;
  /** Red, green and blue, 0 … 255. */
  rgb(value: number): readonly [number, number, number];
  /** The ink that can be read (contrast at least 4.5) on `css(value)`. */
  inkOn(value: number): string;
  /** A fainter ink that still can (contrast at least 4.5), for what matters less. */
  quietInkOn(value: number): string;
  /** For legends: about `n` round steps, the ends among them. */
  ticks(n: number): readonly number[];
  /** For legends: `n` colours at even steps from 0 to 1. */
  stops(n: number): readonly { readonly value: number; readonly css: string }[];
}

type Rgb = readonly [number, number, number];

/** Table entries of a scale: about as many as 8-bit channels can tell apart. */
export const SCALE_STEPS = 256;

/** The ground of every scale: what nothing looks like. */
export const PAPER: Readonly<Record<ResolvedTheme, string>> = {
  light: '#ffffff',
  dark: '#151a22',
  contrast: '#ffffff',
};
/** White as soon as it can be read, as on the full hue; else black: on every ground one of them can. */
const INKS = ['#ffffff', '#000000'] as const;

/** The colour of lightness `l` between two others. Mixed in RGB: mixed in Lab, blue on white turns purple. */
function colourOfLightness(from: string, to: string, l: number): Rgb {
  const [a, b] = [rgb(from), rgb(to)];
  const at = (share: number) =>
    rgb(a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share);
  const rising = lightness(to) > lightness(from);
  let [low, high] = [0, 1];
  // Twenty halvings are finer than 8 bits can show.
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (lab(at(middle)).l < l === rising) low = middle;
    else high = middle;
  }
  const { r, g, b: blue } = at(high);
  return [Math.round(r), Math.round(g), Math.round(blue)];
}

/** The colour at a share of the way from the first anchor's lightness to the last one's. */
function colourAt(anchors: readonly string[], share: number): Rgb {
  const ls = anchors.map(lightness);
  const [first = 0, last = 0] = [ls[0], ls.at(-1)];
  const l = first + (last - first) * share;
  const inSegment = (to: number) => (last > first ? (ls[to] ?? 0) >= l : (ls[to] ?? 0) <= l);
  const next = anchors.findIndex((_, i) => i > 0 && (i === anchors.length - 1 || inSegment(i)));
  return colourOfLightness(anchors[next - 1] ?? '', anchors[next] ?? '', l);
}

/** `ink` made as faint on `ground` as reading allows. */
function faded(ink: string, ground: string): string {
  const toGround = interpolateRgb(ink, ground);
  const mixes = Array.from({ length: 12 }, (_, i) => rgb(toGround((11 - i) / 20)).formatRgb());
  return readableInk(ground, [...mixes, ink]);
}

export interface ScaleOptions {
  /** Black and white inks only, for the theme of high contrast. */
  readonly strong: boolean;
  /** Steps of L* are even in the value to this power: below 1 small values stand out more. */
  readonly bend?: number;
  /** Entries of the table. */
  readonly steps?: number;
}

/** A scale through colours that each are darker, or each lighter, than the one before. */
export function buildScale(
  anchors: readonly string[],
  { strong, bend = 1, steps = SCALE_STEPS }: ScaleOptions,
): AmountScale {
  const colours = Array.from({ length: steps }, (_, i) => colourAt(anchors, (i / (steps - 1)) ** bend));
  const strings = colours.map(([r, g, b]) => `rgb(${r}, ${g}, ${b})`);
  const inks = strings.map((ground) => (strong ? strongestInk(ground) : readableInk(ground, INKS)));
  const quietInks = strong ? inks : strings.map((ground, i) => faded(inks[i] ?? '', ground));
  const position = scaleLinear([0, 1], [0, steps - 1]).clamp(true);
  const index = (value: number) => Math.round(position(value || 0));
  const css = (value: number) => strings[index(value)] ?? '';
  return {
    css,
    rgb: (value) => colours[index(value)] ?? [0, 0, 0],
    inkOn: (value) => inks[index(value)] ?? '',
    quietInkOn: (value) => quietInks[index(value)] ?? '',
    ticks: (n) => position.ticks(n),
    stops: (n) =>
      Array.from({ length: n }, (_, i) => {
        const value = n > 1 ? i / (n - 1) : 0;
        return { value, css: css(value) };
      }),
  };
}
