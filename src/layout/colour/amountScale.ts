import type { AttentionKind, Palette, ResolvedTheme } from '../../contract/index.ts';
import { type AmountScale, buildScale, PAPER, SCALE_STEPS } from './colourTable.ts';
import { contrast } from './contrast.ts';

export { type AmountScale, SCALE_STEPS } from './colourTable.ts';

/** Lines of the hatching over cells the model may not read. */
const HATCH: Readonly<Record<ResolvedTheme, string>> = {
  light: '#d3d8e1',
  dark: '#343c4a',
  contrast: '#767676',
};

export function hatchColour(theme: ResolvedTheme): string {
  return HATCH[theme];
}

/** The same over cells forbidden by hand: stronger, as somebody did it on purpose. */
const HAND_HATCH: Readonly<Record<ResolvedTheme, string>> = {
  light: '#8a93a6',
  dark: '#8691a5',
  contrast: '#000000',
};

export function handHatchColour(theme: ResolvedTheme): string {
  return HAND_HATCH[theme];
}

type Anchors = Readonly<Record<ResolvedTheme, readonly string[]>>;

const BLACK = ['#000000'] as const;
const hue = (light: string, dark: string): Anchors => ({ light: [light], dark: [dark], contrast: BLACK });
const HUES: Readonly<Record<AttentionKind, Anchors>> = {
  encoder: hue('#0b5cad', '#8cc3ff'),
  decoder: hue('#c2500a', '#ffb27c'),
  cross: hue('#0a7f5a', '#74dcb2'),
};
/** Cividis (Nuñez, Anderton, Renslow 2018) sampled at its quarters, light to dark. */
const CIVIDIS = ['#fee838', '#bcaf6f', '#7d7c78', '#434e6c', '#00224e'] as const;
/** In the dark, near-black paper stands where cividis has its own near-black end. */
const CIVIDIS_IN_THE_DARK = CIVIDIS.slice(0, -1).reverse();

/** Colours a scale runs through after the paper; each darker, or each lighter, than the one before. */
const ANCHORS: Readonly<Record<Palette, (kind: AttentionKind) => Anchors>> = {
  hue: (kind) => HUES[kind],
  cividis: () => ({ light: CIVIDIS, dark: CIVIDIS_IN_THE_DARK, contrast: CIVIDIS }),
  greys: () => ({ light: ['#16181d'], dark: ['#f4f5f7'], contrast: BLACK }),
};

/**
 * In the dark, small weights would drown in the ground, most of all on a projector: their colours climb faster. Small
 * pictures, large ones and the legend have the same scale.
 */
export const BEND: Readonly<Record<ResolvedTheme, number>> = { light: 1, dark: 0.65, contrast: 1 };

const built = new Map<string, AmountScale>();

/** The colours of one kind of attention in one theme; the same object for the same arguments. */
export function amountScale(kind: AttentionKind, theme: ResolvedTheme, palette: Palette): AmountScale {
  const key = `${kind}/${theme}/${palette}`;
  const anchors = [PAPER[theme], ...ANCHORS[palette](kind)[theme]];
  const strong = theme === 'contrast';
  const scale = built.get(key) ?? buildScale(anchors, { strong, bend: BEND[theme] });
  built.set(key, scale);
  return scale;
}

/** Contrast of text that is read from the back of a hall (WCAG 2.2, 1.4.6). */
const EASY = 7;

/** The lower part of a scale, on which its ink is read with ease (contrast at least 7), over all of 0 … 1. */
export function textScale(kind: AttentionKind, theme: ResolvedTheme, palette: Palette): AmountScale {
  const key = `text ${kind}/${theme}/${palette}`;
  const known = built.get(key);
  if (known) return known;
  const all = amountScale(kind, theme, palette);
  const values = Array.from({ length: SCALE_STEPS }, (_, i) => i / (SCALE_STEPS - 1));
  const hard = values.findIndex((value) => contrast(all.inkOn(value), all.css(value)) < EASY);
  const most = values[(hard < 0 ? SCALE_STEPS : hard) - 1] ?? 0;
  const at = (value: number) => Math.min(1, Math.max(0, value || 0)) * most;
  const scale: AmountScale = {
    css: (value) => all.css(at(value)),
    rgb: (value) => all.rgb(at(value)),
    inkOn: (value) => all.inkOn(at(value)),
    quietInkOn: (value) => all.quietInkOn(at(value)),
    ticks: all.ticks,
    stops: (n) => all.stops(n).map(({ value }) => ({ value, css: all.css(at(value)) })),
  };
  built.set(key, scale);
  return scale;
}
