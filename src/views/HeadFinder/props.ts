import type {
  AttentionKind,
  HeadAt,
  HeadEffect,
  HeadMeasure,
  Palette,
  Picture,
  RankOrder,
  ResolvedTheme,
} from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { WordLink } from '../../layout/index.ts';
import type { ChosenHeads, LabelledHead } from '../ModelFigure/props.ts';

/** What a person chose in the finder. */
export interface FinderChoice {
  readonly measure: HeadMeasure;
  readonly order: RankOrder;
  readonly kinds: readonly AttentionKind[];
  /** From 0; null for all. */
  readonly layer: number | null;
  /** Null: the pinned cell's words. */
  readonly link: WordLink | null;
  /** The decoder row whose word effects are ranked by; null: the mean over all words. */
  readonly effectRow: number | null;
}

export interface HeadFinderProps {
  readonly picture: Pick<Picture, 'frames' | 'source' | 'target' | 'steps' | 'changes'>;
  readonly choice: FinderChoice;
  readonly onChange: (choice: FinderChoice) => void;
  /** The words the pinned cell joins (`linkOfCell`); null when none is pinned. */
  readonly pinnedLink: WordLink | null;
  /** By `headKey`, as they arrive; of the picture on screen and no other. */
  readonly effects: ReadonlyMap<string, HeadEffect>;
  /** While heads are being switched off in turn, which begins by itself when they are ranked by it. */
  readonly measuring: { readonly done: number; readonly total: number } | null;
  /** Somebody has ended it: it goes on when asked. */
  readonly stopped: boolean;
  readonly onMeasure: () => void;
  readonly onStop: () => void;
  readonly chosen: ChosenHeads;
  readonly onChoose: (kind: AttentionKind, layer: number, head: number) => void;
  readonly onOpen: () => void;
  /** What heads were measured to do, and the person's own names by `headKey`. */
  readonly labels: readonly LabelledHead[];
  readonly names: ReadonlyMap<string, string>;
  /** 1 to 40 characters, or null to take the name away. */
  readonly onName: (place: HeadAt, name: string | null) => void;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly t: Translate<'finder' | 'head' | 'figure' | 'mark'>;
}
