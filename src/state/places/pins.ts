import {
  type AttentionKind,
  axesOf,
  type Cell,
  type Level,
  type Picture,
  type Token,
} from '../../contract/index.ts';

/** A row or column on screen: a token, or the tokens of one word. */
export interface Unit {
  /** Ids, joined: units are the same words when these are. */
  readonly ids: string;
  readonly first: number;
}

export function unitsOf(tokens: readonly Token[], level: Level): readonly Unit[] {
  const units: Unit[] = [];
  let word = Number.NaN;
  tokens.forEach((token, index) => {
    const last = units.at(-1);
    if (level === 'word' && last && token.word === word) {
      units[units.length - 1] = { ids: `${last.ids} ${token.id}`, first: last.first };
    } else units.push({ ids: `${token.id}`, first: index });
    word = token.word;
  });
  return units;
}

/** The tokens of a unit, of `count` in all. */
export const piecesOf = (units: readonly Unit[], index: number, count: number): readonly number[] => {
  const from = units[index]?.first ?? count;
  return Array.from({ length: (units[index + 1]?.first ?? count) - from }, (_, i) => from + i);
};

/** How many rows or columns these tokens make on screen. */
export function countUnits(tokens: readonly Token[], level: Level): number {
  return unitsOf(tokens, level).length;
}

/**
 * Where a unit went when words only changed places: of equal ones, each takes the place of the one that is as many-th
 * there.
 */
function followMoved(before: readonly Unit[], after: readonly Unit[], index: number): number | null {
  const ids = before[index]?.ids;
  const sorted = (units: readonly Unit[]): string =>
    units
      .map((unit) => unit.ids)
      .sort()
      .join('\n');
  if (ids === undefined || before.length !== after.length || sorted(before) !== sorted(after)) return null;
  const nth = before.slice(0, index).filter((unit) => unit.ids === ids).length;
  return after.flatMap((unit, at) => (unit.ids === ids ? [at] : []))[nth] ?? null;
}

/** Where a unit went when the text was edited in one place, or its words moved; null when it is not there any more. */
function follow(before: readonly Unit[], after: readonly Unit[], index: number): number | null {
  const same = (a: Unit | undefined, b: Unit | undefined): boolean => a !== undefined && a.ids === b?.ids;
  let head = 0;
  while (same(before[head], after[head])) head++;
  if (index < head) return index;
  const fromEnd = before.length - index;
  for (let k = 1; k <= fromEnd; k++) {
    if (!same(before.at(-k), after.at(-k))) return followMoved(before, after, index);
  }
  return after.length - fromEnd >= head ? after.length - fromEnd : null;
}

/** Likewise for a position of one axis, counted in tokens. */
export function followPiece(
  at: number,
  kind: AttentionKind,
  axis: 'queries' | 'keys',
  before: Picture,
  after: Picture,
): number | null {
  return follow(
    unitsOf(axesOf(kind, before)[axis], 'piece'),
    unitsOf(axesOf(kind, after)[axis], 'piece'),
    at,
  );
}

/** The row of the same word in the next picture; null when it is gone. */
export function followRow(
  query: number,
  kind: AttentionKind,
  level: Level,
  before: Picture,
  after: Picture,
): number | null {
  const [old, now] = [axesOf(kind, before).queries, axesOf(kind, after).queries];
  return follow(unitsOf(old, level), unitsOf(now, level), query);
}

/** The same words' cell in the next picture, or null when one of them is gone. */
export function followCell(
  cell: Cell,
  kind: AttentionKind,
  level: Level,
  before: Picture,
  after: Picture,
): Cell | null {
  const old = axesOf(kind, before);
  const now = axesOf(kind, after);
  const query = follow(unitsOf(old.queries, level), unitsOf(now.queries, level), cell.query);
  const key = follow(unitsOf(old.keys, level), unitsOf(now.keys, level), cell.key);
  return query === null || key === null ? null : { query, key };
}

/**
 * A row or column counted in pieces as one counted in words, or back (a word's first piece). Null when out of the
 * picture.
 */
function relevel(tokens: readonly Token[], index: number, to: Level): number | null {
  const words = unitsOf(tokens, 'word');
  if (to === 'piece') return words[index]?.first ?? null;
  return index < tokens.length ? words.findLastIndex((word) => word.first <= index) : null;
}

/** Rows counted in pieces as rows counted in words, or back (all of a word's pieces). */
export function relevelRows(
  rows: readonly number[],
  kind: AttentionKind,
  from: Level,
  to: Level,
  picture: Picture,
): readonly number[] {
  if (from === to) return rows;
  const { queries } = axesOf(kind, picture);
  const words = unitsOf(queries, 'word');
  const moved = rows.flatMap((row) =>
    to === 'piece' ? piecesOf(words, row, queries.length) : (relevel(queries, row, to) ?? []),
  );
  return [...new Set(moved)];
}

/** A cell counted in pieces as one counted in words, or back (a word's first piece). Null when out of the picture. */
export function relevelCell(
  cell: Cell,
  kind: AttentionKind,
  from: Level,
  to: Level,
  picture: Picture,
): Cell | null {
  if (from === to) return cell;
  const { queries, keys } = axesOf(kind, picture);
  const query = relevel(queries, cell.query, to);
  const key = relevel(keys, cell.key, to);
  return query === null || key === null ? null : { query, key };
}
