export { hasFailed, loadLanguage, spokenNow, watchLanguages } from './catalogue.ts';
export type { MessageKey } from './en/index.ts';
export { resolveLanguage } from './language.ts';
export type { MessagePrefix, Translate } from './translate.ts';
export { createTranslator, isMessageKey } from './translator.ts';
