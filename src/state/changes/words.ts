import {
  type CellSet,
  hasSize,
  type Intervention,
  MASKS,
  type MaskReplaced,
  PARTS,
  type Part,
} from '../../contract/index.ts';
import { printPlace, readPlace, readRun } from './place.ts';

/*
 * Changes in a link: words parted by blanks, each `type.place.how`, as docs/API.md says.
 *   off.e2h4            off.c.mean          off.d0h1-3.first
 *   forbid.e2h4.8_1,9_  forbid.c._3-5.after
 *   mask.d.none         mask.e0.window3     scale.e.none   scale.d1h0.x0.5
 *   positions.e.off     positions.d.shift-2 positions.e.shuffle7
 */

/** Cells as runs of keys: `8_1-3` is three cells, `8_` a row, `_3` a column, `_` all. */
function printCells(cells: readonly CellSet[]): string {
  const runs: { query: number | null; from: number | null; to: number | null }[] = [];
  for (const { query, key } of cells) {
    const last = runs.at(-1);
    if (last && last.query === query && last.to !== null && key === last.to + 1) last.to = key;
    else runs.push({ query, from: key, to: key });
  }
  return runs
    .map(({ query, from, to }) => `${query ?? ''}_${from ?? ''}${from === to ? '' : `-${to}`}`)
    .join(',');
}

/** A run of keys is short to write and long to hold: more cells than this in one link are not even read. */
const MOST_READ = 10_000;

function readCells(words: string): readonly CellSet[] | null {
  const cells: CellSet[] = [];
  for (const run of words.split(',')) {
    const [row = '', keys, ...rest] = run.split('_');
    const query = row === '' ? null : (readRun(row) ?? []);
    const found = keys === '' ? [null] : readRun(keys ?? '');
    if (keys === undefined || rest.length > 0 || query?.length === 0 || (query?.length ?? 1) > 1) return null;
    if (found === null || cells.length > MOST_READ) return null;
    cells.push(...found.map((key) => ({ query: query?.[0] ?? null, key })));
  }
  return cells;
}

const maskWords = ({ mask, size }: MaskReplaced): string => (hasSize(mask) ? `${mask}${size}` : mask);

/** The longest first: one's name may begin another's. */
const MASK_WORD = new RegExp(`^(${[...MASKS].sort((a, b) => b.length - a.length).join('|')})(\\d*)$`);

const LETTER_OF_PART: Readonly<Record<Part, string>> = { encoder: 'e', decoder: 'd' };

function printChange(change: Intervention): string {
  if (change.type === 'positions') {
    const { part, way, by, seed } = change;
    const how = { off: 'off', shifted: `shift${by}`, shuffled: `shuffle${seed}` }[way];
    return `positions.${LETTER_OF_PART[part]}.${how}`;
  }
  const start = `${change.type}.${printPlace(change)}`;
  if (change.type === 'off') return change.way === 'zero' ? start : `${start}.${change.way}`;
  if (change.type === 'mask') return `${start}.${maskWords(change)}`;
  if (change.type === 'scale') return `${start}.${change.factor === null ? 'none' : `x${change.factor}`}`;
  return `${start}.${printCells(change.cells)}${change.mode === 'after' ? '.after' : ''}`;
}

export const printChanges = (changes: readonly Intervention[]): string => changes.map(printChange).join(' ');

/**
 * Digits, at most six, with a sign and three decimals where there are any; anything else stays as it is and fails its
 * check.
 */
const readDecimal = (words: string): unknown =>
  /^-?\d{1,6}(\.\d{1,3})?$/.test(words) ? Number(words) : words;

function readHow(type: string, how: string): object | null {
  if (type === 'off') return how === '' ? { way: 'zero' } : { way: how };
  if (type === 'scale') {
    if (how === 'none') return { factor: null };
    return how.startsWith('x') ? { factor: readDecimal(how.slice(1)) } : null;
  }
  if (type === 'mask') {
    const [, mask, size] = MASK_WORD.exec(how) ?? [];
    return { mask, size: size === '' ? undefined : Number(size) };
  }
  const [cells = '', mode = 'before', ...rest] = how.split('.');
  const found = readCells(cells);
  return type !== 'forbid' || found === null || rest.length > 0 ? null : { cells: found, mode };
}

function readPositions(letter: string, how: string): object | null {
  const [, way = '', number = ''] = /^(off|shift|shuffle)(-?\d*)$/.exec(how) ?? [];
  const ways: Readonly<Record<string, string>> = { off: 'off', shift: 'shifted', shuffle: 'shuffled' };
  if (!Object.hasOwn(ways, way) || (way === 'off') !== (number === '')) return null;
  const part = PARTS.find((one) => LETTER_OF_PART[one] === letter);
  return { type: 'positions', part, way: ways[way], by: Number(number), seed: Number(number) };
}

function readChange(words: string): object | null {
  const [, type = '', place = '', how = ''] = /^([a-z]+)\.([^.]+)(?:\.(.+))?$/s.exec(words) ?? [];
  if (type === 'positions') return readPositions(place, how);
  const set = readPlace(place);
  const rest = readHow(type, how);
  return set && rest && { type, ...set, ...rest };
}

/** A link's words as plain objects, for the check to judge; null when one of them is none, or there are too many. */
export function readChanges(words: string): unknown {
  const changes: object[] = [];
  let cells = 0;
  for (const change of words.split(' ')) {
    const found = readChange(change);
    if (found === null) return null;
    cells += 'cells' in found && Array.isArray(found.cells) ? found.cells.length : 0;
    if (cells > MOST_READ) return null;
    changes.push(found);
  }
  return changes;
}
