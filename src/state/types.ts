import type {
  AttentionKind,
  BackendName,
  BackendReport,
  Cell,
  Combine,
  Language,
  Level,
  ModelCard,
  Palette,
  Picture,
  Scale,
  SessionFailure,
  Theme,
  View,
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
  readonly palette: Palette;
  readonly theme: Theme;
  readonly language: Language;
  readonly model: string;
  readonly backend: BackendName | 'auto';
}

export type FieldName = keyof Choice;
/** Some fields of a choice. A field that is absent is not chosen: the model's first view or the default speaks. */
export type ChoicePatch = Partial<Choice>;

/** How the page looks and where it computes: remembered or in the query, and not undone. */
export const SETTING_FIELDS = ['palette', 'theme', 'language', 'model', 'backend'] as const;
export type SettingField = (typeof SETTING_FIELDS)[number];
export type Settings = Pick<Choice, SettingField>;
export type SettingsPatch = Partial<Settings>;
export type WorkField = Exclude<FieldName, SettingField>;
export type WorkPatch = Partial<Pick<Choice, WorkField>>;

/** The texts whose tokens a pinned cell counts. */
export interface Anchor {
  readonly text: string;
  readonly target: string | null;
}

/** What undo and redo move through. */
export interface Work {
  readonly patch: WorkPatch;
  /** Of `patch.cell`; null when no cell is pinned there. */
  readonly anchor: Anchor | null;
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

/** All the page knows. Derived values are selectors' work. */
export interface AppState {
  readonly work: Work;
  readonly settings: SettingsPatch;
  readonly card: ModelCard | null;
  /** The newest picture; the last one stays while a new one is made. */
  readonly picture: Picture | null;
  readonly load: Load;
  readonly progress: Progress | null;
  readonly run: Run;
  readonly hover: Pointed | null;
  /** The head in whose drawing the pinned cell was pinned; null until one was. */
  readonly pinnedHead: number | null;
}
