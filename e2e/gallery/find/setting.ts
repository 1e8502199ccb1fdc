import { PALETTES, type ResolvedTheme } from '../../../src/contract/index.ts';
import { createTranslator, loadLanguage } from '../../../src/i18n/index.ts';

/** What the query string asks of a scene. */
export const asked = new URLSearchParams(window.location.search);

export function oneOf<Word extends string>(list: readonly Word[], name: string, first: Word): Word {
  return list.find((word) => word === asked.get(name)) ?? first;
}

const THEMES: readonly ResolvedTheme[] = ['light', 'dark', 'contrast'];
export const theme = oneOf(THEMES, 'theme', 'light');
export const palette = oneOf(PALETTES, 'palette', 'hue');
await loadLanguage('zh-CN');
export const t = createTranslator(asked.get('lang') === 'zh-CN' ? 'zh-CN' : 'en');
export const phone = asked.has('phone');

/** The room of the explorer's right half under its title: on a desk, in a hall, on a phone. */
export const room = phone
  ? { width: 358, height: 'auto' as const }
  : asked.has('hall')
    ? { width: 1000, height: 800 }
    : { width: 700, height: 516 };
