import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Cell, CellSet } from '../../contract/index.ts';
import {
  cellAt,
  cellsBetween,
  columnLabelAt,
  type Forbidden,
  type HeatmapLayout,
  previewStroke,
  type Stroke,
  strokeForbids,
} from '../../layout/index.ts';
import type { CellPainting } from './change.ts';
import { gridPoint } from './gridPoint.ts';

interface Drag extends Stroke {
  /** Cells, or whole rows or columns: as it began. */
  readonly what: 'cell' | 'row' | 'column';
  readonly last: Cell;
}

const sortOf = ({ query, key }: CellSet): Drag['what'] =>
  query === null ? 'column' : key === null ? 'row' : 'cell';

/** The cell at a point, the row of a label on the left, or the column of one above. */
function setAt(event: PointerEvent<HTMLElement>, layout: HeatmapLayout): CellSet | null {
  const { x, y } = gridPoint(event, layout);
  const cell = cellAt(layout, x, y);
  if (cell) return cell;
  const column = columnLabelAt(layout, x, y);
  if (column !== null) return { query: null, key: column };
  const row = x >= 0 && x < layout.leftPx ? cellAt(layout, layout.leftPx, y) : null;
  return row && { query: row.query, key: null };
}

const cellOf = ({ query, key }: CellSet): Cell => ({ query: query ?? 0, key: key ?? 0 });

/** A drag that has come to another place: all between, in the sort it began with. */
function dragged(drag: Drag, to: CellSet): Drag {
  const next = cellOf(to);
  const way = cellsBetween(drag.last, next).map(
    ({ query, key }): CellSet => ({
      query: drag.what === 'column' ? null : query,
      key: drag.what === 'row' ? null : key,
    }),
  );
  const all = new Map([...drag.cells, ...way].map((set) => [`${set.query} ${set.key}`, set]));
  return { ...drag, cells: [...all.values()], last: next };
}

/** What the keys forbid or allow: the cell they stand on; while cells are painted, its row and its column. */
function setOfKey(key: string, active: Cell, on: boolean): CellSet | null {
  if (key === 'x') return active;
  if (!on) return null;
  if (key === 'r') return { query: active.query, key: null };
  return key === 'c' ? { query: null, key: active.key } : null;
}

/** The drag as it is drawn, and as it is now: several events can come between two drawings. */
function useDrag() {
  const [drawn, draw] = useState<Drag | null>(null);
  const newest = useRef<Drag | null>(null);
  const set = (drag: Drag | null): void => {
    newest.current = drag;
    draw(drag);
  };
  return [{ drawn, now: () => newest.current }, set] as const;
}

/**
 * Painting cells: press and drag with mouse or finger, a click on a word for its row or column, or a key. The drag is
 * shown meanwhile and reported once, when it ends; Escape gives it up.
 */
export function usePainting(
  layout: HeatmapLayout | null,
  forbidden: Forbidden,
  painting: CellPainting | undefined,
  active: Cell | null,
) {
  const [drag, setDrag] = useDrag();
  const live = painting?.on ? painting : null;
  const begin = (event: PointerEvent<HTMLElement>) => {
    const set = live && layout && event.button === 0 ? setAt(event, layout) : null;
    if (!set) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ what: sortOf(set), last: cellOf(set), cells: [set], forbid: strokeForbids(forbidden, set) });
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    const now = drag.now();
    const set = now && layout ? setAt(event, layout) : null;
    // A drag over cells has nothing to take from the words beside them.
    const fits = set && (sortOf(set) === 'cell' || sortOf(set) === now?.what);
    if (now && set && fits) setDrag(dragged(now, set));
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    // The finger may be lifted farther on than it was last seen.
    move(event);
    const now = drag.now();
    if (now) live?.onStroke({ cells: now.cells, forbid: now.forbid });
    setDrag(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): boolean => {
    if (event.key === 'Escape' && drag.now()) {
      setDrag(null);
      return true;
    }
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const set = painting && active && plain ? setOfKey(event.key.toLowerCase(), active, live !== null) : null;
    if (!painting || !set) return false;
    painting.onStroke({ cells: [set], forbid: strokeForbids(forbidden, set) });
    return true;
  };
  return {
    on: live !== null,
    dragging: drag.drawn !== null,
    /** The cells as they will be when the drag ends here. */
    preview: drag.drawn && live ? previewStroke(forbidden, drag.drawn, live.mode) : forbidden,
    begin,
    move,
    end,
    cancel: () => setDrag(null),
    onKeyDown,
  };
}

export type PaintingState = ReturnType<typeof usePainting>;
