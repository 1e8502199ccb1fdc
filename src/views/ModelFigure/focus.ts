import type { ThumbnailRow } from './parts.ts';

/** A thumbnail: its row among the figure's rows, and its head. */
export interface FocusAt {
  readonly row: number;
  readonly head: number;
}

export type FocusKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';
const KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
export const isFocusKey = (key: string): key is FocusKey => KEYS.includes(key);

/** What the moves need to know of a row. */
export interface FocusRow extends Pick<ThumbnailRow, 'heads' | 'columns' | 'box'> {
  /** The column it stands in, from the left: rows one above the other share it. */
  readonly lane: number;
}

const middle = (row: FocusRow) => row.box.y + row.box.height / 2;

/** The row of another lane that stands nearest in height; the same row when that lane has none. */
function acrossFrom(rows: readonly FocusRow[], from: number, lane: number): number {
  const here = rows[from];
  if (!here) return from;
  let best = from;
  let distance = Number.POSITIVE_INFINITY;
  rows.forEach((row, i) => {
    const d = Math.abs(middle(row) - middle(here));
    if (row.lane === lane && d < distance) [best, distance] = [i, d];
  });
  return best;
}

function vertical(rows: readonly FocusRow[], at: FocusAt, row: FocusRow, step: 1 | -1): FocusAt {
  const inside = at.head + step * row.columns;
  const sameLine = Math.floor(at.head / row.columns) === Math.floor((row.heads - 1) / row.columns);
  if (inside >= 0 && inside < row.heads) return { ...at, head: inside };
  if (step > 0 && !sameLine) return { ...at, head: row.heads - 1 };
  const next = rows[at.row + step];
  if (!next || next.lane !== row.lane) return at;
  const column = Math.min(at.head % row.columns, next.columns - 1);
  const lastLine = Math.floor((next.heads - 1) / next.columns) * next.columns;
  const head = Math.min(step > 0 ? column : lastLine + column, next.heads - 1);
  return { row: at.row + step, head };
}

/**
 * Where an arrow leads among the thumbnails: up and down within a lane, left and right along a row and from the row's
 * end across to the next lane; it stops at the figure's edges. Home and End lead to the row's ends.
 */
export function moveFocus(rows: readonly FocusRow[], at: FocusAt, key: FocusKey): FocusAt {
  const row = rows[at.row];
  if (!row) return { row: 0, head: 0 };
  if (key === 'Home') return { ...at, head: 0 };
  if (key === 'End') return { ...at, head: row.heads - 1 };
  if (key === 'ArrowUp') return vertical(rows, at, row, -1);
  if (key === 'ArrowDown') return vertical(rows, at, row, 1);
  const step = key === 'ArrowRight' ? 1 : -1;
  const head = at.head + step;
  if (head >= 0 && head < row.heads) return { ...at, head };
  const across = acrossFrom(rows, at.row, row.lane + step);
  if (across === at.row) return at;
  return { row: across, head: step > 0 ? 0 : (rows[across]?.heads ?? 1) - 1 };
}
