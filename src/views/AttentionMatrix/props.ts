import type { Cell } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { MatrixProps } from '../shared/matrixProps.ts';
import type { MatrixChange } from './change.ts';

export interface AttentionMatrixProps extends MatrixProps {
  /** Enter on the pinned cell; without it, that lets the cell go. */
  readonly onExplain?: () => void;
  /** A cell's menu is asked for; the box is where the cell lies, in the viewport. */
  readonly onMenu?: (cell: Cell, box: DOMRect) => void;
  readonly t: Translate<'heatmap' | 'changed' | 'mark'>;
  /** One of several, or on a phone: smaller gutters, no axis titles. */
  readonly compact?: boolean;
  /** One of several in a line: the first has the words of the rows, in a gutter that is given, the others none. */
  readonly line?: { readonly words: boolean; readonly leftPx: number };
  /** What was changed about this head; absent: it is the model as it was trained, and `matrix` all there is. */
  readonly changed?: MatrixChange;
}
