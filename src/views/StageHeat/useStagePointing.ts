import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Cell } from '../../contract/index.ts';
import {
  clampCell,
  gridAct,
  type StageField,
  type StageHeatLayout,
  sameCell,
  stageCellAt,
} from '../../layout/index.ts';

/** The number a person points at with a mouse, a finger or the keys. */
export function useStagePointing(layout: StageHeatLayout | null, field: StageField) {
  const [hovered, setHovered] = useState<Cell | null>(null);
  const [cursor, setCursor] = useState<Cell | null>(null);
  const [T, S] = [field.rows, field.blocks * field.columns];
  const empty = T === 0 || S === 0;
  const inside = (cell: Cell | null) => (empty || cell === null ? null : clampCell(cell, T, S));
  const at = (event: PointerEvent<HTMLElement>): Cell | null => {
    if (!layout) return null;
    const origin = event.currentTarget.getBoundingClientRect();
    return stageCellAt(layout, field, event.clientX - origin.left, event.clientY - origin.top);
  };
  const hover = (cell: Cell | null) => setHovered((last) => (sameCell(last, cell) ? last : cell));
  const handlers = {
    onPointerMove: (event: PointerEvent<HTMLElement>) => hover(at(event)),
    onPointerDown: (event: PointerEvent<HTMLElement>) => hover(at(event)),
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch') hover(null);
    },
    onFocus: (event: { readonly currentTarget: HTMLElement }) => {
      if (event.currentTarget.matches(':focus-visible')) setCursor((last) => last ?? { query: 0, key: 0 });
    },
    onBlur: () => setCursor(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const from = inside(cursor ?? { query: 0, key: 0 });
      if (!from || event.altKey) return;
      const key = { key: event.key, control: event.ctrlKey || event.metaKey };
      const act = gridAct({ cell: from, pinned: null, T, S }, key);
      if (act?.type !== 'move') return;
      event.preventDefault();
      setHovered(null);
      setCursor(act.cell);
    },
  };
  return { cell: inside(hovered ?? cursor), focused: hovered === null && cursor !== null, handlers };
}
