import type {
  AttentionKind,
  Cell,
  Frame,
  HeadWeights,
  Intervention,
  Palette,
  ResolvedTheme,
  StageName,
  Token,
} from '../../contract/index.ts';
import type { MatrixName } from '../../layout/index.ts';
import type { FormulaWords } from '../shared/Formula.tsx';
import type { MarkWords } from '../shared/marks.ts';

/** A number of a matrix, in words. */
export interface SpokenNumber {
  readonly name: MatrixName;
  /** The word of its row, or the number's place in a vector where a row is none: `no. 7`. */
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly shut: boolean;
}

export interface MatrixViewWords extends MarkWords, FormulaWords {
  /** The region's name and heading. */
  readonly label: string;
  /** What there is to see. */
  readonly sentence: string;
  /** How the lecture writes it. */
  readonly lecture: string;
  readonly waiting: string;
  /** The switch: rows lit one at a time, or all at once. */
  readonly light: string;
  readonly one: string;
  readonly all: string;
  readonly close: string;
  /** `scores A, 14 × 14` */
  readonly matrix: (name: MatrixName, rows: number, columns: number) => string;
  /** `no. 7` */
  readonly nth: (n: number) => string;
  readonly number: (number: SpokenNumber) => string;
  /** Instead of a number, while nothing is pointed at. */
  readonly hint: string;
}

export interface MatrixViewProps {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly head: number;
  /** T and S tokens. */
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  /**
   * What has arrived, a new map whenever something has; `MATRIX_NEEDS` with `inspectStages` says which stages are
   * drawn.
   */
  readonly frames: ReadonlyMap<StageName, Frame>;
  /** Maps of heads that have arrived, a new map likewise; only the chosen head's are drawn. */
  readonly weights: ReadonlyMap<number, HeadWeights>;
  readonly encoderLayers: number;
  readonly changes: readonly Intervention[];
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly words: MatrixViewWords;
  /** BCP 47, for numbers. */
  readonly locale: string;
  /** A cell of A or Â was pressed, or Enter on it: to follow its number. */
  readonly onCell?: (cell: Cell) => void;
  readonly onClose: () => void;
  /** Takes the keys when it comes: it was opened by one. */
  readonly takesFocus?: boolean;
}

/** The words lit: a query's row, a key's row or column. */
export interface Lit {
  readonly query: number | null;
  readonly key: number | null;
}

/** The number pointed at, in the matrix as it is. */
export interface PointedNumber {
  readonly name: MatrixName;
  readonly row: number;
  readonly column: number;
}
