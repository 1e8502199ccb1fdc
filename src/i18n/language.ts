import type { ResolvedLanguage } from '../contract/index.ts';

/**
 * The language to speak: the chosen one, or for `auto` the first of the browser's preferred languages
 * (`navigator.languages`) that there is a catalogue for; English when there is none. Any Chinese counts as zh-CN.
 */
export function resolveLanguage(
  language: ResolvedLanguage | 'auto',
  preferred: readonly string[],
): ResolvedLanguage {
  if (language !== 'auto') return language;
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    if (primary === 'zh') return 'zh-CN';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
