import {
  ATTENTION_KINDS,
  type Cell,
  COMBINES,
  LANGUAGES,
  LEVELS,
  PALETTES,
  SCALES,
  THEMES,
  VIEWS,
} from '../contract/index.ts';
import {
  type Check,
  cutText,
  isOneOf,
  isShare,
  isText,
  isWhole,
  isWholeList,
  LONGEST_LINK_TEXT,
  orNull,
  readNumber,
} from './checks.ts';
import type { Choice, FieldName } from './types.ts';

/** One row of the table: everything the link, the API and the store know of a field. */
export interface Field<T> {
  /** Its name in the link. */
  readonly key: string;
  /** `query` fields choose what is loaded; all others live behind the `#`. */
  readonly place: 'hash' | 'query';
  /** When neither the link nor the model's first view says otherwise. */
  readonly initial: T;
  /** A sound value, normalised, or undefined. */
  readonly check: Check<T>;
  /** The limits in words, for errors and docs/API.md. */
  readonly expected: string;
  /** A link's words to a value that `check` then judges. */
  readonly read: (words: string) => unknown;
  readonly print: (value: T) => string;
}

/** Highest layer or head number a link may name; drawing clamps to the model. */
const MOST = 999;
const MOST_POSITION = 99_999;
const NONE = 'none';

const asIs = (words: string): unknown => words;
const numbers = (words: string): unknown => words.split(',').slice(0, 200).map(readNumber);
const linkText = (words: string): unknown => (words.length <= LONGEST_LINK_TEXT ? words : undefined);

const position = isWhole(MOST_POSITION);
const isCell: Check<Cell> = (value) => {
  if (typeof value !== 'object' || value === null) return undefined;
  const query = position(Object.hasOwn(value, 'query') ? (value as Cell).query : undefined);
  const key = position(Object.hasOwn(value, 'key') ? (value as Cell).key : undefined);
  return query === undefined || key === undefined ? undefined : { query, key };
};
const readCell = (words: string): unknown => {
  if (words === NONE) return null;
  const [query, key, ...rest] = words.split(',', 3).map(readNumber);
  return rest.length > 0 ? undefined : { query, key };
};

function word<T extends string>(
  key: string,
  words: readonly T[],
  initial: T,
  place: Field<T>['place'] = 'hash',
): Field<T> {
  const expected = `one of ${words.map((w) => `'${w}'`).join(', ')}`;
  return { key, place, initial, check: isOneOf(words), expected, read: asIs, print: (value) => value };
}

const isModelName: Check<string> = (value) =>
  typeof value === 'string' && /^[a-z0-9_.-]{1,64}$/.test(value) && /[^.]/.test(value) ? value : undefined;

/** The one table of the state: key, parse, print, default and limits of every field. */
export const FIELDS: { readonly [K in FieldName]: Field<Choice[K]> } = {
  text: {
    key: 'text',
    place: 'hash',
    initial: '',
    check: isText,
    expected: 'a string',
    read: linkText,
    print: (value) => cutText(value, LONGEST_LINK_TEXT),
  },
  target: {
    key: 'target',
    place: 'hash',
    initial: null,
    check: orNull(isText),
    expected: 'a string, or null for the model’s own words',
    read: linkText,
    print: (value) => cutText(value ?? '', LONGEST_LINK_TEXT),
  },
  kind: word('kind', ATTENTION_KINDS, 'encoder'),
  layer: {
    key: 'layer',
    place: 'hash',
    initial: 0,
    check: isWhole(MOST),
    expected: `a whole number from 0 to ${MOST}`,
    read: readNumber,
    print: String,
  },
  heads: {
    key: 'heads',
    place: 'hash',
    initial: [0],
    check: isWholeList(MOST, 64),
    expected: `1 to 64 whole numbers from 0 to ${MOST}`,
    read: numbers,
    print: (value) => value.join(','),
  },
  combine: word('combine', COMBINES, 'side'),
  cell: {
    key: 'cell',
    place: 'hash',
    initial: null,
    check: orNull(isCell),
    expected: `{ query, key }, whole numbers from 0 to ${MOST_POSITION}, or null`,
    read: readCell,
    print: (value) => (value === null ? NONE : `${value.query},${value.key}`),
  },
  view: word('view', VIEWS, 'heatmap'),
  scale: word('scale', SCALES, 'fixed'),
  level: word('level', LEVELS, 'piece'),
  mass: {
    key: 'mass',
    place: 'hash',
    initial: 0.9,
    check: isShare,
    expected: 'a number from 0 to 1',
    read: readNumber,
    print: String,
  },
  palette: word('palette', PALETTES, 'hue'),
  theme: word('theme', THEMES, 'auto'),
  language: word('lang', LANGUAGES, 'auto'),
  model: {
    key: 'model',
    place: 'query',
    initial: 'en-fr',
    check: isModelName,
    expected: 'a folder name of a-z, 0-9, -, _ and .',
    read: asIs,
    print: (value) => value,
  },
  backend: word('backend', ['auto', 'webgl', 'wasm', 'cpu'], 'auto', 'query'),
};

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

export const INITIAL_CHOICE: Choice = Object.fromEntries(
  FIELD_NAMES.map((name) => [name, FIELDS[name].initial]),
) as unknown as Choice;
