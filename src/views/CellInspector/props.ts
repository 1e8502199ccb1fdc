import type { ReactNode } from 'react';
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
import type { Translate } from '../../i18n/index.ts';
import type { InspectStepName } from '../../layout/index.ts';

/** Vectors that are drawn as strips. */
export type StripName =
  | 'a'
  | 'q'
  | 'k'
  | 'v'
  | 'mapRow'
  | 'terms'
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
  | 'masked'
  | 'weights';

/** The two words a cell joins, as they are said. */
export interface CellNames {
  readonly query: string;
  readonly key: string;
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
  /** Forbids the query a key by its position, or allows it again; without it the row is as it is. */
  readonly onForbid?: (key: number, forbid: boolean) => void;
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly t: Translate<'inspect' | 'mark'>;
  /** Beside the buttons: where else this step leads. */
  readonly leadsTo?: ReactNode;
  /** Takes the keys when it comes: it was opened by one. */
  readonly takesFocus?: boolean;
}

/** What every picture of a step is given. */
export interface StepSetting extends Pick<CellInspectorProps, 'theme' | 'palette' | 't' | 'kind'> {
  readonly names: CellNames;
  /** S, as they are said. */
  readonly keys: readonly string[];
  /** The cell's key. */
  readonly key: number;
  readonly onForbid?: CellInspectorProps['onForbid'];
  /** The person drags the scores of the softmax. */
  readonly trying: boolean;
}
