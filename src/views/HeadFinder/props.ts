import type {
  AttentionKind,
  HeadAt,
  HeadEffect,
  HeadMeasure,
  Palette,
  Picture,
  RankOrder,
  ResolvedTheme,
} from '../../contract/index.ts';
import type { WordLink } from '../../layout/index.ts';
import type { ChosenHeads, LabelledHead } from '../ModelFigure/props.ts';
import type { MarkWords } from '../shared/marks.ts';

/** The strings of the head finder. Layers and heads given to them count from 1, as on screen. */
export interface HeadFinderWords extends MarkWords {
  /** Of the whole view, for a screen reader. */
  readonly label: string;
  readonly measure: string;
  readonly measureName: (measure: HeadMeasure) => string;
  /** One sentence: what the measure says. */
  readonly measureHelp: (measure: HeadMeasure) => string;
  readonly order: string;
  readonly orderName: (order: RankOrder) => string;
  readonly kinds: string;
  readonly kindName: (kind: AttentionKind) => string;
  readonly layer: string;
  readonly allLayers: string;
  readonly layerName: (layer: number) => string;
  /** Of the two pickers of a link, and of the groups of words in them. */
  readonly from: string;
  readonly to: string;
  readonly english: string;
  readonly french: string;
  /** A word of several equal ones: `the (2)`. */
  readonly wordNumber: (word: string, n: number) => string;
  /** Of the list: `96 heads, highest first`. */
  readonly list: (count: number) => string;
  readonly head: (kind: AttentionKind, layer: number, head: number) => string;
  readonly headShown: (kind: AttentionKind, layer: number, head: number) => string;
  /** A measure's number with its unit. */
  readonly value: (measure: HeadMeasure, value: number) => string;
  /** A row for a screen reader: the head, its number, and what else is written there. */
  readonly row: (head: string, value: string, notes: readonly string[]) => string;
  /** Beside the strongest weight: `“it” → “animal”`. */
  readonly strongest: (query: string, key: string) => string;
  /** Beside an effect: the word that suffers most. */
  readonly mostAt: (word: string) => string;
  /** Beneath the list: heads that have no such number, or none yet. */
  readonly without: (measure: HeadMeasure, count: number) => string;
  /** Instead of the list, while no kind is ticked. */
  readonly none: string;
  readonly measureAll: (count: number) => string;
  readonly cancel: string;
  readonly progress: (done: number, total: number) => string;
  readonly plot: string;
  /** Along the axes, and at their ends. */
  readonly plotX: string;
  readonly plotY: string;
  /** A point for a screen reader. */
  readonly point: (head: string, distance: string, entropy: string) => string;
  /** The same under its name, for the eye. */
  readonly pointShown: (distance: string, entropy: string) => string;
  readonly name: (head: string) => string;
  readonly namePlaceholder: string;
  /** Opens the chosen head as a heatmap. */
  readonly open: string;
}

/** What a person chose in the finder. */
export interface FinderChoice {
  readonly measure: HeadMeasure;
  readonly order: RankOrder;
  readonly kinds: readonly AttentionKind[];
  /** From 0; null for all. */
  readonly layer: number | null;
  /** Null: the pinned cell's words. */
  readonly link: WordLink | null;
}

export interface HeadFinderProps {
  readonly picture: Pick<Picture, 'frames' | 'source' | 'target' | 'steps'>;
  readonly choice: FinderChoice;
  readonly onChange: (choice: FinderChoice) => void;
  /** The words the pinned cell joins (`linkOfCell`); null when none is pinned. */
  readonly pinnedLink: WordLink | null;
  /** By `headKey`, as they arrive; of the picture on screen and no other. */
  readonly effects: ReadonlyMap<string, HeadEffect>;
  /** While heads are being switched off in turn. */
  readonly measuring: { readonly done: number; readonly total: number } | null;
  readonly onMeasure: () => void;
  readonly onCancel: () => void;
  readonly chosen: ChosenHeads;
  readonly onChoose: (kind: AttentionKind, layer: number, head: number) => void;
  readonly onOpen: () => void;
  /** What heads were measured to do, and the person's own names by `headKey`. */
  readonly labels: readonly LabelledHead[];
  readonly names: ReadonlyMap<string, string>;
  /** 1 to 40 characters, or null to take the name away. */
  readonly onName: (place: HeadAt, name: string | null) => void;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly words: HeadFinderWords;
}
