import type { KeyboardEvent, MouseEvent } from 'react';
import type { Cell } from '../../contract/index.ts';
import {
  cellAt,
  cellRect,
  columnLabelAt,
  type HeatmapLayout,
  type Matrix,
  type Readable,
  strongestKey,
  strongestQuery,
} from '../../layout/index.ts';
import { type PressedAt, useLongPress } from '../shared/useLongPress.ts';
import { pointIn } from './gridPoint.ts';

export interface MenuInput {
  readonly layout: HeatmapLayout | null;
  readonly matrix: Matrix;
  readonly kind: Readable;
  /** A right click, a resting finger or the menu's key on a cell; the box is where it lies, in the viewport. */
  readonly onMenu?: ((cell: Cell, box: DOMRect) => void) | undefined;
}

/** The cell under a pointer; on a row's word, what that word reads most; on a column's, the word that reads it most. */
export function cellUnder(element: Element, event: PressedAt, input: MenuInput): Cell | null {
  const { layout, matrix, kind } = input;
  if (!layout) return null;
  const { x, y } = pointIn(element, event, layout);
  const cell = cellAt(layout, x, y);
  if (cell) return cell;
  const column = columnLabelAt(layout, x, y);
  if (column !== null) return { query: strongestQuery(matrix, column), key: column };
  if (x < 0 || x >= layout.leftPx) return null;
  const row = cellAt(layout, layout.leftPx, y);
  const key = row && strongestKey(matrix, row.query, kind);
  return row && key !== null ? { query: row.query, key } : null;
}

const asksMenu = ({ key, shiftKey }: KeyboardEvent) => key === 'ContextMenu' || (shiftKey && key === 'F10');

/** Where a cell lies in the viewport. */
function boxOf(element: Element, cell: Cell, layout: HeatmapLayout): DOMRect {
  const origin = element.getBoundingClientRect();
  const { x, y, width, height } = cellRect(layout, cell);
  return new DOMRect(origin.left + x, origin.top + y, width, height);
}

/** Asks for the menu of the cell under the pointer; false where there is none. */
function menuAt(element: Element, at: PressedAt, input: MenuInput): boolean {
  const cell = cellUnder(element, at, input);
  if (!cell || !input.layout || !input.onMenu) return false;
  input.onMenu(cell, boxOf(element, cell, input.layout));
  return true;
}

/** Three ways to a cell's menu: the right button, a finger that rests, and `key`, which tells whether it was one. */
export function useCellMenu(input: MenuInput) {
  const { isEnd, onPointerMove, ...press } = useLongPress((element, at) => void menuAt(element, at, input));
  return {
    isEnd,
    onPointerMove,
    handlers: {
      ...press,
      onContextMenu: (event: MouseEvent<HTMLElement>) => {
        if (menuAt(event.currentTarget, event, input)) event.preventDefault();
      },
    },
    key: (event: KeyboardEvent<HTMLElement>, active: Cell): boolean => {
      if (!input.onMenu || !input.layout || !asksMenu(event)) return false;
      event.preventDefault();
      input.onMenu(active, boxOf(event.currentTarget, active, input.layout));
      return true;
    },
  };
}
