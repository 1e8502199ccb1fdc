import type { AttentionKind, Cell, Palette, ResolvedTheme, Token } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Matrix } from '../../layout/index.ts';

/** Two sentences in one head, or two heads on one sentence. */
export const PAIR_MODES = ['sentences', 'heads'] as const;
export type PairMode = (typeof PAIR_MODES)[number];

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
  /** The first sentence, as it is typed. */
  readonly firstText: string;
  /** The other one. */
  readonly second: string;
  readonly onSecond: (text: string) => void;
  /** How many layers and heads there are of the kind; the other head. */
  readonly stack: { readonly layers: number; readonly heads: number };
  readonly secondHead: { readonly layer: number; readonly head: number };
  readonly onSecondHead: (layer: number, head: number) => void;
  /** The pinned cell of A, which is shown in all pictures at its place; null for none. */
  readonly pinned: Cell | null;
  readonly onPin: (cell: Cell | null) => void;
  readonly langs: { readonly source: string; readonly target: string };
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly t: Translate<'pair' | 'time' | 'mark'>;
}
