import type { AxisLayout } from './labelPlaces.ts';
import type { Measure } from './labels.ts';

export interface HeatmapInput {
  /** T labels. */
  readonly queries: readonly string[];
  /** S labels. */
  readonly keys: readonly string[];
  /** Room there is. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly measure: Measure;
  /** One of several side by side: smaller gutters and no axis titles. */
  readonly compact: boolean;
  /** What all sizes of type are multiplied by, on a larger screen; 1 when absent. */
  readonly unit?: number;
  /** The gutter of the rows, px, where it is given; else as wide as their words. */
  readonly leftPx?: number;
  /** Whether there is something to say right of the rows: their sums, where these are not 1. */
  readonly sums?: boolean;
  /** What stood there before, while somebody types: the same sentence typed on keeps its cells or gets smaller ones. */
  readonly previous?: HeatmapLayout | null;
}

/** Where everything stands, px from the top left corner. Cells are computed, not stored: `cellRect`, `cellAt`. */
export interface HeatmapLayout {
  readonly T: number;
  readonly S: number;
  /** From one cell's edge to the next one's, across and down: cells are square. */
  readonly cellWidthPx: number;
  readonly cellHeightPx: number;
  readonly gapPx: number;
  readonly radiusPx: number;
  /** The grid's corner: the gutters of row and column labels. */
  readonly leftPx: number;
  readonly topPx: number;
  /** Right of the grid, where rows have their sums beside them; else 0. */
  readonly sumsPx: number;
  /** All of it; larger than the room only when not even the smallest cells fit: then it is scrolled. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fontPx: number;
  readonly rows: AxisLayout;
  readonly columns: AxisLayout;
  /** Which cells have room for their per cents: all, those of the row that stands out, or none. */
  readonly numbers: 'all' | 'row' | 'none';
  /** Size of these numbers. */
  readonly numberPx: number;
  /** What this was laid out for. */
  readonly room: Pick<HeatmapInput, 'queries' | 'keys' | 'widthPx' | 'heightPx' | 'compact'>;
}
