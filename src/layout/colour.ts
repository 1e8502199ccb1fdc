import { lab, rgb as rgbColour } from 'd3-color';
import { interpolateLab } from 'd3-interpolate';
import type { AttentionKind, Palette, ResolvedTheme } from '../contract/index.ts';

/** Attention weight (0 … 1) to colour. Amount is lightness: strictly monotone in CIELAB L*, paper at 0. */
export interface AmountScale {
  /** `rgb(r, g, b)`; values outside 0 … 1 take the nearer end, NaN is 0. */
  css(value: number): string;
  /** Red, green and blue, 0 … 255. */
  rgb(value: number): readonly [number, number, number];
  /** The ink that can be read (contrast at least 4.5) on `css(value)`. */
  inkOn(value: number): string;
  /** For legends: `n` colours at even steps from 0 to 1. */
  stops(n: number): readonly { readonly value: number; readonly css: string }[];
}

/** Lines of the hatching over cells the model may not read. */
const HATCH: Readonly<Record<ResolvedTheme, string>> = {
  light: '#d3d8e1',
  dark: '#343c4a',
  contrast: '#767676',
};

export function hatchColour(theme: ResolvedTheme): string {
  return HATCH[theme];
}

type Rgb = readonly [number, number, number];
/** A colour and where it stands, 0 … 1, ascending. */
type Anchor = readonly [at: number, colour: string];

/** Table entries of a scale: more than the steps an eye or an 8-bit channel can tell apart. */
export const SCALE_STEPS = 256;

const HUES: Readonly<Record<'light' | 'dark', Readonly<Record<AttentionKind, string>>>> = {
  light: { encoder: '#0b5cad', decoder: '#c2500a', cross: '#0a7f5a' },
  dark: { encoder: '#8cc3ff', decoder: '#ffb27c', cross: '#74dcb2' },
};
const PAPER: Readonly<Record<ResolvedTheme, string>> = {
  light: '#ffffff',
  dark: '#151a22',
  contrast: '#ffffff',
};
/** Cividis (Nuñez, Anderton, Renslow 2018) sampled at its quarters, dark to light. */
const CIVIDIS = ['#00224e', '#434e6c', '#7d7c78', '#bcaf6f', '#fee838'] as const;
/** How much of the scale leads from paper into cividis, which has no paper of its own. */
const CIVIDIS_LEAD = 0.06;
const DARK_INK = '#1d2433';
/** Needed contrast of text (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

function anchorsOf(kind: AttentionKind, theme: ResolvedTheme, palette: Palette): readonly Anchor[] {
  const paper = PAPER[theme];
  if (palette === 'cividis') {
    // In the dark, near-black paper stands where cividis has its own near-black end.
    if (theme === 'dark') return [paper, ...CIVIDIS.slice(1)].map((c, i): Anchor => [i / 4, c]);
    const step = (1 - CIVIDIS_LEAD) / 4;
    return [[0, paper], ...[...CIVIDIS].reverse().map((c, i): Anchor => [CIVIDIS_LEAD + i * step, c])];
  }
  if (theme === 'contrast')
    return [
      [0, paper],
      [1, '#000000'],
    ];
  if (palette === 'greys')
    return [
      [0, paper],
      [1, theme === 'dark' ? '#f4f5f7' : '#16181d'],
    ];
  return [
    [0, paper],
    [1, HUES[theme][kind]],
  ];
}

function colourAt(anchors: readonly Anchor[], value: number): Rgb {
  const next = Math.max(
    1,
    anchors.findIndex(([at]) => at >= value),
  );
  const [from, to] = [anchors[next - 1], anchors[next]];
  if (!from || !to) return [0, 0, 0];
  const c = rgbColour(interpolateLab(from[1], to[1])((value - from[0]) / (to[0] - from[0]))).clamp();
  return [Math.round(c.r), Math.round(c.g), Math.round(c.b)];
}

/** Relative luminance of sRGB (WCAG 2.2). */
function luminance([r, g, b]: Rgb): number {
  const linear = [r, g, b].map((v) => {
    const x = v / 255;
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

/** WCAG contrast of two CSS colours, 1 … 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [a, b].map((css) => {
    const c = rgbColour(css);
    return luminance([c.r, c.g, c.b]);
  });
  const [hi, lo] = [Math.max(x ?? 0, y ?? 0), Math.min(x ?? 0, y ?? 0)];
  return (hi + 0.05) / (lo + 0.05);
}

/** CIELAB lightness of a CSS colour, 0 … 100. */
export function lightness(css: string): number {
  return lab(css).l;
}

/** The page's own ink where it can be read, else white, else black; one of the last two always can. */
function readableOn(css: string): string {
  return [DARK_INK, '#ffffff', '#000000'].find((ink) => contrast(ink, css) >= READABLE) ?? '#000000';
}

function buildScale(anchors: readonly Anchor[]): AmountScale {
  const colours = Array.from({ length: SCALE_STEPS }, (_, i) => colourAt(anchors, i / (SCALE_STEPS - 1)));
  const strings = colours.map(([r, g, b]) => `rgb(${r}, ${g}, ${b})`);
  const inks = strings.map(readableOn);
  const index = (value: number) => Math.round(Math.min(1, Math.max(0, value || 0)) * (SCALE_STEPS - 1));
  const css = (value: number) => strings[index(value)] ?? '';
  return {
    css,
    rgb: (value) => colours[index(value)] ?? [0, 0, 0],
    inkOn: (value) => inks[index(value)] ?? '',
    stops: (n) =>
      Array.from({ length: n }, (_, i) => {
        const value = n > 1 ? i / (n - 1) : 0;
        return { value, css: css(value) };
      }),
  };
}

const built = new Map<string, AmountScale>();

/** The colours of one kind of attention in one theme; the same object for the same arguments. */
export function amountScale(kind: AttentionKind, theme: ResolvedTheme, palette: Palette): AmountScale {
  const key = `${kind}/${theme}/${palette}`;
  const scale = built.get(key) ?? buildScale(anchorsOf(kind, theme, palette));
  built.set(key, scale);
  return scale;
}
