import type { ResolvedLanguage } from '../contract/index.ts';
import { en, type MessageKey } from './en/index.ts';

export type Catalogue = Readonly<Record<MessageKey, string>>;

/** How the words of every language come: English, whose keys name all messages, with the page; others when spoken. */
export const CATALOGUES: Readonly<Record<ResolvedLanguage, () => Promise<Catalogue>>> = {
  en: () => Promise.resolve(en),
  'zh-CN': async () => (await import('./zh-CN/index.ts')).zhCN,
};

const here = new Map<ResolvedLanguage, Catalogue>([['en', en]]);
const failed = new Set<ResolvedLanguage>();
const watchers = new Set<() => void>();

/** The words of a language, or undefined until `loadLanguage` has brought them. */
export function catalogueOf(language: ResolvedLanguage): Catalogue | undefined {
  return here.get(language);
}

/** `language` when its words are here, else English: what can be spoken now. */
export function spokenNow(language: ResolvedLanguage): ResolvedLanguage {
  return here.has(language) ? language : 'en';
}

/** True when the words of a language could not be fetched the last time they were asked for. */
export function hasFailed(language: ResolvedLanguage): boolean {
  return failed.has(language);
}

/** Brings the words of a language, or finds that they cannot be fetched (`hasFailed`); tells who watches. */
export async function loadLanguage(language: ResolvedLanguage): Promise<void> {
  if (here.has(language)) return;
  try {
    here.set(language, await CATALOGUES[language]());
    failed.delete(language);
  } catch {
    // The browser says why in its console; the page says it where a language is chosen.
    failed.add(language);
  }
  for (const tell of watchers) tell();
}

/** Calls `tell` whenever words have come or failed to, until the returned function is called. */
export function watchLanguages(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}
