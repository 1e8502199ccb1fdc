import type {
  Cell,
  Gradient,
  GradientScale,
  HeadAt,
  HeadEffect,
  Palette,
  Picture,
  ResolvedTheme,
} from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Influence } from '../../layout/index.ts';

export interface GradientNoteProps {
  readonly picture: Pick<Picture, 'frames' | 'source' | 'target' | 'steps'>;
  /** Of the chosen output word and this picture; null while it is computed. */
  readonly gradient: Gradient | null;
  /** The output word: the step it is written at, and its id there (the written one, or one that could stand there). */
  readonly row: number;
  readonly id: number;
  readonly onWord: (row: number, id: number) => void;
  /** Whether other candidates for its place can be asked about; true unless said otherwise. */
  readonly candidates?: boolean;
  /** Whether the note has the picker of the output word; true unless said otherwise. */
  readonly picker?: boolean;
  /** To the cell where they disagree most. */
  readonly onGo: (place: HeadAt, cell: Cell) => void;
  /** The model's end mark, to name it; null while unknown. */
  readonly endId: number | null;
  readonly t: Translate<'gradient' | 'head' | 'mark'>;
}

export interface GradientViewProps extends GradientNoteProps {
  readonly weigh: Influence;
  readonly onWeigh: (weigh: Influence) => void;
  /** What has the full colour: the largest of all heads, or of this one. */
  readonly scale: GradientScale;
  readonly onScale: (scale: GradientScale) => void;
  /** Of switching this head off; null while it is computed. */
  readonly effect: HeadEffect | null;
  /** The head that is drawn. */
  readonly place: HeadAt;
  /** Its pinned cell. */
  readonly cell: Cell | null;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
}
