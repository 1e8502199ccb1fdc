/**
 * The dimension letters, one meaning each, in every shape written in this project:
 *
 * - `B` batch, always 1 and therefore left out of every shape
 * - `L` layers, `H` heads
 * - `T` query positions, `S` key positions. Rows are queries, columns are keys, everywhere.
 * - `D` model width, `Dh` head width (D ÷ H), `F` feed-forward width, `V` vocabulary
 *
 * Layers and heads count from 0 in code and from 1 on screen.
 */
export type Shape = readonly number[];

/** Number of elements of a shape; 1 for the empty shape. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, n) => product * n, 1);
}
