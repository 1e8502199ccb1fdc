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
const HEAD_PX = 76;

/** How many of several pictures stand side by side so that their cells are largest; fewer rows where that is equal. */
export function sideColumns({ count, T, S, widthPx, heightPx }: SideInput): number {
  let best = { columns: count, cellPx: 0 };
  for (let columns = count; columns >= 1; columns--) {
    const width = (widthPx / columns - GUTTER_PX) / S;
    const height = (heightPx / Math.ceil(count / columns) - HEAD_PX) / T;
    const cellPx = Math.min(width, height);
    if (cellPx > best.cellPx) best = { columns, cellPx };
  }
  if (best.cellPx <= 0) return Math.ceil(Math.sqrt(count));
  // As many below as above: none stands alone where it need not.
  return Math.ceil(count / Math.ceil(count / best.columns));
}
