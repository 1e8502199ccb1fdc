import type { Lens, LensCell, Palette, PictureStep, ResolvedTheme, Token } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';

export interface LogitLensProps {
  /** [layer][row]; null while it is computed. */
  readonly lens: Lens | null;
  /** The decoder's T rows and what is written after each. */
  readonly target: readonly Token[];
  readonly steps: readonly PictureStep[];
  readonly endId: number | null;
  /** The decoder row pointed at, for the French beneath. */
  readonly onPoint: (row: number | null) => void;
  /** Language of the target: `fr`. */
  readonly lang: string;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly t: Translate<'lens' | 'legend' | 'changed' | 'mark'>;
}

/** What is written and said of guesses, final words and words fed in. */
export interface LensTexts {
  readonly shown: (cell: LensCell) => string;
  readonly spoken: (cell: LensCell) => string;
  readonly finals: readonly string[];
  readonly fed: readonly string[];
}
