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
import type { HeadAct, ShownHeadState } from '../shared/headStates.ts';

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
  readonly stateOf: (at: HeadAt) => ShownHeadState;
  /** Absent where states can be seen and not changed. */
  readonly onAct?: (act: HeadAct, at: HeadAt) => void;
  /** The unchanged model's `pattern` frames over the same tokens; null where there are none. */
  readonly before: ReadonlyMap<StageName, Frame> | null;
  readonly shown: Shown;
}

/** Add & Norm and Feed Forward, opened by their bars. */
export interface FigureBars {
  /** The one that is open. */
  readonly open: StageName | null;
  readonly onOpen: (stage: StageName) => void;
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
  readonly t: Translate<'figure' | 'head' | 'changed'>;
  /** Whether heads of a decoder layer, from 0, look ahead: its caption does not say then that they do not. */
  readonly looksAhead?: (layer: number) => boolean;
  /** `figure` with words; `bare` without, for a slide; `strip` for narrow screens, one layer at a time. */
  readonly variant: 'figure' | 'bare' | 'strip';
  /** Absent: every head is as it was trained and in view, and `frames` all there is. */
  readonly changed?: FigureChange;
  /** Absent where bars are only drawn. */
  readonly bars?: FigureBars;
  /** The stage that is looked at elsewhere on the page: its box is lit. */
  readonly lit?: StageName | null;
  /** The room there is; measured when left out. */
  readonly sizePx?: SizePx;
}
