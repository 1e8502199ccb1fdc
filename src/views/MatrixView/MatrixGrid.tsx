import { type KeyboardEvent, type MouseEvent, type PointerEvent, useId, useState } from 'react';
import { cellInPlace, gridAct, type HeadTable, type MatrixPlace } from '../../layout/index.ts';
import type { PointedNumber } from './props.ts';

export interface MatrixGridProps {
  readonly table: HeadTable;
  readonly place: MatrixPlace;
  /** Its name and size, for a screen reader. */
  readonly label: string;
  /** A number in words. */
  readonly said: (number: PointedNumber) => string;
  readonly pointed: PointedNumber | null;
  readonly onPoint: (number: PointedNumber | null) => void;
  readonly onPress: (number: PointedNumber) => void;
}

const isSame = (a: PointedNumber | null, b: PointedNumber): boolean =>
  a?.name === b.name && a.row === b.row && a.column === b.column;

/** What one matrix hears: the pointer, and the keys of a grid. On screen only the cell where the keys stand is one. */
export function MatrixGrid({ table, place, label, said, pointed, onPoint, onPress }: MatrixGridProps) {
  const { name, rows, columns } = table;
  const [stands, setStands] = useState({ row: 0, column: 0 });
  const id = useId();
  const row = Math.min(stands.row, rows - 1);
  const column = Math.min(stands.column, columns - 1);
  const under = ({ currentTarget, clientX, clientY }: PointerEvent | MouseEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return { name, ...cellInPlace(place, { rows, columns }, clientX - left, clientY - top) };
  };
  const [across, down] = place.turned ? [rows, columns] : [columns, rows];
  const [x, y] = place.turned ? [row, column] : [column, row];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const control = event.ctrlKey || event.metaKey;
    const state = { cell: { query: y, key: x }, pinned: null, T: down, S: across };
    const act = gridAct(state, { key: event.key, control });
    // Escape is for what is around the matrices.
    if (!act || act.type === 'leave') return;
    event.preventDefault();
    if (act.type === 'pin') {
      onPress({ name, row, column });
      return;
    }
    const to = place.turned
      ? { row: act.cell.key, column: act.cell.query }
      : { row: act.cell.query, column: act.cell.key };
    setStands(to);
    onPoint({ name, ...to });
  };
  return (
    <table
      role="grid"
      className="mv-grid"
      aria-label={label}
      aria-rowcount={down}
      aria-colcount={across}
      aria-activedescendant={id}
      aria-readonly="true"
      tabIndex={0}
      onPointerMove={(event) => event.pointerType !== 'touch' && onPoint(under(event))}
      onPointerLeave={(event) => event.pointerType !== 'touch' && onPoint(null)}
      onClick={(event) => {
        const number = under(event);
        const { nativeEvent } = event;
        const touched = nativeEvent instanceof window.PointerEvent && nativeEvent.pointerType === 'touch';
        // A finger first reads the number; a second tap is the press.
        const isRead = !touched || isSame(pointed, number);
        onPoint(number);
        if (isRead) onPress(number);
      }}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && onPoint({ name, row, column })}
      onBlur={() => onPoint(null)}
    >
      <tbody>
        <tr aria-rowindex={y + 1}>
          <td
            key={`${row} ${column}`}
            role="gridcell"
            id={id}
            tabIndex={-1}
            aria-colindex={x + 1}
            aria-label={said({ name, row, column })}
            className="mv-cell"
            style={{
              left: `${(100 * x) / across}%`,
              top: `${(100 * y) / down}%`,
              width: `${100 / across}%`,
              height: `${100 / down}%`,
            }}
          />
        </tr>
      </tbody>
    </table>
  );
}
