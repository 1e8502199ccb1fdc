import type { ReactNode } from 'react';
import type {
  ChangedHeads,
  ChangeScope,
  Decoding,
  ForbidMode,
  Frame,
  HeadAt,
  HeadSet,
  Intervention,
  Palette,
  Part,
  ResolvedTheme,
  Token,
} from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Matrix } from '../../layout/index.ts';
import type { HeadAct, ShownHeadState } from '../shared/headStates.ts';

export const CHANGE_SECTIONS = ['heads', 'mask', 'scale', 'positions', 'output'] as const;
export type ChangeSection = (typeof CHANGE_SECTIONS)[number];

/** `on` is no change. */
export type PositionsWay = 'on' | 'off' | 'shifted' | 'shuffled';

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
  /** The heads that the scope names: what the controls of a section show is theirs. At least one. */
  readonly inScope: readonly HeadAt[];
  /** A change to hold from now on for its heads, or its part, in the place of all of its type that spoke of them. */
  readonly onPut: (change: Exclude<Intervention, { readonly type: 'off' | 'forbid' }>) => void;
  /** Changes of a type to be taken away from these heads, or from a part. */
  readonly onTake: (type: 'mask' | 'forbid' | 'scale', heads: HeadSet) => void;
  readonly onTakePositions: (part: Part) => void;
  readonly onDecoding: (decoding: Decoding) => void;
  readonly heads: {
    readonly stateOf: (at: HeadAt) => ShownHeadState;
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
  readonly t: Translate<'panel' | 'changed' | 'mark'>;
  /** Beneath the sections, always in sight: the legend, whose place the panel takes. */
  readonly foot?: ReactNode;
  /** Docked beside the heatmap, or a sheet at the foot of a phone. */
  readonly size: 'desk' | 'phone';
}
