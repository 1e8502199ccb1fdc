import type { Cell } from '../../contract/index.ts';
import type { HeatmapLayout } from './heatmapShape.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Places = Omit<HeatmapLayout, 'rows' | 'room'>;

/** A cell's place, gap left out. */
export function cellRect(layout: Places, { query, key }: Cell): Rect {
  const { leftPx, topPx, cellWidthPx, cellHeightPx, gapPx } = layout;
  return {
    x: leftPx + key * cellWidthPx,
    y: topPx + query * cellHeightPx,
    width: cellWidthPx - gapPx,
    height: cellHeightPx - gapPx,
  };
}

/** The cell at a point; null outside the grid. */
export function cellAt(layout: Places, xPx: number, yPx: number): Cell | null {
  const key = Math.floor((xPx - layout.leftPx) / layout.cellWidthPx);
  const query = Math.floor((yPx - layout.topPx) / layout.cellHeightPx);
  if (!(query >= 0 && key >= 0 && query < layout.T && key < layout.S)) return null;
  return { query, key };
}

/** The column whose turned label is at a point above the grid; null beside them. */
export function columnLabelAt(layout: Places, xPx: number, yPx: number): number | null {
  const upPx = layout.topPx - yPx;
  if (!(upPx > 0 && yPx >= 0)) return null;
  const turn = (layout.columns.angleDegrees * Math.PI) / 180;
  const key = Math.floor((xPx - layout.leftPx - upPx / Math.tan(turn)) / layout.cellWidthPx);
  return key >= 0 && key < layout.S ? key : null;
}
