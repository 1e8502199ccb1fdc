import {
  type AttentionKind,
  axesOf,
  type Cell,
  type CellSet,
  FATES,
  type ForbidMode,
  fatesOf,
  type HeadMeaning,
  type Level,
  meaningOf,
  type Picture,
  siteOf,
} from '../../contract/index.ts';
import { memoize } from '../memoize.ts';
import { piecesOf, type Unit, unitsOf } from '../places/pins.ts';
import { changesOf, choiceOf } from '../selectors.ts';
import type { AppState } from '../types.ts';
import type { Room } from './cut.ts';

/** A cell on screen that may not be read. */
export interface ForbiddenCell extends Cell {
  readonly mode: ForbidMode;
  /** False when only some pieces of its words are concerned. */
  readonly whole: boolean;
}

/** True when the positions in the changes are those of the picture on screen. */
export function countsPicture(state: AppState): boolean {
  const { picture } = state;
  if (picture === null) return false;
  const own = state.work.anchors.changes;
  return own === undefined || (own.text === picture.text && own.target === picture.targetText);
}

/** How far a change can reach in the model and the picture on screen; null without them. */
export function roomOf(state: AppState, kind: AttentionKind): Room | null {
  const info = state.card?.info;
  if (!info || !state.picture) return null;
  const { queries, keys } = axesOf(kind, state.picture);
  return { ...siteOf(info, kind), rows: queries.length, columns: keys.length };
}

/** Cells on screen as cells of tokens: a word stands for all its pieces. Those out of the picture are left out. */
export function tokenCells(
  picture: Picture,
  kind: AttentionKind,
  level: Level,
  cells: readonly CellSet[],
): readonly CellSet[] {
  const { queries, keys } = axesOf(kind, picture);
  const [rows, columns] = [unitsOf(queries, level), unitsOf(keys, level)];
  const pieces = (units: readonly Unit[], at: number | null, count: number): readonly (number | null)[] =>
    at === null ? [null] : piecesOf(units, at, count);
  return cells.flatMap(({ query, key }) =>
    pieces(rows, query, queries.length).flatMap((q) =>
      pieces(columns, key, keys.length).map((k) => ({ query: q, key: k })),
    ),
  );
}

/** How a person forbade a cell, if at all. */
const MODES: readonly (ForbidMode | null)[] = FATES.map(
  ({ fate }) => (({ open: null, forbidden: 'before', zeroed: 'after' }) as const)[fate],
);

/** [T, S] of tokens: how each may not be read by hand, whatever masks hide. */
function modesOf(forbidden: HeadMeaning['forbidden'], rows: number, keys: number) {
  const byHand: HeadMeaning = { masks: [], forbidden, factor: 1, off: null };
  return Array.from(fatesOf(byHand, { queryStart: 0, rows, keys }), (code) => MODES[code] ?? null);
}

type ForbiddenOf = (kind: AttentionKind, layer: number, head: number) => readonly ForbiddenCell[];

function forbiddenIn(
  picture: Picture,
  level: Level,
  kind: AttentionKind,
  forbidden: HeadMeaning['forbidden'],
): readonly ForbiddenCell[] {
  if (forbidden.length === 0) return [];
  const { queries, keys } = axesOf(kind, picture);
  const modes = modesOf(forbidden, queries.length, keys.length);
  const [rows, columns] = [unitsOf(queries, level), unitsOf(keys, level)];
  return rows.flatMap((_, query) =>
    columns.flatMap((_, key): ForbiddenCell[] => {
      const own = piecesOf(rows, query, queries.length).flatMap((q) =>
        piecesOf(columns, key, keys.length).map((k) => modes[q * keys.length + k] ?? null),
      );
      const mode = own.find((one) => one !== null);
      return mode ? [{ query, key, mode, whole: !own.includes(null) }] : [];
    }),
  );
}

/** Of any head the cells on screen that it may not read; none while the changes count another picture. */
export const forbiddenCellsOf = memoize(
  (state: AppState) => [changesOf(state), state.picture, countsPicture(state), choiceOf(state).level],
  (changes, picture, counts, level): ForbiddenOf => {
    const known = new Map<string, readonly ForbiddenCell[]>();
    return (kind, layer, head) => {
      if (picture === null || !counts) return [];
      const key = `${kind} ${layer} ${head}`;
      const { forbidden } = meaningOf(changes, { kind, layer, head });
      const found = known.get(key) ?? forbiddenIn(picture, level, kind, forbidden);
      known.set(key, found);
      return found;
    };
  },
);

/** Whether a head may not read a cell on screen, wholly. */
export function isForbidden(
  state: AppState,
  kind: AttentionKind,
  layer: number,
  head: number,
  { query, key }: Cell,
): boolean {
  const cells = forbiddenCellsOf(state)(kind, layer, head);
  return cells.some((cell) => cell.query === query && cell.key === key && cell.whole);
}
