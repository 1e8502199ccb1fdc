import type { Cell } from '../../contract/index.ts';
import { type HeatmapLayout, type LabelPlace, type NamedPlaces, placeLabels } from '../../layout/index.ts';

/** The labels of both axes that are drawn. */
export interface ShownPlaces {
  readonly rows: readonly LabelPlace[];
  readonly columns: readonly LabelPlace[];
}

/** Those that have room, the named ones and those of the cell that stands out in any case. */
export function shownPlaces(layout: HeatmapLayout, named: NamedPlaces, strong: Cell | null): ShownPlaces {
  return {
    rows: placeLabels(layout.rows, named.rows, strong?.query ?? null),
    columns: placeLabels(layout.columns, named.columns, strong?.key ?? null),
  };
}
