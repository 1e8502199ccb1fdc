import type {
  AttentionKind,
  Cell,
  Frame,
  HeadWeights,
  Intervention,
  Palette,
  ResolvedTheme,
  StageName,
  Token,
} from '../../contract/index.ts';
import type { InspectStep, InspectStepName } from '../../layout/index.ts';
import type { FormulaWords } from '../shared/Formula.tsx';
import type { MarkWords } from '../shared/marks.ts';

/** Vectors that are drawn as strips. */
export type StripName =
  | 'a'
  | 'q'
  | 'k'
  | 'v'
  | 'products'
  | 'weighted'
  | 'heard'
  | 'headOutputs'
  | 'part'
  | 'joined'
  | 'added'
  | 'standard'
  | 'result'
  | 'scores'
  | 'masked';

export type ColumnName = 'alpha' | 'power' | 'alphaHat' | 'value' | 'weighted';

/** The two words a cell joins, as they are said. */
export interface CellNames {
  readonly query: string;
  readonly key: string;
}

export interface CellInspectorWords extends MarkWords, FormulaWords {
  /** The region's name: `One number, step by step`. */
  readonly label: string;
  /** `“it” reads “animal”` */
  readonly heading: (names: CellNames) => string;
  /** The list of steps. */
  readonly steps: string;
  readonly step: (name: InspectStepName) => { readonly short: string; readonly title: string };
  /** What happens in the step, and why. */
  readonly sentence: (step: InspectStep, names: CellNames) => string;
  /** Where it is written; null for most steps. */
  readonly source: (name: InspectStepName) => string | null;
  readonly waiting: string;
  readonly previous: string;
  readonly next: string;
  /** Instead of `next` at the last step. */
  readonly again: string;
  readonly matrices: string;
  readonly close: string;
  /** `step 3 of 9` */
  readonly position: (n: number, of: number) => string;
  /** A strip’s name: `q of “it”`; `word` is the query’s, the key’s, or empty. */
  readonly strip: (name: StripName, word: string) => string;
  /** `“it”` */
  readonly quoted: (word: string) => string;
  /** A thing and its number: `no. 7: 1.052`. */
  readonly said: (what: string, value: string) => string;
  /** `24 numbers` */
  readonly count: (n: number) => string;
  /** The nth number of a vector, from 1: `no. 7`. */
  readonly nth: (n: number) => string;
  readonly largest: (value: string, nth: string) => string;
  /** Before the largest product above 0, and before the largest below. */
  readonly largestPlus: (nth: string) => string;
  readonly largestMinus: (nth: string) => string;
  /** `18 smaller ones` */
  readonly smaller: (count: number) => string;
  /** Keys that are not written out: `8 others`. */
  readonly others: (count: number) => string;
  /** `head 5` */
  readonly head: (n: number) => string;
  /** Headings of tables that show a formula, for a screen reader. */
  readonly column: (name: ColumnName) => string;
  /** Heading of the words’ column. */
  readonly word: string;
  /** Heading of the bars, for a screen reader. */
  readonly share: string;
  readonly total: string;
  /** Before the scores that the softmax gets. */
  readonly afterMask: string;
  readonly zeroed: string;
  /** Every number of the step agrees with the engine’s; the argument is the largest difference. */
  readonly agrees: (difference: string) => string;
  readonly differs: (stage: StageName, difference: string) => string;
}

export interface CellInspectorProps {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly head: number;
  /** Over tokens; never over words. */
  readonly cell: Cell;
  /** T and S tokens. */
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  /** What has arrived, a new map whenever something has; `inspectStages` says which stages the story is made of. */
  readonly frames: ReadonlyMap<StageName, Frame>;
  /** Maps of the sub-layer's heads that have arrived, by head; a new map likewise. */
  readonly weights: ReadonlyMap<number, HeadWeights>;
  readonly encoderLayers: number;
  /** The picture's. */
  readonly changes: readonly Intervention[];
  readonly step: InspectStepName;
  readonly onStep: (step: InspectStepName) => void;
  /** To the same head as matrices; without it there is no way there. */
  readonly onMatrices?: () => void;
  readonly onClose: () => void;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly words: CellInspectorWords;
  /** BCP 47, for numbers. */
  readonly locale: string;
  /** Takes the keys when it comes: it was opened by one. */
  readonly takesFocus?: boolean;
}

/** What every picture of a step is given. */
export interface StepSetting
  extends Pick<CellInspectorProps, 'theme' | 'palette' | 'words' | 'locale' | 'kind'> {
  readonly names: CellNames;
  /** S, as they are said. */
  readonly keys: readonly string[];
  /** The cell's key. */
  readonly key: number;
}
