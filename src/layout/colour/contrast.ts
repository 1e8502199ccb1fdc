import { lab, rgb as rgbColour } from 'd3';

/** Needed contrast of text (WCAG 2.2, 1.4.3). */
export const READABLE = 4.5;

/** Relative luminance of sRGB (WCAG 2.2). */
function luminance(css: string): number {
  const { r, g, b } = rgbColour(css);
  const [x = 0, y = 0, z = 0] = [r, g, b].map((channel) => {
    const v = channel / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

/** WCAG contrast of two CSS colours, 1 … 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** CIELAB lightness of a CSS colour, 0 … 100. */
export function lightness(css: string): number {
  return lab(css).l;
}

/** The first of these inks that can be read on a ground, else black. */
export function readableInk(ground: string, inks: readonly string[]): string {
  return inks.find((ink) => contrast(ink, ground) >= READABLE) ?? '#000000';
}

/** Black or white, whichever stands out more. */
export function strongestInk(ground: string): string {
  return contrast('#000000', ground) >= contrast('#ffffff', ground) ? '#000000' : '#ffffff';
}
