import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { type ResolvedLanguage, writtenPercent } from '../contract/index.ts';
import { catalogueOf } from './catalogue.ts';
import { en, type MessageKey } from './en/index.ts';
import type { Formats, Translate, Values } from './translate.ts';

/** English sets the sign off with a blank that does not break, as on the page's pictures; Chinese does not. */
const PERCENT_SIGN: Readonly<Record<ResolvedLanguage, string>> = { en: '\u00a0%', 'zh-CN': '%' };

/** Smaller shares are only said to be smaller than this. */
const LEAST_PERCENT = 0.001;

const made = new Map<string, Translate>();

/** Behind a key: the same message for whoever has a finger and no mouse. */
const TOUCH = '.touch';

/** True for a string that is a key of the catalogues, such as one put together from a model's own head labels. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

function formatsOf(language: ResolvedLanguage, number: Formats['number']): Formats {
  const list = new Intl.ListFormat(language, { type: 'unit' });
  const whole = (share: number): string => {
    const { sign, value, decimals } = writtenPercent(share);
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return `${sign}${number(value, digits)}${PERCENT_SIGN[language]}`;
  };
  return {
    language,
    number,
    percent: whole,
    share: (share) => {
      const percent = share * 100;
      if (percent <= 0 || percent >= 1) return whole(share);
      const hidden = percent < LEAST_PERCENT;
      const written = number(hidden ? LEAST_PERCENT : percent, { maximumSignificantDigits: 2 });
      return `${hidden ? '<' : ''}${written}${PERCENT_SIGN[language]}`;
    },
    ms: (milliseconds) => number(milliseconds, { maximumFractionDigits: milliseconds < 9.95 ? 1 : 0 }),
    megabytes: (bytes) => number(bytes / 1e6, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    list: (items) => list.format(items),
  };
}

/**
 * The words and numbers of one language, `touch`: for fingers; compiled once. Throws an `Error` for a language that
 * `loadLanguage` has not brought yet; English is always here.
 */
export function createTranslator(language: ResolvedLanguage, touch = false): Translate {
  const asked = `${language}${touch ? TOUCH : ''}`;
  const known = made.get(asked);
  if (known) return known;
  const catalogue = catalogueOf(language);
  if (catalogue === undefined)
    throw new Error(`createTranslator: language: expected one that is loaded, got ${language}`);
  const messages = Object.fromEntries(
    Object.entries<string>(catalogue).map(([key, text]) => {
      const tapped = `${key}${TOUCH}`;
      return [key, compileMessage(touch && isMessageKey(tapped) ? catalogue[tapped] : text)];
    }),
  );
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } });
  const formats = formatsOf(language, (value, options) => i18n.number(value, options));
  const message = (key: MessageKey, values?: Values) => i18n._(key, values);
  const t: Translate = Object.assign(message, formats);
  made.set(asked, t);
  return t;
}
