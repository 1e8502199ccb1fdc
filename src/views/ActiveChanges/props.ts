import type { AttentionKind, Shown } from '../../contract/index.ts';

/** One change, in words. */
export interface ActiveChange {
  readonly id: string;
  readonly text: string;
  /** The kind of attention it concerns, for its hue; null for what concerns the whole model. */
  readonly kind: AttentionKind | null;
}

export interface ActiveChangesWords {
  readonly label: string;
  /** "2 more", "3 changes". */
  readonly more: (count: number) => string;
  readonly count: (count: number) => string;
  readonly all: string;
  /** Of the button that takes a change back. */
  readonly remove: (change: string) => string;
  readonly reset: string;
  readonly resetHelp: string;
  readonly shown: string;
  readonly shownOption: (shown: Shown) => { readonly label: string; readonly title: string };
}

export interface ActiveChangesProps {
  /** At least one. */
  readonly changes: readonly ActiveChange[];
  readonly onRemove: (id: string) => void;
  readonly onReset: () => void;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  /** A narrow screen: the changes are behind one button. */
  readonly compact?: boolean;
  readonly words: ActiveChangesWords;
}
