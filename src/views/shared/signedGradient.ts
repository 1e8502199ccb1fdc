import type { Palette, ResolvedTheme } from '../../contract/index.ts';
import { divergingScale } from '../../layout/index.ts';

/** Enough that the eye cannot tell the gradient from the scale itself. */
const STOPS = 33;

/** The colours of signed numbers from the least to the most, as a CSS background. */
export function signedGradient(theme: ResolvedTheme, palette: Palette): string {
  const stops = divergingScale(theme, palette, 1)
    .stops(STOPS)
    .map(({ css }, i) => `${css} ${(i * 100) / (STOPS - 1)}%`);
  return `linear-gradient(to right, ${stops.join(', ')})`;
}
