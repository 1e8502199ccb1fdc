import type { ResolvedLanguage } from '../contract/index.ts';
import type { MessageKey } from './en/index.ts';

export type Values = Readonly<Record<string, string | number>>;

/** What stands before a key's first dot: a message's prefix, and the name of the part of the page that says it. */
type PrefixOf<Key> = Key extends `${infer Prefix}.${string}` ? Prefix : never;
export type MessagePrefix = PrefixOf<MessageKey>;

/** How a language writes numbers and lists. */
export interface Formats {
  readonly language: ResolvedLanguage;
  /** A number in this language's writing. */
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** A share of 1 as per cent (`writtenPercent`): "62 %", "0.4 %", "<0.1 %", "99.6 %", ">99.9 %". */
  readonly percent: (share: number) => string;
  /** A probability likewise, but with two digits that count beneath 1 %: "57 %", "0.34 %", "<0.001 %". */
  readonly share: (share: number) => string;
  /** Milliseconds, two digits or whole: 9.4, 61, 1,204. */
  readonly ms: (milliseconds: number) => string;
  /** Bytes as megabytes with one digit, without the unit. */
  readonly megabytes: (bytes: number) => string;
  /** Things one after the other, without "and": "it 62 %, animal 20 %". */
  readonly list: (items: readonly string[]) => string;
}

/**
 * The message of a key, with its placeholders filled; and how numbers are written. Whoever asks for it says which
 * messages are said there, by their prefixes: a `Translate<'finder' | 'head'>` refuses `t('pair.label')`. The whole,
 * `Translate`, can be handed to all of them.
 */
export interface Translate<Prefix extends MessagePrefix = MessagePrefix> extends Formats {
  (key: Extract<MessageKey, `${Prefix}.${string}`>, values?: Values): string;
}
