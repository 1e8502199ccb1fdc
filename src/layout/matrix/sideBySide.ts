import { MOST_ASPECT } from '../heatmap/heatmapLayout.ts';

export interface SideInput {
  readonly count: number;
  /** Rows and columns of each picture. */
  readonly T: number;
  readonly S: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What labels, a title and the gap to the next picture take, about. */
const GUTTER_PX = 72;
const HEAD_PX = 112;

/** How many of several pictures stand side by side so that their cells are largest; fewer rows where that is equal. */
export function sideColumns({ count, T, S, widthPx, heightPx }: SideInput): number {
  let best = { columns: count, area: -1 };
  for (let columns = count; columns >= 1; columns--) {
    const width = (widthPx / columns - GUTTER_PX) / S;
    const height = (heightPx / Math.ceil(count / columns) - HEAD_PX) / T;
    if (width <= 0 || height <= 0) continue;
    const area = Math.min(width, height * MOST_ASPECT) * Math.min(height, width * MOST_ASPECT);
    if (area > best.area) best = { columns, area };
  }
  return best.area > 0 ? best.columns : Math.ceil(Math.sqrt(count));
}
