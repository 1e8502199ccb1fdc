import type {
  AttentionKind,
  Frame,
  HeadAt,
  HeadLabel,
  ModelInfo,
  Palette,
  ResolvedTheme,
  Shown,
  StageName,
} from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { SizePx } from '../../ui/index.ts';
import type { HeadAct, HeadState } from '../shared/headStates.ts';

/** The strings of the figure. Layers and heads given to them count from 1, as on screen. */
export interface ModelFigureWords {
  /** Of the whole figure, for a screen reader. */
  readonly label: string;
  readonly heading: string;
  readonly hints: readonly string[];
  readonly encoder: string;
  readonly decoder: string;
  /** Caption of a row of heads: "4 reads the English". */
  readonly row: (kind: AttentionKind, layer: number) => string;
  readonly addNorm: string;
  readonly addNormHelp: string;
  readonly feedForward: string;
  /** With the width F of the stack. */
  readonly feedForwardHelp: (width: number) => string;
  readonly nextWord: string;
  readonly source: string;
  readonly target: string;
  /** Of the line from the encoder's top to the rows that read it. */
  readonly feeds: string;
  /** Name of the row of layer buttons of the strip. */
  readonly layers: string;
  readonly layer: (layer: number) => string;
  /** "encoder, layer 3, head 5". */
  readonly head: (kind: AttentionKind, layer: number, head: number) => string;
  /** The same for the eye: "Encoder · layer 3 · head 5". */
  readonly headShown: (kind: AttentionKind, layer: number, head: number) => string;
  readonly chosen: string;
  /** Name of the choice between one head and several, and its two sides. */
  readonly adding: string;
  readonly addOne: string;
  readonly addSeveral: string;
}

/** What a head does, in words of the page's language. */
export interface LabelledHead extends HeadLabel {
  readonly text: string;
}

/** The heads a person has chosen; counted from 0. */
export interface ChosenHeads {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly heads: readonly number[];
}

/** What a person changed: each head's state, and the unchanged model's patterns beside. */
export interface FigureChange {
  /** Layer and head counted from 0. */
  readonly stateOf: (at: HeadAt) => HeadState;
  /** Absent where states can be seen and not changed. */
  readonly onAct?: (act: HeadAct, at: HeadAt) => void;
  /** The unchanged model's `pattern` frames over the same tokens; null where there are none. */
  readonly before: ReadonlyMap<StageName, Frame> | null;
  readonly shown: Shown;
  readonly t: Translate<'changed'>;
}

/** Add & Norm and Feed Forward, opened by their bars. */
export interface FigureBars {
  /** The one that is open. */
  readonly open: StageName | null;
  readonly onOpen: (stage: StageName) => void;
  readonly words: {
    /** `encoder, layer 3: Feed Forward`; `output` and `afterAttention` are Add & Norm. */
    readonly name: (stage: StageName) => string;
    /** Of all bars together. */
    readonly label: string;
    /** The button of a strip's layer that lists them. */
    readonly list: string;
    /** Beneath a bar's explanation: what a click does. */
    readonly open: string;
  };
}

export interface ModelFigureProps {
  /** Null until the model is known: then only the headings are drawn. */
  readonly info: ModelInfo | null;
  /** The `pattern` frames are drawn; rows without one stay empty. */
  readonly frames: ReadonlyMap<StageName, Frame>;
  readonly chosen: ChosenHeads;
  /** `additive`: to the heads already chosen, or away from them (shift or ctrl was held). */
  readonly onChoose: (kind: AttentionKind, layer: number, head: number, additive: boolean) => void;
  /** Whether a plain click adds, as on a screen without a shift key; absent where the figure has no such control. */
  readonly adding?: { readonly on: boolean; readonly onChange: (on: boolean) => void };
  /** Said in place of the hints, such as why a head was not added. */
  readonly note?: string | null;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly labels: readonly LabelledHead[];
  readonly words: ModelFigureWords;
  /** `figure` with words; `bare` without, for a slide; `strip` for narrow screens, one layer at a time. */
  readonly variant: 'figure' | 'bare' | 'strip';
  /** Absent: every head is as it was trained and in view, and `frames` all there is. */
  readonly changed?: FigureChange;
  /** Absent where bars are only drawn. */
  readonly bars?: FigureBars;
  /** The room there is; measured when left out. */
  readonly sizePx?: SizePx;
}
