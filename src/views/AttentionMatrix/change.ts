import type { ForbidMode } from '../../contract/index.ts';
import type { Stroke, Why } from '../../layout/index.ts';
import type { ChangedHead } from '../shared/changed.ts';

/** The strings of a changed matrix. Numbers come as they are to be read. */
export interface MatrixChangeWords {
  /** Instead of a number, in a cell that may not be read: `forbidden, before softmax`. */
  readonly why: (why: Why) => string;
  /** A cell that may not be read, in a sentence: `it may not read animal: forbidden before softmax`. */
  readonly whySpoken: (query: string, key: string, why: Why) => string;
  /** `92 % → 3 %` */
  readonly moved: (before: string, after: string) => string;
  /** A cell of a difference, in a sentence: `it reads animal: 92 % before, 3 % after`. */
  readonly movedSpoken: (query: string, key: string, before: string, after: string) => string;
  /** Added to either where the cell might be read before: `forbidden now`. */
  readonly forbiddenNow: string;
  /** `this row sums to 0.38` */
  readonly sumSpoken: (sum: string) => string;
}

/** Cells forbidden by hand: by click, drag or key. */
export interface Painting {
  /** Whether click and drag paint, and the keys for whole rows and columns; the key for one cell does in any case. */
  readonly on: boolean;
  readonly mode: ForbidMode;
  /** At the end of a drag, all its cells; for a click or key, one cell, row or column. */
  readonly onStroke: (stroke: Stroke) => void;
}

/** What a person changed about the head that is drawn. */
export interface MatrixChange extends ChangedHead {
  /** Absent where cells cannot be forbidden, as for several heads drawn as one. */
  readonly painting?: Painting;
  /** False where rows are of several heads or layers, and need not sum to 1. */
  readonly sums?: boolean;
  readonly words: MatrixChangeWords;
}
