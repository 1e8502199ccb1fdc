import type { AttentionKind, HeadAt, Palette, ResolvedTheme } from '../../contract/index.ts';
import type { ShownHeadState } from '../shared/headStates.ts';
import type { FigureChange } from './props.ts';
import type { Roving } from './useRoving.ts';

/** What all rows of a figure share. */
export interface RowContext {
  readonly theme: ResolvedTheme;
  readonly palette: Palette;
  readonly pixelRatio: number;
  readonly roving: Roving;
  readonly changed: FigureChange | undefined;
  readonly onChoose: (kind: AttentionKind, layer: number, head: number, additive: boolean) => void;
  /** A thumbnail's menu is asked for. */
  readonly onMenu: (at: HeadAt, element: HTMLElement) => void;
  /** The thumbnail under the pointer or with the focus, counted from 0; null when there is none any more. */
  readonly onPoint: (at: HeadAt | null) => void;
  /** The spoken name of a thumbnail; layer and head from 0. */
  readonly nameOf: (at: HeadAt, chosen: boolean, state: ShownHeadState) => string;
}
