import { LANGUAGES, type ResolvedLanguage } from '../contract/index.ts';

const SPOKEN = LANGUAGES.filter((one) => one !== 'auto');

/** A language by its own tag, whatever the country or the script. */
const PRIMARY: Readonly<Record<ResolvedLanguage, string>> = { en: 'en', 'zh-CN': 'zh' };

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
    const spoken = SPOKEN.find((one) => PRIMARY[one] === primary);
    if (spoken) return spoken;
  }
  return 'en';
}
