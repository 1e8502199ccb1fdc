import { ATTENTION_KINDS, type Cell, COMBINES } from '../../../contract/index.ts';
import type { Choice } from '../../types.ts';
import {
  cutText,
  isText,
  isWhole,
  isWholeList,
  LONGEST_LINK_TEXT,
  orNull,
  readNumber,
  type ValueCheck,
} from '../checks.ts';
import { type Field, MOST, MOST_POSITION, NONE, wholeField, wordField } from './field.ts';

const numbers = (words: string): unknown => words.split(',').slice(0, 200).map(readNumber);
const linkText = (words: string): unknown => (words.length <= LONGEST_LINK_TEXT ? words : undefined);

const position = isWhole(MOST_POSITION);
const isCell: ValueCheck<Cell> = (value) => {
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

type Named = 'text' | 'target' | 'kind' | 'layer' | 'heads' | 'combine' | 'cell';

/** What is read: the sentence, and the heads that read it. */
export const SENTENCE_FIELDS: { readonly [K in Named]: Field<Choice[K]> } = {
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
  kind: wordField('kind', ATTENTION_KINDS, 'encoder'),
  layer: wholeField('layer', MOST, 0),
  heads: {
    key: 'heads',
    place: 'hash',
    initial: [0],
    check: isWholeList(MOST, 64),
    expected: `1 to 64 whole numbers from 0 to ${MOST}`,
    read: numbers,
    print: (value) => value.join(','),
  },
  combine: wordField('combine', COMBINES, 'side'),
  cell: {
    key: 'cell',
    place: 'hash',
    initial: null,
    check: orNull(isCell),
    expected: `{ query, key }, whole numbers from 0 to ${MOST_POSITION}, or null`,
    read: readCell,
    print: (value) => (value === null ? NONE : `${value.query},${value.key}`),
  },
};
