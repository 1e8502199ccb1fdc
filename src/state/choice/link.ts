import type { Choice, ChoicePatch, FieldName } from '../types.ts';
import { wellFormed } from './checks.ts';
import type { Field } from './fields/field.ts';
import { FIELD_NAMES, FIELDS, INITIAL_CHOICE } from './fields.ts';

/** The two halves of a link that hold state, each with its `?` or `#`, or empty. */
export interface Link {
  readonly search: string;
  readonly hash: string;
}

/** Two full texts of three-byte characters, percent-encoded, and room for the rest. */
const LONGEST_HALF = 400_000;

function paramsOf(half: string, mark: string): URLSearchParams {
  if (half.length > LONGEST_HALF) return new URLSearchParams();
  return new URLSearchParams(half.startsWith(mark) ? half.slice(1) : half);
}

/** The sound fields of a link. What is absent, unknown or out of its limits is left out; never throws. */
export function parseLink(link: Link): ChoicePatch {
  const params = { query: paramsOf(link.search, '?'), hash: paramsOf(link.hash, '#') };
  const found = FIELD_NAMES.flatMap((name) => {
    const field: Field<unknown> = FIELDS[name] as Field<unknown>;
    const words = params[field.place].get(field.key);
    const value = words === null ? undefined : field.check(field.read(words));
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found) as ChoicePatch;
}

/** What a query says besides the state: `show=figure` in embed.html draws the figure alone. */
export function parseShow(search: string): 'head' | 'figure' {
  return paramsOf(search, '?').get('show') === 'figure' ? 'figure' : 'head';
}

/** Whether `edit=1` in embed.html asks for the field in which the sentence is typed. */
export function parseEdit(search: string): boolean {
  return paramsOf(search, '?').get('edit') === '1';
}

/** Also what chats and Markdown take for the end of a link; commas and blanks stay readable. */
const escapeWords = (words: string): string =>
  encodeURIComponent(wellFormed(words))
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2C', ',')
    .replaceAll('%20', '+');

function printField<K extends FieldName>(name: K, value: Choice[K]): string {
  return `${FIELDS[name].key}=${escapeWords(FIELDS[name].print(value))}`;
}

export const sameValue = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);

/**
 * The link of a choice. A field that has its default is left out; one without a default is always written.
 * `parseLink` of it gives back every field that is not left out, but for texts over 20,000 UTF-16 units, which are cut
 * there (the page keeps them whole; `linkCuts` says so).
 */
export function printLink(choice: ChoicePatch, defaults: ChoicePatch = INITIAL_CHOICE): Link {
  const print = (place: Field<unknown>['place'], mark: string): string => {
    const parts = FIELD_NAMES.flatMap((name) => {
      const value = choice[name];
      if (FIELDS[name].place !== place || value === undefined || sameValue(value, defaults[name])) return [];
      if (name === 'target' && value === null) return [];
      return [printField(name, value as Choice[typeof name])];
    });
    return parts.length === 0 ? '' : `${mark}${parts.join('&')}`;
  };
  return { search: print('query', '?'), hash: print('hash', '#') };
}

/** True when the link holds only the beginning of a text. */
export function linkCuts(choice: ChoicePatch): boolean {
  const texts = [choice.text, choice.target, choice.other?.text];
  return texts.some((text) => typeof text === 'string' && FIELDS.text.print(text) !== text);
}
