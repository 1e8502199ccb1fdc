import type { AttentionKind, Shown } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';

/** One change, in words. */
export interface ActiveChange {
  readonly id: string;
  readonly text: string;
  /** The kind of attention it concerns, for its hue; null for what concerns the whole model. */
  readonly kind: AttentionKind | null;
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
  readonly t: Translate<'changes'>;
}
