import { type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from 'react';
import type { Cell } from '../../contract/index.ts';
import {
  cellAt,
  clampCell,
  columnLabelAt,
  gridAct,
  type HeatmapLayout,
  type Matrix,
  type Readable,
  sameCell,
  strongestKey,
  strongestQuery,
} from '../../layout/index.ts';
import { useFarewell } from '../shared/useFarewell.ts';
import { gridPoint } from './gridPoint.ts';

export interface PointingInput {
  readonly layout: HeatmapLayout | null;
  readonly matrix: Matrix;
  readonly kind: Readable;
  readonly pinned: Cell | null;
  /** The cell pointed at, here or elsewhere on the page; left out, the view keeps its own. */
  readonly pointed?: Cell | null | undefined;
  readonly onPin: (cell: Cell | null) => void;
  /** Enter on the pinned cell; without it, that lets the cell go. */
  readonly onExplain?: () => void;
  readonly onHover: (cell: Cell | null) => void;
  readonly onRow?: ((query: number) => void) | undefined;
  readonly joining?: boolean | undefined;
}

const inside = (cell: Cell | null, { T, S }: Matrix): Cell | null =>
  cell && cell.query < T && cell.key < S ? cell : null;

/** The cell under a pointer; on a row's word, what that word reads most; on a column's, the word that reads it most. */
function cellUnder(event: MouseEvent<HTMLElement>, input: PointingInput): Cell | null {
  const { layout, matrix, kind } = input;
  if (!layout) return null;
  const { x, y } = gridPoint(event, layout);
  const cell = cellAt(layout, x, y);
  if (cell) return cell;
  const column = columnLabelAt(layout, x, y);
  if (column !== null) return { query: strongestQuery(matrix, column), key: column };
  if (x < 0 || x >= layout.leftPx) return null;
  const row = cellAt(layout, layout.leftPx, y);
  const key = row && strongestKey(matrix, row.query, kind);
  return row && key !== null ? { query: row.query, key } : null;
}

/** The row that a click or key asks to read together with others; null where it asks something else. */
function rowAsked(event: MouseEvent<HTMLElement>, input: PointingInput): number | null {
  const { layout, joining, onRow } = input;
  if (!layout || !onRow) return null;
  const { x, y } = gridPoint(event, layout);
  const onWord = x >= 0 && x < layout.leftPx;
  const held = event.shiftKey || event.ctrlKey || event.metaKey;
  if (!held && !(joining && onWord)) return null;
  return cellAt(layout, onWord ? layout.leftPx : x, y)?.query ?? null;
}

/**
 * Where a person points: with a mouse, a finger or the keys. `pointed` is the cell they look at now, `active` the
 * cell the keys stand on.
 */
export function usePointing(input: PointingInput) {
  const { matrix, onPin, onHover } = input;
  const [hovered, setHovered] = useState<Cell | null>(null);
  const [cursor, setCursor] = useState<Cell | null>(null);
  const pinned = inside(input.pinned, matrix);
  const empty = matrix.T === 0 || matrix.S === 0;
  const active = empty ? null : clampCell(cursor ?? pinned ?? { query: 0, key: 0 }, matrix.T, matrix.S);
  const own = inside(hovered, matrix) ?? (cursor && active);
  const pointed = input.pointed === undefined ? own : inside(input.pointed, matrix);

  const hover = (cell: Cell | null) => {
    if (sameCell(cell, hovered) && (cell === null || sameCell(cell, pointed))) return;
    setHovered(cell);
    onHover(cell ?? cursor);
  };
  const moveTo = (cell: Cell | null) => {
    setHovered(null);
    setCursor(cell);
    onHover(cell);
  };
  useFarewell(own !== null, onHover);
  const pin = (cell: Cell | null) => onPin(sameCell(cell, pinned) ? null : cell);

  const handlers = {
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch') hover(cellUnder(event, input));
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch') hover(null);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const row = rowAsked(event, input);
      if (row !== null) return input.onRow?.(row);
      const cell = cellUnder(event, input);
      if (!cell) return;
      const { nativeEvent } = event;
      const touched = nativeEvent instanceof window.PointerEvent && nativeEvent.pointerType === 'touch';
      if (touched) hover(sameCell(cell, pinned) ? null : cell);
      pin(cell);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!active || event.altKey) return;
      if (event.key === ' ' && event.shiftKey && input.onRow) {
        event.preventDefault();
        return input.onRow(active.query);
      }
      const key = { key: event.key, control: event.ctrlKey || event.metaKey };
      const act = gridAct({ cell: active, pinned, T: matrix.T, S: matrix.S }, key);
      // Escape with nothing pinned belongs to whatever is around the grid.
      if (!act || act.type === 'leave') return;
      event.preventDefault();
      if (act.type === 'move') moveTo(act.cell);
      else if (act.type === 'pin') onPin(act.cell);
      else if (input.onExplain) input.onExplain();
      else onPin(null);
    },
    onFocus: (event: { currentTarget: HTMLElement }) => {
      if (event.currentTarget.matches(':focus-visible')) moveTo(active);
    },
    onBlur: () => moveTo(null),
  };
  return { pinned, active, pointed, focused: cursor !== null, handlers };
}

export type PointingHandlers = ReturnType<typeof usePointing>['handlers'];
