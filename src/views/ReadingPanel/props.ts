import type { AttentionKind, Cell, Palette, ResolvedTheme, RowsAs, Token } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Matrix } from '../../layout/index.ts';
import type { ChangedHead } from '../shared/changed.ts';

export interface ReadingPanelProps {
  readonly kind: AttentionKind;
  readonly matrix: Matrix;
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  /** The pointed cell, or else the pinned one. */
  readonly cell: Cell | null;
  readonly t: Translate<'reading' | 'heatmap' | 'pooling' | 'changed' | 'mark'>;
  /** Of several heads side by side the one that is read, from 0. */
  readonly head?: number;
  /** How rows that are read together are: then there is one row. */
  readonly together?: RowsAs;
  /** What a row of the decoder writes, empty for the end mark; null where nothing is written. */
  readonly writes?: (query: number) => string | null;
  /** Whether pointing was done before: then nobody needs to be told how, and its room stays empty. */
  readonly known?: boolean;
  /** Whether to say how a cell is pinned. */
  readonly pinHint?: boolean;
  /** Keys whose columns are not drawn, and not counted among the others. */
  readonly leftOut?: readonly number[];
  /** How many words get a bar. */
  readonly count?: number;
  /** In one line, for a phone. */
  readonly compact?: boolean;
  /** Whether the pointed cell's exact number is said; of several heads side by side, the one's pointed at. */
  readonly exact?: boolean;
  /** Absent: the model is as it was trained, and `matrix` all there is. */
  readonly changed?: ChangedHead;
}
