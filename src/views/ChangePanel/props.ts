import type { ReactNode } from 'react';
import type {
  AttentionKind,
  Decoding,
  ForbidMode,
  Frame,
  HeadSet,
  Intervention,
  Mask,
  OffWay,
  Palette,
  Part,
  ResolvedTheme,
  Token,
  WayOfDecoding,
} from '../../contract/index.ts';
import type { ChangedHeads, ChangeScope, Matrix } from '../../layout/index.ts';
import type { HeadAct, HeadState } from '../shared/headStates.ts';
import type { MarkWords } from '../shared/marks.ts';
import type { PaintModeWords } from '../shared/PaintMode.tsx';

export const CHANGE_SECTIONS = ['heads', 'mask', 'scale', 'positions', 'output'] as const;
export type ChangeSection = (typeof CHANGE_SECTIONS)[number];

/** Words of number fields, in every section. */
export interface StepWords {
  readonly less: string;
  readonly more: string;
}

export interface HeadsWords {
  readonly off: (way: OffWay) => string;
  readonly onlyThis: string;
  readonly kindOn: string;
  /** The section in one sentence. */
  readonly about: string;
  readonly inModel: string;
  readonly on: string;
  readonly offShort: string;
  /** Neither all on nor all off. */
  readonly some: string;
  readonly gives: string;
  readonly inView: string;
  /** Note beside the title: `3 off, 1 hidden`. */
  readonly note: (off: number, hidden: number) => string;
}

export interface MaskWords extends PaintModeWords {
  readonly about: string;
  readonly which: string;
  /** `own` is the kind's own mask. */
  readonly mask: (mask: Mask | 'own', kind: AttentionKind) => string;
  /** What a mask does, in a line. */
  readonly help: (mask: Mask | 'own', kind: AttentionKind, size: number) => string;
  readonly size: (mask: Mask) => string;
  readonly painted: string;
  readonly paint: string;
  readonly paintHelp: string;
  readonly clear: string;
  /** Note beside the title: `window 2, 3 cells`. */
  readonly note: (mask: Mask | null, size: number, cells: number) => string;
}

export interface ScaleWords extends MarkWords {
  readonly about: string;
  readonly scale: string;
  readonly own: string;
  readonly none: string;
  readonly factor: string;
  readonly factorValue: (factor: string) => string;
  readonly note: (factor: string | null) => string;
  readonly entropy: string;
  readonly entropyAxis: string;
  readonly before: string;
  readonly after: string;
  /** A row of the plot, for a screen reader. */
  readonly entropySpoken: (word: string, before: string | null, after: string) => string;
  /** Means over all rows: entropy in bits, largest weight in per cent. */
  readonly entropyMean: (bits: string, largest: string) => string;
  readonly entropyMoved: (
    before: string,
    after: string,
    largestBefore: string,
    largestAfter: string,
  ) => string;
  readonly variance: string;
  readonly varianceAbout: string;
  readonly varianceAxisX: string;
  readonly varianceAxisY: string;
  /** With the variance at all d dimensions: of this head, and d itself. */
  readonly varianceReal: (variance: string) => string;
  readonly variancePaper: (d: number) => string;
  readonly varianceSpoken: (d: number, variance: string) => string;
  readonly waiting: string;
}

export interface PositionsWords {
  readonly about: string;
  readonly part: string;
  readonly partName: (part: Part) => string;
  readonly positions: string;
  readonly way: (way: PositionsWay) => string;
  readonly wayHelp: (way: PositionsWay) => string;
  readonly by: string;
  readonly draw: string;
  readonly seed: (seed: number) => string;
  readonly order: string;
  readonly orderHelp: string;
  readonly word: (word: string, place: number, count: number) => string;
  readonly moved: (word: string, place: number) => string;
  readonly left: string;
  readonly right: string;
  /**
   * With the difference between the permuted encoder's output and the permuted output. `alike`: there is none but of
   * rounding.
   */
  readonly permuted: (off: boolean, alike: boolean, difference: string) => string;
  /** The order that was compared with. */
  readonly compared: (order: string) => string;
  readonly note: (part: Part, way: PositionsWay) => string;
}
export type PositionsWay = 'on' | 'off' | 'shifted' | 'shuffled';

export interface OutputWords {
  readonly about: string;
  readonly way: string;
  readonly wayName: (way: WayOfDecoding) => string;
  readonly wayHelp: (way: WayOfDecoding) => string;
  readonly temperature: string;
  readonly temperatureHelp: string;
  readonly topK: string;
  readonly topKAll: string;
  readonly topP: string;
  readonly topPAll: string;
  readonly seed: string;
  readonly draw: string;
  readonly width: string;
  readonly note: (decoding: Decoding) => string;
}

export interface ChangePanelWords {
  readonly title: string;
  readonly close: string;
  readonly section: (section: ChangeSection) => string;
  readonly scope: string;
  readonly scopeName: (scope: ChangeScope, heads: number) => string;
  readonly step: StepWords;
  readonly heads: HeadsWords;
  readonly mask: MaskWords;
  readonly scale: ScaleWords;
  readonly positions: PositionsWords;
  readonly output: OutputWords;
}

/** What the chosen head's numbers show about its scale. */
export interface ScaleNumbers {
  /** Its pattern [T, S] now and in the unchanged model; null while there is none. */
  readonly after: Matrix | null;
  readonly before: Matrix | null;
  /** The T queries. */
  readonly tokens: readonly Token[];
  /** q [H, T, Dh] and k [H, S, Dh] of its sub-layer; null until they are there. */
  readonly q: Frame | null;
  readonly k: Frame | null;
}

export interface ChangePanelProps {
  /** The chosen heads; the first of them is the one whose numbers are drawn. */
  readonly at: ChangedHeads;
  readonly changes: readonly Intervention[];
  readonly decoding: Decoding;
  /** The section that is unfolded, one at most. */
  readonly open: ChangeSection | null;
  readonly onOpen: (section: ChangeSection | null) => void;
  readonly scope: ChangeScope;
  readonly onScope: (scope: ChangeScope) => void;
  /** A change to hold from now on for its heads, or its part, in the place of all of its type that spoke of them. */
  readonly onPut: (change: Exclude<Intervention, { readonly type: 'off' | 'forbid' }>) => void;
  /** Changes of a type to be taken away from these heads, or from a part. */
  readonly onTake: (type: 'mask' | 'forbid' | 'scale', heads: HeadSet) => void;
  readonly onTakePositions: (part: Part) => void;
  readonly onDecoding: (decoding: Decoding) => void;
  readonly heads: {
    readonly stateOf: (head: number) => HeadState;
    /** How many heads of the whole model are off and hidden. */
    readonly off: number;
    readonly hidden: number;
    /** Of the chosen heads. */
    readonly onAct: (act: HeadAct) => void;
  };
  readonly painting: {
    readonly on: boolean;
    readonly mode: ForbidMode;
    readonly onPaint: (on: boolean) => void;
    readonly onMode: (mode: ForbidMode) => void;
  };
  readonly scale: ScaleNumbers;
  readonly positions: {
    /** The sentence's words in their order. */
    readonly words: readonly string[];
    readonly onMove: (from: number, to: number) => void;
    /**
     * Largest difference between the encoder's output over the words in another order and its output in that order;
     * null while not measured.
     */
    readonly measured: { readonly difference: number; readonly order: string } | null;
  };
  /** A number for a new draw. */
  readonly drawSeed: () => number;
  readonly onClose: () => void;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly locale: string;
  readonly words: ChangePanelWords;
  /** Beneath the sections, always in sight: the legend, whose place the panel takes. */
  readonly foot?: ReactNode;
  /** Docked beside the heatmap, or a sheet at the foot of a phone. */
  readonly size: 'desk' | 'phone';
}
