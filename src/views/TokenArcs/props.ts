import type { AttentionKind, Cell, Palette, ResolvedTheme, Scale, Token } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Matrix } from '../../layout/index.ts';
import type { SizePx } from '../../ui/index.ts';
import type { ChangedHead } from '../shared/changed.ts';

export interface TokenArcsProps {
  readonly kind: AttentionKind;
  readonly matrix: Matrix;
  /** T and S tokens, or words. */
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  readonly scale: Scale;
  /** The weight that gets the full thickness on the fixed scale; 1 unless said otherwise. */
  readonly full?: number;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  /** Per row, the largest weights are drawn until this share is reached; 0 … 1. */
  readonly mass: number;
  /** The pinned cell; its row alone is drawn. */
  readonly cell: Cell | null;
  /** The cell pointed at, here or elsewhere on the page; left out, the view keeps its own. */
  readonly pointed?: Cell | null;
  readonly onPin: (cell: Cell | null) => void;
  readonly onHover: (cell: Cell | null) => void;
  /** Rows that are read together: theirs alone are drawn while no word is pointed at. */
  readonly rows?: readonly number[];
  /** A row is to be read together with these, or no longer: a click with shift or ctrl, or Shift and space. */
  readonly onRow?: (query: number) => void;
  /** Whether a plain click does so too. */
  readonly joining?: boolean;
  /** The heads that are drawn: `Encoder reads itself · layer 3 · head 5`. */
  readonly name: string;
  readonly t: Translate<'arcs' | 'reading' | 'changed' | 'mark'>;
  readonly sizePx?: SizePx;
  readonly title?: string;
  /** Absent: the model is as it was trained, and `matrix` all there is. */
  readonly changed?: ChangedHead;
}
