import type {
  AttentionKind,
  BackendName,
  BackendReport,
  Cell,
  ChangeScope,
  Combine,
  Decoding,
  Depth,
  EffectOf,
  FigureFold,
  ForbidMode,
  Frame,
  GradientScale,
  HeadAt,
  HeadMeasure,
  Intervention,
  Language,
  Level,
  MatrixWords,
  ModelCard,
  NamedHead,
  OffWay,
  Other,
  Palette,
  Picture,
  Presenting,
  RankOrder,
  RowsAs,
  Scale,
  SessionFailure,
  Shown,
  Sink,
  StageName,
  Theme,
  View,
  Weighing,
} from '../contract/index.ts';

/** What a person chose: all of it, and nothing derived. JSON-serialisable; the link holds it. */
export interface Choice {
  readonly text: string;
  /** The person's own target text, or null for the model's. */
  readonly target: string | null;
  readonly kind: AttentionKind;
  /** From 0. Clamped to the model when drawn. */
  readonly layer: number;
  /** From 0, ascending, at least one. */
  readonly heads: readonly number[];
  readonly combine: Combine;
  /** The pinned cell, or null. */
  readonly cell: Cell | null;
  readonly view: View;
  readonly scale: Scale;
  readonly level: Level;
  /** Arcs: per row, the largest weights are drawn until this share of the row is reached; 0 … 1. */
  readonly mass: number;
  /** Inside the forward pass; in their one form, empty as a rule. Cells are positions of tokens. */
  readonly changes: readonly Intervention[];
  readonly decoding: Decoding;
  readonly shown: Shown;
  /** Heads not drawn; the model knows nothing of it. */
  readonly hidden: readonly HeadAt[];
  /** Of the cell inspector: how far the one number is followed, from 0. */
  readonly inspect: number;
  /** Of the decoder through time: the newest row written; null is the whole target. */
  readonly step: number | null;
  readonly weigh: Weighing;
  /**
   * The decoder row whose word's log-probability gradients and effects are of, counted in tokens; null is the word
   * that the pinned cell is about.
   */
  readonly word: number | null;
  /** The id asked about in the place of that word, one that could stand there too; null is the word itself. */
  readonly candidate: number | null;
  readonly gradientScale: GradientScale;
  readonly depth: Depth;
  readonly sink: Sink;
  /** Query rows read together, counted like `cell`, ascending; empty as a rule. */
  readonly rows: readonly number[];
  readonly rowsAs: RowsAs;
  /** Of the head finder: what heads are ranked by, and from which end. */
  readonly measure: HeadMeasure;
  readonly order: RankOrder;
  /** Of the effect by which heads are ranked: of `word`, or of all words on the average. */
  readonly effectOf: EffectOf;
  /** The second half of a pair. */
  readonly other: Other | null;
  /** The person's own names of heads, one a head. */
  readonly names: readonly NamedHead[];
  readonly figure: FigureFold;
  readonly presenting: Presenting;
  readonly matrixWords: MatrixWords;
  readonly palette: Palette;
  readonly theme: Theme;
  readonly language: Language;
  readonly model: string;
  readonly backend: BackendName | 'auto';
}

export type FieldName = keyof Choice;
/** Some fields of a choice. A field that is absent is not chosen: the model's first view or the default speaks. */
export type ChoicePatch = Partial<Choice>;

/** How the page looks, where it computes, what heads are called: none of it is undone. */
export const SETTING_FIELDS = [
  'figure',
  'presenting',
  'matrixWords',
  'palette',
  'theme',
  'language',
  'model',
  'backend',
  'names',
] as const;
export type SettingField = (typeof SETTING_FIELDS)[number];
export type Settings = Pick<Choice, SettingField>;
export type SettingsPatch = Partial<Settings>;
export type WorkField = Exclude<FieldName, SettingField>;
export type WorkPatch = Partial<Pick<Choice, WorkField>>;

/** The texts whose tokens a position counts: the pinned cell's, say. */
export interface Anchor {
  readonly text: string;
  readonly target: string | null;
}

/** Fields that hold positions of tokens or words; they follow their words when the text is edited. */
export const PLACED_FIELDS = ['cell', 'rows', 'word', 'changes'] as const;
export type PlacedField = (typeof PLACED_FIELDS)[number];
/** Of each field of the patch that holds a position. */
export type Anchors = { readonly [F in PlacedField]?: Anchor };

/** What undo and redo move through. */
export interface Work {
  readonly patch: WorkPatch;
  readonly anchors: Anchors;
}

export type Load =
  | { readonly phase: 'opening' }
  | { readonly phase: 'stored' }
  | { readonly phase: 'live'; readonly report: BackendReport }
  | { readonly phase: 'failed'; readonly failure: SessionFailure };

export type Run =
  | { readonly phase: 'idle' }
  /** `sinceMs` by the store's clock. */
  | { readonly phase: 'running'; readonly sinceMs: number }
  | { readonly phase: 'failed'; readonly failure: SessionFailure };

export interface Progress {
  readonly loaded: number;
  readonly total: number | null;
}

/** The cell under the pointer. */
export interface Pointed extends Cell {
  /** Of several heads side by side, which drawing; 0 for the first or only one. */
  readonly drawing: number;
}

/**
 * What a key or a brush does next: how heads are switched off, how and for whom cells are forbidden. Not part of the
 * choice.
 */
export interface Brush {
  readonly way: OffWay;
  readonly mode: ForbidMode;
  readonly scope: ChangeScope;
}

/** Numbers of a stage asked for besides the picture's own: with its changes, and without where it has any. */
export interface Beside {
  readonly after: Frame;
  readonly before: Frame | null;
}
export type Besides = ReadonlyMap<StageName, Beside>;

/** All the page knows. Derived values are selectors' work. */
export interface AppState {
  readonly work: Work;
  readonly settings: SettingsPatch;
  readonly card: ModelCard | null;
  /** The newest picture; the last one stays while a new one is made. */
  readonly picture: Picture | null;
  /** What the drawing needs of that picture besides its patterns; empty as a rule. */
  readonly besides: Besides;
  readonly load: Load;
  readonly progress: Progress | null;
  readonly run: Run;
  readonly hover: Pointed | null;
  /** The head in whose drawing the pinned cell was pinned; null until one was. */
  readonly pinnedHead: number | null;
  readonly brush: Brush;
}
