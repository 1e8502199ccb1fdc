import type { PictureStep } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';

export interface TranslationProps {
  readonly steps: readonly PictureStep[];
  /** The whole text of the steps: what the person starts from when typing an own target. */
  readonly translation: string;
  /** The person's own target, or null for the model's. */
  readonly target: string | null;
  readonly onTarget: (target: string | null) => void;
  /** The step pointed at, here or elsewhere on the page. */
  readonly pointed: number | null;
  readonly onPoint: (step: number | null) => void;
  /** The step that stays when nothing is pointed at. */
  readonly pinned: number | null;
  readonly onPin: (step: number) => void;
  /** The model's end mark, to name it among the runners-up; null while unknown. */
  readonly endId: number | null;
  /** Language of the target: `fr`. */
  readonly lang: string;
  /** Steps whose words the changes put there, and what stood in their place before; null for nothing. */
  readonly changed?: ReadonlyMap<number, string | null>;
  /** One line about it: cut, not ended, or what the changes did. */
  readonly message?: string | undefined;
  /** All of it, where the line may be cut. */
  readonly messageHelp?: string | undefined;
  /** Beside the button that gives the word back to the model: the own target may no longer fit. */
  readonly note?: string | undefined;
  /** Beside the heading, how it was written: "greedy · 9.4 ms · wasm". */
  readonly how: string;
  readonly t: Translate<'translation' | 'mark'>;
}
