import type { TranslationProps } from './props.ts';

/** What stood in a word's place before the changes; null for nothing. */
export function wasText(t: TranslationProps['t'], before: string | null): string {
  return before === null ? t('translation.wasNothing') : t('translation.was', { word: before });
}
