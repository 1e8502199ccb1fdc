import { type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from 'react';
import type { Cell } from '../../contract/index.ts';
import { cellAt, clampCell, gridAct, type Matrix, sameCell } from '../../layout/index.ts';
import { useFarewell } from '../shared/useFarewell.ts';
import { cellUnder, type MenuInput, useCellMenu } from './cellMenu.ts';
import { gridPoint } from './gridPoint.ts';

export interface PointingInput extends MenuInput {
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

const isTouch = ({ nativeEvent }: MouseEvent): boolean =>
  nativeEvent instanceof window.PointerEvent && nativeEvent.pointerType === 'touch';

/** Enter on the pinned cell. */
const explain = ({ onExplain, onPin }: PointingInput): void => (onExplain ? onExplain() : onPin(null));

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

  const menu = useCellMenu(input);
  const handlers = {
    ...menu.handlers,
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      menu.onPointerMove(event);
      if (event.pointerType !== 'touch') hover(cellUnder(event.currentTarget, event, input));
    },
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch') hover(null);
    },
    onClick: (event: MouseEvent<HTMLElement>) => {
      const row = rowAsked(event, input);
      if (row !== null) return input.onRow?.(row);
      if (menu.isEnd(event)) return;
      const cell = cellUnder(event.currentTarget, event, input);
      if (!cell) return;
      if (isTouch(event)) hover(sameCell(cell, pinned) ? null : cell);
      onPin(sameCell(cell, pinned) ? null : cell);
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!active || event.altKey) return;
      if (event.key === ' ' && event.shiftKey && input.onRow) {
        event.preventDefault();
        return input.onRow(active.query);
      }
      if (menu.key(event, active)) return;
      const key = { key: event.key, control: event.ctrlKey || event.metaKey };
      const act = gridAct({ cell: active, pinned, T: matrix.T, S: matrix.S }, key);
      // Escape with nothing pinned belongs to whatever is around the grid.
      if (!act || act.type === 'leave') return;
      event.preventDefault();
      if (act.type === 'move') moveTo(act.cell);
      else if (act.type === 'pin') onPin(act.cell);
      else explain(input);
    },
    onFocus: (event: { currentTarget: HTMLElement }) => {
      if (event.currentTarget.matches(':focus-visible')) moveTo(active);
    },
    onBlur: () => moveTo(null),
  };
  return { pinned, active, pointed, focused: cursor !== null, handlers };
}

export type PointingHandlers = ReturnType<typeof usePointing>['handlers'];
