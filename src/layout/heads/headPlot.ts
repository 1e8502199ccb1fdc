import { scaleLinear } from 'd3';
import type { AttentionKind } from '../../contract/index.ts';
import type { HeadMeasures } from './headMeasures.ts';

export interface PlotRoom {
  readonly widthPx: number;
  readonly heightPx: number;
  /**
   * Left of the plot for the numbers of one axis, beneath it for those of the other, and around it for the dots at
   * its edges.
   */
  readonly leftPx: number;
  readonly bottomPx: number;
  readonly edgePx: number;
}

export interface HeadPoint {
  readonly head: HeadMeasures;
  readonly xPx: number;
  readonly yPx: number;
}

export interface HeadTick {
  readonly value: number;
  readonly px: number;
}

/** All heads as points: to the right what reads far, upwards what reads many words; `yTicks` are bits. */
export interface HeadPlot {
  readonly points: readonly HeadPoint[];
  readonly xTicks: readonly HeadTick[];
  readonly yTicks: readonly HeadTick[];
}

const TICKS = 4;

/** Places every head by its mean distance and its entropy; heads without them are left out. */
export function headPlot(heads: readonly HeadMeasures[], room: PlotRoom): HeadPlot {
  const known = heads.flatMap((head) => {
    const { distance, entropy } = head.values;
    return distance === null || entropy === null ? [] : [{ head, distance, entropy }];
  });
  const most = (numbers: readonly number[]) => Math.max(1, ...numbers);
  const x = scaleLinear(
    [0, most(known.map((one) => one.distance))],
    [room.leftPx, room.widthPx - room.edgePx],
  );
  const y = scaleLinear(
    [0, most(known.map((one) => one.entropy))],
    [room.heightPx - room.bottomPx, room.edgePx],
  );
  x.nice(TICKS);
  y.nice(TICKS);
  return {
    points: known.map(({ head, distance, entropy }) => ({ head, xPx: x(distance), yPx: y(entropy) })),
    xTicks: x.ticks(TICKS).map((value) => ({ value, px: x(value) })),
    yTicks: y.ticks(TICKS).map((value) => ({ value, px: y(value) })),
  };
}

/** The point nearest to a place, within a distance; null when there is none. */
export function nearestPoint(
  points: readonly HeadPoint[],
  xPx: number,
  yPx: number,
  withinPx: number,
): number | null {
  let best: number | null = null;
  let least = withinPx;
  points.forEach((point, i) => {
    const away = Math.hypot(point.xPx - xPx, point.yPx - yPx);
    if (away <= least) [best, least] = [i, away];
  });
  return best;
}

export type PlotKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';
const KEYS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
export const isPlotKey = (key: string): key is PlotKey => KEYS.includes(key);

/**
 * Where a key leads from a point: left and right along the distance, up and down along the entropy, one head at a
 * time, so that every point is reached on either way; Home and End to the nearest and the farthest reading head.
 */
export function nextPoint(points: readonly HeadPoint[], at: number, key: PlotKey): number {
  const upright = key === 'ArrowUp' || key === 'ArrowDown';
  const along = ({ xPx, yPx }: HeadPoint) => (upright ? -yPx : xPx);
  const order = points
    .map((point, i) => ({ i, place: along(point) }))
    .sort((a, b) => a.place - b.place || a.i - b.i)
    .map(({ i }) => i);
  if (key === 'Home') return order[0] ?? at;
  if (key === 'End') return order.at(-1) ?? at;
  const step = key === 'ArrowRight' || key === 'ArrowUp' ? 1 : -1;
  return order[order.indexOf(at) + step] ?? at;
}

/** The sign of a kind beside its hue, an outline in a box from −1 to 1: a disc, a triangle, a square on its corner. */
export const KIND_SIGNS: Readonly<Record<AttentionKind, string>> = {
  encoder: 'M0.84,0A0.84,0.84,0,1,1,-0.84,0A0.84,0.84,0,1,1,0.84,0Z',
  decoder: 'M0,-0.98L1,0.8L-1,0.8Z',
  cross: 'M0,-1L1,0L0,1L-1,0Z',
};
