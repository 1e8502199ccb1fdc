import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { en, type MessageKey } from './en/index.ts';
import type { ResolvedLanguage } from './language.ts';
import { zhCN } from './zh-CN/index.ts';

export type Values = Readonly<Record<string, string | number>>;

export interface Translator {
  readonly language: ResolvedLanguage;
  /** The message of a key, with its placeholders filled. */
  t(key: MessageKey, values?: Values): string;
  /** A number in this language's writing. */
  formatNumber(value: number, options?: Intl.NumberFormatOptions): string;
  /** A share of 1 as per cent: 0.624 is "62 %"; a share above 0 that would round to 0 is "<1 %". */
  formatPercent(share: number, digits?: number): string;
  /** A probability as per cent: whole from 1 % on, two digits that count beneath it: "57 %", "0.34 %", "<0.001 %". */
  formatShare(share: number): string;
  /** Milliseconds, two digits or whole: 9.4, 61, 1,204. */
  formatMs(milliseconds: number): string;
  /** Bytes as megabytes with one digit, without the unit. */
  formatMegabytes(bytes: number): string;
}

const CATALOGUES: Readonly<Record<ResolvedLanguage, Readonly<Record<MessageKey, string>>>> = {
  en,
  'zh-CN': zhCN,
};
/** English sets the sign off with a blank that does not break, as on the page's pictures; Chinese does not. */
const PERCENT_SIGN: Readonly<Record<ResolvedLanguage, string>> = { en: '\u00a0%', 'zh-CN': '%' };

/** Smaller shares are only said to be smaller than this. */
const LEAST_PERCENT = 0.001;

const made = new Map<ResolvedLanguage, Translator>();

/** True for a string that is a key of the catalogues, such as one put together from a model's own head labels. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

/** The words and numbers of one language; compiled once. */
export function createTranslator(language: ResolvedLanguage): Translator {
  const known = made.get(language);
  if (known) return known;
  const catalogue = CATALOGUES[language];
  const messages = Object.fromEntries(
    Object.entries(catalogue).map(([key, text]) => [key, compileMessage(text)]),
  );
  const i18n = setupI18n({ locale: language, messages: { [language]: messages } });
  const formatNumber = (value: number, options?: Intl.NumberFormatOptions) => i18n.number(value, options);
  const translator: Translator = {
    language,
    t: (key, values) => i18n._(key, values),
    formatNumber,
    formatPercent: (share, digits = 0) => {
      const least = 10 ** -digits;
      const percent = share * 100;
      const hidden = percent > 0 && percent < least / 2;
      const number = formatNumber(hidden ? least : percent, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      return `${hidden ? '<' : ''}${number}${PERCENT_SIGN[language]}`;
    },
    formatShare: (share) => {
      const percent = share * 100;
      const small = percent < 1;
      const hidden = small && percent > 0 && percent < LEAST_PERCENT;
      const number = formatNumber(
        hidden ? LEAST_PERCENT : percent,
        small ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 },
      );
      return `${hidden ? '<' : ''}${number}${PERCENT_SIGN[language]}`;
    },
    formatMs: (milliseconds) =>
      formatNumber(milliseconds, { maximumFractionDigits: milliseconds < 9.95 ? 1 : 0 }),
    formatMegabytes: (bytes) =>
      formatNumber(bytes / 1e6, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  };
  made.set(language, translator);
  return translator;
}
