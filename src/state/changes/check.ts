import {
  ATTENTION_KINDS,
  type CellSet,
  FORBID_MODES,
  type HeadSet,
  type Intervention,
  leastSize,
  MASKS,
  OFF_WAYS,
  PARTS,
  POSITION_WAYS,
} from '../../contract/index.ts';
import { isOneOf, isWhole, isWholeList, orNull, type ValueCheck } from '../choice/checks.ts';
import { must, type Plain, type Reader, readEach, readObject, refuse, sound } from '../choice/reader.ts';
import { normalChanges } from './normal.ts';

/** Changes one state may hold, and cells all of them together may forbid; counted once they have their one form. */
export const MOST_CHANGES = 200;
export const MOST_CELLS = 2000;
/** A list that says the same several times may be longer; beyond this it is not even read. */
const MOST_SAID = 5;

const MOST = 999;
const MOST_POSITION = 99_999;
const MOST_FACTOR = 100;
const MOST_SEED = 999_999;

export const oneOf = <T extends string>(words: readonly T[]): Reader<T> =>
  must(isOneOf(words), `one of ${words.map((word) => `'${word}'`).join(', ')}`);
export const whole = (most: number): Reader<number> =>
  must(isWhole(most), `a whole number from 0 to ${most}`);
const wholeOrNull = (most: number): Reader<number | null> =>
  must(orNull(isWhole(most)), `a whole number from 0 to ${most}, or null`);
const headList = must(orNull(isWholeList(MOST, 64)), `1 to 64 whole numbers from 0 to ${MOST}, or null`);

const isFactor: ValueCheck<number> = (value) =>
  typeof value === 'number' && Math.abs(value) <= MOST_FACTOR
    ? Math.round(value * 1000) / 1000 + 0
    : undefined;
const factorOf = must(orNull(isFactor), `a number from -${MOST_FACTOR} to ${MOST_FACTOR}, or null`);
const isShift: ValueCheck<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MOST ? value + 0 : undefined;
const shiftOf = must(isShift, `a whole number from -${MOST} to ${MOST}`);
const sizeFrom = (least: number): Reader<number> => {
  const isSize: ValueCheck<number> = (value) => {
    const n = isWhole(MOST)(value);
    return n !== undefined && n >= least ? n : undefined;
  };
  return must(isSize, `a whole number from ${least} to ${MOST}`);
};

/** An absent layer is every layer, absent heads are every head; whatever else is absent has its first word. */
function readPlace(plain: Plain, path: string): HeadSet {
  return {
    kind: oneOf(ATTENTION_KINDS)(plain.kind, `${path}.kind`),
    layer: wholeOrNull(MOST)(plain.layer ?? null, `${path}.layer`),
    heads: headList(plain.heads ?? null, `${path}.heads`),
  };
}

const readCell: Reader<CellSet> = (value, path) => {
  const { query, key } = readObject(value, path, ['query', 'key']);
  const place = wholeOrNull(MOST_POSITION);
  return { query: place(query, `${path}.query`), key: place(key, `${path}.key`) };
};

const HEADS = ['type', 'kind', 'layer', 'heads'];

/** How each type of change is read. */
const READERS: { readonly [T in Intervention['type']]: Reader<Intervention> } = {
  off(value, path) {
    const plain = readObject(value, path, [...HEADS, 'way']);
    const way = oneOf(OFF_WAYS)(plain.way ?? 'zero', `${path}.way`);
    return { type: 'off', ...readPlace(plain, path), way };
  },
  forbid(value, path) {
    const plain = readObject(value, path, [...HEADS, 'mode', 'cells']);
    const mode = oneOf(FORBID_MODES)(plain.mode ?? 'before', `${path}.mode`);
    const cells = readEach(plain.cells, `${path}.cells`, MOST_SAID * MOST_CELLS, readCell);
    return { type: 'forbid', ...readPlace(plain, path), mode, cells };
  },
  mask(value, path) {
    const plain = readObject(value, path, [...HEADS, 'mask', 'size']);
    const mask = oneOf(MASKS)(plain.mask, `${path}.mask`);
    const least = leastSize(mask);
    const size = least === null ? 1 : sizeFrom(least)(plain.size, `${path}.size`);
    return { type: 'mask', ...readPlace(plain, path), mask, size };
  },
  scale(value, path) {
    const plain = readObject(value, path, [...HEADS, 'factor']);
    return { type: 'scale', ...readPlace(plain, path), factor: factorOf(plain.factor, `${path}.factor`) };
  },
  positions(value, path) {
    const plain = readObject(value, path, ['type', 'part', 'way', 'by', 'seed']);
    const part = oneOf(PARTS)(plain.part, `${path}.part`);
    const way = oneOf(POSITION_WAYS)(plain.way ?? 'off', `${path}.way`);
    const by = way === 'shifted' ? shiftOf(plain.by, `${path}.by`) : 0;
    const seed = way === 'shuffled' ? whole(MOST_SEED)(plain.seed ?? 1, `${path}.seed`) : 0;
    return { type: 'positions', part, way, by, seed };
  },
};
const TYPES = Object.keys(READERS) as readonly Intervention['type'][];

const readChange: Reader<Intervention> = (value, path) => {
  const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, 'type');
  const type = oneOf(TYPES)(isObject ? (value as Plain).type : undefined, `${path}.type`);
  return READERS[type](value, path);
};

const cellsOf = (changes: readonly Intervention[]): number =>
  changes.reduce((sum, change) => sum + (change.type === 'forbid' ? change.cells.length : 0), 0);

/** True when a state may hold so many: counted in their one form. */
export function changesFit(changes: readonly Intervention[]): boolean {
  return changes.length <= MOST_CHANGES && cellsOf(changes) <= MOST_CELLS;
}

export const EXPECTED_CHANGES = `a list of at most ${MOST_CHANGES} changes with ${MOST_CELLS} forbidden cells`;

/** Plain objects as changes, in their one form. */
export const { check: isChanges, flaw: flawOfChanges } = sound((value, path) => {
  const said = readEach(value, path, MOST_SAID * MOST_CHANGES, readChange);
  if (cellsOf(said) > MOST_SAID * MOST_CELLS) refuse(path, EXPECTED_CHANGES, value);
  const changes = normalChanges(said);
  return changesFit(changes) ? changes : refuse(path, EXPECTED_CHANGES, value);
});
