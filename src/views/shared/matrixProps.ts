import type { AttentionKind, Cell, Palette, ResolvedTheme, Scale, Token } from '../../contract/index.ts';
import type { Matrix } from '../../layout/index.ts';
import type { SizePx } from '../../ui/index.ts';
import type { PictureNoteText } from './PictureNote.tsx';

/** What every picture of one matrix is told: the heatmap and the arcs. */
export interface MatrixProps {
  readonly kind: AttentionKind;
  readonly matrix: Matrix;
  /** T and S tokens, or words. */
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  readonly scale: Scale;
  /** The weight that gets the full colour or thickness on the fixed scale, such as of a sum; 1 when absent. */
  readonly full?: number;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  /** The pinned cell. */
  readonly cell: Cell | null;
  /** The cell pointed at, here or elsewhere on the page; left out, the view keeps its own. */
  readonly pointed?: Cell | null;
  readonly onPin: (cell: Cell | null) => void;
  readonly onHover: (cell: Cell | null) => void;
  /** Rows that are read together. */
  readonly rows?: readonly number[];
  /** A row is to be read together with these, or no longer: a click with shift or ctrl, or Shift and space. */
  readonly onRow?: (query: number) => void;
  /** Whether a plain click on a row's word does so too, as on a screen without keys. */
  readonly joining?: boolean;
  /** The heads that are drawn: `Encoder Self-Attention · layer 3 · head 5`. */
  readonly name: string;
  /** Given room; without it the view takes its container's. */
  readonly sizePx?: SizePx;
  /** Written across the picture: why it looks as before, or shows nothing. */
  readonly note?: PictureNoteText | null;
  /** Above the picture, such as `head 5`. */
  readonly title?: string;
}
