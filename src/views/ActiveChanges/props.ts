import type { Decoding, Shown } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { ChangeLine } from '../../layout/index.ts';

export interface ActiveChangesProps {
  /** What is changed inside the model; a line at least, or a way of decoding. */
  readonly lines: readonly ChangeLine[];
  readonly onRemove: (line: ChangeLine) => void;
  /** How the words are taken, where that is not greedily; no change inside the model. */
  readonly decoding: Decoding | null;
  readonly onGreedy: () => void;
  readonly onReset: () => void;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  /** A narrow screen: the changes are behind one button. */
  readonly compact?: boolean;
  readonly t: Translate<'changes' | 'change' | 'decoding' | 'mark'>;
}
