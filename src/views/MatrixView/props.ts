import type {
  AttentionKind,
  Cell,
  Frame,
  HeadWeights,
  Intervention,
  MatrixWords,
  Palette,
  ResolvedTheme,
  StageName,
  Token,
} from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { MatrixName } from '../../layout/index.ts';

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
  /** What a word is: a row, or as in the lecture a column. */
  readonly words: MatrixWords;
  readonly onWords: (words: MatrixWords) => void;
  /** Its two words are never left out. */
  readonly pinned: Cell | null;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly t: Translate<'matrices' | 'inspect' | 'mark'>;
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
