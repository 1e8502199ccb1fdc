import { matrixPile } from './matrixPile.ts';
import { clamp, type MatrixFlow, type MatrixFlowInput, type MatrixPlace } from './matrixPlace.ts';
import { wordColumns } from './wordColumns.ts';
import { wordRows } from './wordRows.ts';

/** Narrower than so many ems and the widest word, the matrices stand one under another. */
const PILE_BELOW_EM = 38;

/** Places of all matrices of a head, their words and the signs between them, in the room there is. */
export function matrixFlow(input: MatrixFlowInput): MatrixFlow {
  if (input.widthPx < PILE_BELOW_EM * input.fontPx + input.labelPx) return matrixPile(input);
  return input.words === 'columns' ? wordColumns(input) : wordRows(input);
}

/**
 * Row and column of the matrix (as it is, not as it is turned) under a point of its place; the nearest for a point
 * outside.
 */
export function cellInPlace(
  place: Pick<MatrixPlace, 'width' | 'height' | 'turned'>,
  size: { readonly rows: number; readonly columns: number },
  xPx: number,
  yPx: number,
): { readonly row: number; readonly column: number } {
  const { rows, columns } = size;
  const [across, down] = place.turned ? [rows, columns] : [columns, rows];
  const x = clamp(Math.floor((xPx / place.width) * across), 0, across - 1);
  const y = clamp(Math.floor((yPx / place.height) * down), 0, down - 1);
  return place.turned ? { row: x, column: y } : { row: y, column: x };
}
