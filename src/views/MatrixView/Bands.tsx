import type { CSSProperties } from 'react';
import type { HeadTable, MatrixAxis, MatrixPlace } from '../../layout/index.ts';
import { columnMet } from './productText.ts';
import type { Lit, PointedNumber } from './props.ts';

export interface BandsProps {
  readonly table: HeadTable;
  readonly place: MatrixPlace;
  readonly lit: Lit;
  /** All rows are lit, each by itself. */
  readonly all: boolean;
  readonly pointed: PointedNumber | null;
}

const litOn = (axis: MatrixAxis, { query, key }: Lit): number | null => {
  if (axis === 'query') return query;
  return axis === 'key' ? key : null;
};

/**
 * The side of I and of the maps that is as long as a word's vector is drawn far shorter than the others: a break says
 * so: across which of the sides on screen. Null where all are of one scale.
 */
function breakOf({ name, rows, columns }: HeadTable, turned: boolean): 'x' | 'y' | null {
  if (name === 'I') return turned ? 'y' : 'x';
  if (!name.startsWith('W') || rows <= columns) return null;
  return turned ? 'x' : 'y';
}

/** From one share of a matrix to another, along its rows or, turned, its columns. */
function stretch(from: number, to: number, across: boolean): CSSProperties {
  const size = { from: `${100 * from}%`, length: `${100 * Math.max(0, to - from)}%` };
  return across
    ? { left: size.from, width: size.length, top: 0, bottom: 0 }
    : { top: size.from, height: size.length, left: 0, right: 0 };
}

/** The number pointed at. */
function Point({ table, place, at }: Pick<BandsProps, 'table' | 'place'> & { readonly at: PointedNumber }) {
  const [x, y] = place.turned ? [at.row, at.column] : [at.column, at.row];
  const [across, down] = place.turned ? [table.rows, table.columns] : [table.columns, table.rows];
  const size = { width: `${100 / across}%`, height: `${100 / down}%` };
  return (
    <span
      className="mv-point"
      style={{ left: `${(100 * x) / across}%`, top: `${(100 * y) / down}%`, ...size }}
    />
  );
}

/** The lit word's row stands out by the others going pale; with all lit, lines part each row from the next. */
export function Bands({ table, place, lit, all, pointed }: BandsProps) {
  const { turned } = place;
  const row = litOn(table.rowAxis, lit);
  const column = row === null ? litOn(table.columnAxis, lit) : null;
  const [index, count, across] = row === null ? [column, table.columns, !turned] : [row, table.rows, turned];
  const met = columnMet(pointed);
  const broken = breakOf(table, turned);
  const hasTracks = all && table.rowAxis !== 'number';
  const lines = { '--mv-rows': table.rows } as CSSProperties;
  return (
    <div className="mv-bands" aria-hidden="true">
      {hasTracks && <div className={turned ? 'mv-tracks mv-turned' : 'mv-tracks'} style={lines} />}
      {!hasTracks && index !== null && (
        <>
          <span className="mv-pale" style={stretch(0, index / count, across)} />
          <span className="mv-lit" style={stretch(index / count, (index + 1) / count, across)} />
          <span className="mv-pale" style={stretch((index + 1) / count, 1, across)} />
        </>
      )}
      {met?.name === table.name && (
        <span
          className="mv-met"
          style={stretch(met.column / table.columns, (met.column + 1) / table.columns, !turned)}
        />
      )}
      {broken !== null && <span className="mv-break" data-across={broken} />}
      {pointed?.name === table.name && <Point table={table} place={place} at={pointed} />}
    </div>
  );
}
