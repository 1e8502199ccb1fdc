import type { AttentionKind, Palette, ResolvedTheme } from '../../contract/index.ts';
import { type AmountScale, buildScale, PAPER } from './colourTable.ts';

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

const HUES: Readonly<Record<'light' | 'dark', Readonly<Record<AttentionKind, string>>>> = {
  light: { encoder: '#0b5cad', decoder: '#c2500a', cross: '#0a7f5a' },
  dark: { encoder: '#8cc3ff', decoder: '#ffb27c', cross: '#74dcb2' },
};
/** Cividis (Nuñez, Anderton, Renslow 2018) sampled at its quarters, dark to light. */
const CIVIDIS = ['#00224e', '#434e6c', '#7d7c78', '#bcaf6f', '#fee838'] as const;

/** Colours a scale runs through, from paper on; each darker, or each lighter, than the one before. */
function anchorsOf(kind: AttentionKind, theme: ResolvedTheme, palette: Palette): readonly string[] {
  const paper = PAPER[theme];
  if (palette === 'cividis') {
    // In the dark, near-black paper stands where cividis has its own near-black end.
    return theme === 'dark' ? [paper, ...CIVIDIS.slice(1)] : [paper, ...[...CIVIDIS].reverse()];
  }
  if (theme === 'contrast') return [paper, '#000000'];
  if (palette === 'greys') return [paper, theme === 'dark' ? '#f4f5f7' : '#16181d'];
  return [paper, HUES[theme][kind]];
}

const built = new Map<string, AmountScale>();

/** The colours of one kind of attention in one theme; the same object for the same arguments. */
export function amountScale(kind: AttentionKind, theme: ResolvedTheme, palette: Palette): AmountScale {
  const key = `${kind}/${theme}/${palette}`;
  const scale = built.get(key) ?? buildScale(anchorsOf(kind, theme, palette), theme === 'contrast');
  built.set(key, scale);
  return scale;
}
