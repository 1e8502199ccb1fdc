import type {
  AttentionKind,
  Cell,
  Gradient,
  HeadAt,
  Palette,
  Picture,
  ResolvedTheme,
} from '../../contract/index.ts';

import type { MarkWords } from '../shared/marks.ts';

/** The place where weight and gradient disagree most, in pieces for a sentence. Layers and heads count from 1. */
export interface SpokenPlace {
  readonly query: string;
  readonly key: string;
  readonly weight: string;
  readonly head: string;
  /** The output word. */
  readonly word: string;
  /** The cell's share in what the word draws from this row. */
  readonly share: string;
  /** It hardly depends on it at all. */
  readonly hardly: boolean;
  /** What it draws from the row instead; null where there is nothing. */
  readonly instead: { readonly key: string; readonly weight: string; readonly share: string } | null;
}

/** A cell in both pictures, for a sentence. */
export interface GradientCell {
  readonly query: string;
  readonly key: string;
  readonly weight: string;
  /** α̂ × gradient or the gradient, with its sign, as a share of the head's largest. */
  readonly influence: string;
}

/** The strings of the gradients. Layers, heads and rows given to them count from 1. */
export interface GradientWords extends MarkWords {
  readonly label: string;
  /** Of the note alone. */
  readonly noteLabel: string;
  /** Of the picker of the output word: a word and its place; and of the picker of what could stand there. */
  readonly row: string;
  readonly rowOf: (word: string, row: number) => string;
  readonly candidate: string;
  readonly candidateOf: (word: string, probability: number) => string;
  /** What the two pictures show. */
  readonly about: (word: string, weigh: Influence) => string;
  /** That weights are not explanations. */
  readonly note: string;
  readonly head: (kind: AttentionKind, layer: number, head: number) => string;
  readonly place: (place: SpokenPlace) => string;
  /** Where weights and gradients agree everywhere. */
  readonly agree: string;
  readonly go: string;
  readonly waiting: string;
  readonly percent: (share: number) => string;
  readonly points: (share: number) => string;
  readonly titleWeights: string;
  readonly titleInfluence: Readonly<Record<Influence, string>>;
  /** The choice between the two, and each in it. */
  readonly weigh: string;
  readonly weighs: Readonly<Record<Influence, string>>;
  readonly cell: (cell: GradientCell, weigh: Influence) => string;
  readonly hint: string;
  readonly legendLess: string;
  readonly legendMore: string;
}

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
  readonly words: GradientWords;
}

/** What is drawn beside the weights: the gradient itself, or weight times gradient. */
export const INFLUENCES = ['product', 'gradient'] as const;
export type Influence = (typeof INFLUENCES)[number];

export interface GradientViewProps extends GradientNoteProps {
  readonly weigh: Influence;
  readonly onWeigh: (weigh: Influence) => void;
  /** The head that is drawn. */
  readonly place: HeadAt;
  /** Its pinned cell. */
  readonly cell: Cell | null;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
}
