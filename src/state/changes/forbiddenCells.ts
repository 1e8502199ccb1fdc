import {
  type AttentionKind,
  axesOf,
  type Cell,
  type CellSet,
  type ForbidMode,
  type Level,
  type Picture,
  siteOf,
} from '../../contract/index.ts';
import { memoize } from '../memoize.ts';
import { piecesOf, type Unit, unitsOf } from '../places/pins.ts';
import { changesOf, choiceOf } from '../selectors.ts';
import type { AppState } from '../types.ts';
import { forbiddenFor } from './ask.ts';
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

/** [T, S] of tokens: how each may not be read; before softmax is stronger. */
function modesOf(cells: readonly (CellSet & { readonly mode: ForbidMode })[], rows: number, columns: number) {
  const modes = new Array<ForbidMode | null>(rows * columns).fill(null);
  const span = (at: number | null, count: number): readonly number[] =>
    at === null ? Array.from({ length: count }, (_, i) => i) : at < count ? [at] : [];
  for (const { query, key, mode } of cells) {
    for (const q of span(query, rows)) {
      for (const k of span(key, columns))
        if (modes[q * columns + k] !== 'before') modes[q * columns + k] = mode;
    }
  }
  return modes;
}

type ForbiddenOf = (kind: AttentionKind, layer: number, head: number) => readonly ForbiddenCell[];

function forbiddenIn(
  picture: Picture,
  level: Level,
  kind: AttentionKind,
  cells: Parameters<typeof modesOf>[0],
): readonly ForbiddenCell[] {
  if (cells.length === 0) return [];
  const { queries, keys } = axesOf(kind, picture);
  const modes = modesOf(cells, queries.length, keys.length);
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
      const found =
        known.get(key) ?? forbiddenIn(picture, level, kind, forbiddenFor(changes, kind, layer, head));
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
