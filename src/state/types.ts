import type {
  AttentionKind,
  BackendName,
  Cell,
  Combine,
  Language,
  Level,
  Palette,
  Scale,
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
