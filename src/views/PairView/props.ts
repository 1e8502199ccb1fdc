import type { AttentionKind, Palette, ResolvedTheme, Token } from '../../contract/index.ts';
import type { Matrix } from '../../layout/index.ts';
import type { MarkWords } from '../shared/marks.ts';

/** Two sentences in one head, or two heads on one sentence. */
export const PAIR_MODES = ['sentences', 'heads'] as const;
export type PairMode = (typeof PAIR_MODES)[number];

/** A cell of both in a sentence; a weight is null where its sentence has no such word, or may not look. */
export interface PairCell {
  readonly query: string;
  readonly key: string;
  readonly a: string | null;
  readonly b: string | null;
  /** In points of per cent, with its sign; null where one is. */
  readonly difference: string | null;
}

/** The strings of a pair. Layers and heads given to them count from 1. */
export interface PairViewWords extends MarkWords {
  readonly label: string;
  readonly mode: string;
  readonly modeName: (mode: PairMode) => string;
  readonly show: string;
  readonly showName: (show: 'all' | 'a' | 'b' | 'difference') => string;
  /** Of the field for the other sentence. */
  readonly second: string;
  readonly secondPlaceholder: string;
  /** Of the picker of the other head, and a head in it. */
  readonly secondHead: string;
  readonly headOf: (layer: number, head: number) => string;
  readonly english: string;
  readonly french: string;
  /** Where one sentence has no word. */
  readonly nothing: string;
  /** A place where they differ, for a screen reader: `A tired, B wide`. */
  readonly differs: (a: string, b: string) => string;
  /** Above the three pictures. */
  readonly titleA: string;
  readonly titleB: string;
  readonly titleDifference: string;
  readonly titleHead: (side: 'A' | 'B', layer: number, head: number) => string;
  readonly percent: (share: number) => string;
  readonly points: (difference: number) => string;
  readonly cell: (cell: PairCell) => string;
  readonly hint: (mode: PairMode) => string;
  /** Instead, while both sentences are the same. */
  readonly same: string;
  readonly legendLess: string;
  readonly legendMore: string;
  /** While the other picture is on its way, and while there is no other sentence. */
  readonly waiting: string;
  readonly none: string;
}

export interface PairSide {
  readonly layer: number;
  readonly head: number;
  readonly matrix: Matrix;
  /** Of the matrix: T and S tokens, or words. */
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  /** The sentence and what the model writes, as pieces. */
  readonly source: readonly Token[];
  readonly translation: readonly Token[];
}

export interface PairViewProps {
  readonly mode: PairMode;
  readonly onMode: (mode: PairMode) => void;
  readonly kind: AttentionKind;
  readonly a: PairSide;
  /** Null while it is computed, or there is no other sentence. */
  readonly b: PairSide | null;
  /** The other sentence, as it is typed. */
  readonly second: string;
  readonly onSecond: (text: string) => void;
  /** How many layers and heads there are of the kind; the other head. */
  readonly stack: { readonly layers: number; readonly heads: number };
  readonly secondHead: { readonly layer: number; readonly head: number };
  readonly onSecondHead: (layer: number, head: number) => void;
  readonly langs: { readonly source: string; readonly target: string };
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly words: PairViewWords;
}
