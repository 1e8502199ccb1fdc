import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const THEMES = ['light', 'dark', 'contrast'];

/** The colour tokens of one theme, as written in theme.css. */
function tokensOf(theme: string): ReadonlyMap<string, string> {
  const block = css.split(`[data-theme="${theme}"] {`)[1]?.split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

/** Relative luminance of #rrggbb (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const v = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [hi = 1, lo = 1] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
}

const color = (theme: string, name: string): string => {
  const found = tokensOf(theme).get(name);
  if (!found) throw new Error(`theme.css: ${theme} has no --${name}`);
  return found;
};

describe.each(THEMES)('theme %s', (theme) => {
  const texts = ['ink', 'quiet', 'encoder', 'decoder', 'cross', 'alarm'];
  it.each(texts)('%s can be read on page and card (4.5:1)', (ink) => {
    for (const ground of ['page', 'card']) {
      expect(contrast(color(theme, ink), color(theme, ground)), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('quiet ink and ink can be read on a pressed or hovered control', () => {
    expect(contrast(color(theme, 'ink'), color(theme, 'press'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color(theme, 'quiet'), color(theme, 'press'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color(theme, 'on-ink'), color(theme, 'on'))).toBeGreaterThanOrEqual(4.5);
  });

  it('the ring has a tone that stands out from every ground (3:1)', () => {
    for (const ground of ['page', 'card', 'ink', 'encoder', 'decoder', 'cross']) {
      const best = Math.max(
        ...['focus-inner', 'focus-outer'].map((tone) => contrast(color(theme, tone), color(theme, ground))),
      );
      expect(best, ground).toBeGreaterThanOrEqual(3);
    }
  });

  it('has every token the light theme has', () => {
    expect([...tokensOf(theme).keys()].sort()).toEqual([...tokensOf('light').keys()].sort());
  });
});

describe('theme.css', () => {
  it('has no type under 13 px where one rem is 16', () => {
    const sizes = [...css.matchAll(/--size-[\w-]+:\s*([\d.]+)rem/g)].map((m) => Number(m[1]));
    expect(sizes.length).toBeGreaterThan(3);
    expect(16 * Math.min(...sizes)).toBeGreaterThanOrEqual(13);
  });
});
