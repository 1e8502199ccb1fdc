import { type Decoding, GREEDY, WAYS_OF_DECODING } from '../../../contract/index.ts';
import { EXPECTED_CHANGES, flawOfChanges, isChanges } from '../../changes/check.ts';
import { printChanges, readChanges } from '../../changes/words.ts';
import type { Choice } from '../../types.ts';
import { isOneOf, isWhole, orNull, type ValueCheck } from '../checks.ts';
import { must, readObject, sound } from '../reader.ts';
import { type Field, NONE } from './field.ts';

/** A number in these limits, to two decimals. */
const between = (least: number, most: number): ValueCheck<number> => {
  return (value) =>
    typeof value === 'number' && value >= least && value <= most ? Math.round(value * 100) / 100 : undefined;
};
const wholeBetween = (least: number, most: number): ValueCheck<number> => {
  return (value) => {
    const n = isWhole(most)(value);
    return n !== undefined && n >= least ? n : undefined;
  };
};

/** How each part of a decoding is checked. */
const PARTS = {
  way: must(isOneOf(WAYS_OF_DECODING), `one of ${WAYS_OF_DECODING.map((way) => `'${way}'`).join(', ')}`),
  temperature: must(between(0.05, 5), 'a number from 0.05 to 5'),
  topK: must(orNull(wholeBetween(1, 1000)), 'a whole number from 1 to 1000, or null'),
  topP: must(orNull(between(0.01, 1)), 'a number from 0.01 to 1, or null'),
  seed: must(isWhole(999_999), 'a whole number from 0 to 999999'),
  width: must(wholeBetween(1, 8), 'a whole number from 1 to 8'),
};

/** Parts of a decoding; what is absent is as usual. */
const decodingField = sound((value, path): Decoding => {
  const plain = readObject(value, path, Object.keys(PARTS));
  const part = <K extends keyof Decoding>(name: K): unknown =>
    Object.hasOwn(plain, name) ? plain[name] : GREEDY[name];
  return {
    way: PARTS.way(part('way'), `${path}.way`),
    temperature: PARTS.temperature(part('temperature'), `${path}.temperature`),
    topK: PARTS.topK(part('topK'), `${path}.topK`),
    topP: PARTS.topP(part('topP'), `${path}.topP`),
    seed: PARTS.seed(part('seed'), `${path}.seed`),
    width: PARTS.width(part('width'), `${path}.width`),
  };
});

/** `sample,t0.8,k40`: the way, then what is not as usual: temperature, top-k, top-p, seed, width. */
const LETTERS = { t: 'temperature', k: 'topK', p: 'topP', s: 'seed', w: 'width' } as const;
const LETTER = Object.entries(LETTERS) as readonly [string, (typeof LETTERS)[keyof typeof LETTERS]][];

function printDecoding(decoding: Decoding): string {
  const others = LETTER.flatMap(([letter, name]) =>
    decoding[name] === GREEDY[name] ? [] : [`${letter}${decoding[name]}`],
  );
  return [decoding.way, ...others].join(',');
}

function readDecoding(words: string): unknown {
  const [way, ...parts] = words.split(',', 10);
  const read: Record<string, unknown> = { way };
  for (const part of parts) {
    const name = LETTER.find(([letter]) => letter === part[0])?.[1];
    if (name === undefined || !/^.\d{1,6}(\.\d{1,2})?$/.test(part)) return undefined;
    read[name] = Number(part.slice(1));
  }
  return read;
}

/** What is changed inside the model, and how it writes. */
export const MODEL_FIELDS: { readonly [K in 'changes' | 'decoding']: Field<Choice[K]> } = {
  changes: {
    key: 'changes',
    place: 'hash',
    initial: [],
    check: isChanges,
    expected: EXPECTED_CHANGES,
    flaw: flawOfChanges,
    read: (words) => (words === NONE ? [] : readChanges(words)),
    print: (value) => (value.length === 0 ? NONE : printChanges(value)),
  },
  decoding: {
    key: 'decoding',
    place: 'hash',
    initial: GREEDY,
    check: decodingField.check,
    expected: '{ way, temperature, topK, topP, seed, width }, each of them optional',
    flaw: decodingField.flaw,
    read: readDecoding,
    print: printDecoding,
  },
};
