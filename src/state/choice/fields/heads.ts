import { ATTENTION_KINDS, type HeadAt, type NamedHead, type Other } from '../../../contract/index.ts';
import { byKind, letterOf, printPlace, readPlace } from '../../changes/place.ts';
import type { Choice } from '../../types.ts';
import {
  cutText,
  isOneOf,
  isText,
  isWhole,
  LONGEST_LINK_TEXT,
  orNull,
  type ValueCheck,
  wellFormed,
} from '../checks.ts';
import { must, type Plain, type Reader, readEach, readObject, sound } from '../reader.ts';
import { type Field, MOST, NONE } from './field.ts';

const MOST_HIDDEN = 1000;
const MOST_NAMES = 200;
const LONGEST_NAME = 40;

const kindOf = must(
  isOneOf(ATTENTION_KINDS),
  `one of ${ATTENTION_KINDS.map((kind) => `'${kind}'`).join(', ')}`,
);
const numberOf = must(isWhole(MOST), `a whole number from 0 to ${MOST}`);
const textOf = must(orNull(isText), 'a string, or null for the same sentence');

/** Blanks in a row become one, marks and line ends too; a name is 1 to 40 characters. */
const isName: ValueCheck<string> = (value) => {
  if (typeof value !== 'string') return undefined;
  const name = wellFormed(value)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return name !== '' && [...name].length <= LONGEST_NAME ? name : undefined;
};
const nameOf = must(isName, `1 to ${LONGEST_NAME} characters`);

const HEAD = ['kind', 'layer', 'head'];
const headOf = ({ kind, layer, head }: Plain, path: string): HeadAt => ({
  kind: kindOf(kind, `${path}.kind`),
  layer: numberOf(layer, `${path}.layer`),
  head: numberOf(head, `${path}.head`),
});
const readHead: Reader<HeadAt> = (value, path) => headOf(readObject(value, path, HEAD), path);
const readNamed: Reader<NamedHead> = (value, path) => {
  const plain = readObject(value, path, [...HEAD, 'name']);
  return { ...headOf(plain, path), name: nameOf(plain.name, `${path}.name`) };
};
const readOther: Reader<Other> = (value, path) => {
  const plain = readObject(value, path, ['text', ...HEAD]);
  return { text: textOf(plain.text ?? null, `${path}.text`), ...headOf(plain, path) };
};

const byHead = (a: HeadAt, b: HeadAt): number =>
  byKind(a.kind, b.kind) || a.layer - b.layer || a.head - b.head;

/** One a head, the last one said, in the order of the model. */
export function oneEach<T extends HeadAt>(list: readonly T[]): readonly T[] {
  const last = new Map(list.map((one) => [`${one.kind} ${one.layer} ${one.head}`, one]));
  return [...last.values()].sort(byHead);
}

const hiddenField = sound((value, path) => oneEach(readEach(value, path, MOST_HIDDEN, readHead)));
const namesField = sound((value, path) => oneEach(readEach(value, path, MOST_NAMES, readNamed)));
const otherField = sound((value, path) => (value === null ? null : readOther(value, path)));

function printHidden(hidden: readonly HeadAt[]): string {
  const layers = new Map<string, number[]>();
  for (const { kind, layer, head } of hidden) {
    const place = `${letterOf(kind)}${layer}`;
    layers.set(place, [...(layers.get(place) ?? []), head]);
  }
  const places = [...layers].map(([place, heads]) => {
    const { kind = 'encoder', layer = null } = readPlace(place) ?? {};
    return printPlace({ kind, layer, heads });
  });
  return places.length === 0 ? NONE : places.join(' ');
}

function readHidden(words: string): unknown {
  if (words === NONE) return [];
  const heads: unknown[] = [];
  for (const place of words.split(' ', MOST_HIDDEN)) {
    const set = readPlace(place);
    if (!set?.heads || heads.length > MOST_HIDDEN) return null;
    heads.push(...set.heads.map((head) => ({ kind: set.kind, layer: set.layer, head })));
  }
  return heads;
}

const printHead = ({ kind, layer, head }: HeadAt): string => printPlace({ kind, layer, heads: [head] });

/** `e2h4.a name`: a head, and what follows the first point. */
function readHeadWith(words: string): { readonly at: object; readonly rest: string | null } {
  const point = words.indexOf('.');
  const set = readPlace(point < 0 ? words : words.slice(0, point));
  const at = {
    kind: set?.kind,
    layer: set?.layer,
    head: set?.heads?.length === 1 ? set.heads[0] : undefined,
  };
  return { at, rest: point < 0 ? null : words.slice(point + 1) };
}

/** Names hold no line end, so that one parts them. */
const readNames = (words: string): unknown =>
  words === NONE
    ? []
    : words.split('\n', MOST_NAMES + 1).map((line) => {
        const { at, rest } = readHeadWith(line);
        return { ...at, name: rest };
      });

const readOtherWords = (words: string): unknown => {
  if (words === NONE) return null;
  const { at, rest } = readHeadWith(words);
  return rest !== null && rest.length > LONGEST_LINK_TEXT ? undefined : { ...at, text: rest };
};

const printOther = (other: Other | null): string => {
  if (other === null) return NONE;
  return other.text === null
    ? printHead(other)
    : `${printHead(other)}.${cutText(other.text, LONGEST_LINK_TEXT)}`;
};

/** Single heads: hidden, named, compared. */
export const HEAD_FIELDS: { readonly [K in 'hidden' | 'names' | 'other']: Field<Choice[K]> } = {
  hidden: {
    key: 'hidden',
    place: 'hash',
    initial: [],
    check: hiddenField.check,
    expected: `a list of at most ${MOST_HIDDEN} { kind, layer, head }`,
    flaw: hiddenField.flaw,
    read: readHidden,
    print: printHidden,
  },
  names: {
    key: 'names',
    place: 'hash',
    initial: [],
    check: namesField.check,
    expected: `a list of at most ${MOST_NAMES} { kind, layer, head, name }`,
    flaw: namesField.flaw,
    read: readNames,
    print: (names) =>
      names.length === 0 ? NONE : names.map((named) => `${printHead(named)}.${named.name}`).join('\n'),
  },
  other: {
    key: 'other',
    place: 'hash',
    initial: null,
    check: otherField.check,
    expected: '{ text, kind, layer, head }, or null',
    flaw: otherField.flaw,
    read: readOtherWords,
    print: printOther,
  },
};
