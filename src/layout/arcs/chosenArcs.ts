import { ascending } from 'd3';
import type { Cell } from '../../contract/index.ts';
import { isMasked, type Matrix, type Readable, rowOf, weightAt } from '../matrix/matrix.ts';
import { rankedKeys } from '../matrix/reading.ts';

export interface Arc extends Cell {
  /** Negative where it is a difference and the query reads the key less than before. */
  readonly weight: number;
}

function rowArcs(matrix: Matrix, query: number, mass: number, may: Readable): Arc[] {
  const total = rowOf(matrix, query).reduce(
    (sum, w, key) => sum + (isMasked(may, query, key) ? 0 : Math.abs(w)),
    0,
  );
  const arcs: Arc[] = [];
  let reached = 0;
  for (const key of rankedKeys(matrix, query, may)) {
    const weight = weightAt(matrix, { query, key });
    if (weight === 0 || (arcs.length > 0 && reached >= mass * total)) break;
    arcs.push({ query, key, weight });
    reached += Math.abs(weight);
  }
  return arcs;
}

/**
 * The arcs to draw: of each row the largest weights, or the largest changes of either sign, until their sum reaches
 * the share `mass` (0 … 1) of the row, at least one. Faint ones first, so that strong ones lie on top.
 * @param query only this row, or null for all.
 */
export function chosenArcs(
  matrix: Matrix,
  { mass, query, kind }: { readonly mass: number; readonly query: number | null; readonly kind: Readable },
): readonly Arc[] {
  const rows = query === null ? Array.from({ length: matrix.T }, (_, i) => i) : [query];
  return rows
    .filter((row) => row >= 0 && row < matrix.T)
    .flatMap((row) => rowArcs(matrix, row, mass, kind))
    .sort((a, b) => ascending(Math.abs(a.weight), Math.abs(b.weight)));
}
