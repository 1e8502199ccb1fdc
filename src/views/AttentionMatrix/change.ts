import type { ForbidMode } from '../../contract/index.ts';
import type { Stroke } from '../../layout/index.ts';
import type { ChangedHead } from '../shared/changed.ts';

/** Cells forbidden by hand: by click, drag or key. */
export interface CellPainting {
  /** Whether click and drag paint, and the keys for whole rows and columns; the key for one cell does in any case. */
  readonly on: boolean;
  readonly mode: ForbidMode;
  /** At the end of a drag, all its cells; for a click or key, one cell, row or column. */
  readonly onStroke: (stroke: Stroke) => void;
}

/** What a person changed about the head that is drawn. */
export interface MatrixChange extends ChangedHead {
  /** Absent where cells cannot be forbidden, as for several heads drawn as one. */
  readonly painting?: CellPainting;
  /** False where rows are of several heads or layers, and need not sum to 1. */
  readonly sums?: boolean;
}
