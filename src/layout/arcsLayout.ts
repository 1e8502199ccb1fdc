import type { AttentionKind, Cell } from '../contract/index.ts';
import type { Measure } from './labels.ts';
import {
  columnLine,
  columnPitch,
  type Line,
  type LineInput,
  rowLine,
  rowStyle,
  type WordPlace,
} from './wordLines.ts';

export interface ArcsInput {
  readonly kind: AttentionKind;
  readonly queries: readonly string[];
  readonly keys: readonly string[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly measure: Measure;
}

/**
 * Words and arcs. `row`: words from left to right, arcs above them or, for cross-attention, links between the French above
 * and the English below. `column`: on narrow screens, words from top to bottom, arcs to their right.
 */
export interface ArcsLayout {
  readonly direction: 'row' | 'column';
  /** Two lines of words (cross-attention), or one that reads itself. */
  readonly twoLines: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fontPx: number;
  readonly queries: readonly WordPlace[];
  readonly keys: readonly WordPlace[];
  /** Height of an arc by half its span. */
  readonly rise: number;
}

/** Below this width words stand in a column. Depends on the room alone: typing never turns the picture. */
export const COLUMN_BELOW_PX = 520;
/** Links longer than this only look thin. */
const MOST_LINK_PX = 320;
const PAD_PX = 10;

function rowLayout(input: ArcsInput, twoLines: boolean): ArcsLayout {
  const lines = twoLines ? [input.queries, input.keys] : [input.queries];
  const style = rowStyle(lines, input.widthPx, input.measure);
  const place = (labels: readonly string[], portY: number, side: 'above' | 'below'): Line =>
    rowLine({ labels, style, portY, side, measure: input.measure } satisfies LineInput);
  const deep = Math.max(...lines.map((labels) => place(labels, 0, 'below').deepPx));
  const bottom = input.heightPx - deep;
  const top = twoLines ? Math.max(deep, bottom - MOST_LINK_PX) : 0;
  const queries = place(input.queries, twoLines ? top : bottom, twoLines ? 'above' : 'below');
  const keys = twoLines ? place(input.keys, bottom, 'below') : queries;
  const widthPx = Math.ceil(Math.max(input.widthPx, queries.longPx, keys.longPx));
  const room = Math.max(24, bottom - 2 * PAD_PX);
  return {
    direction: 'row',
    twoLines,
    widthPx,
    heightPx: input.heightPx,
    fontPx: style.fontPx,
    queries: queries.words,
    keys: keys.words,
    rise: Math.min(1, room / (widthPx / 2)),
  };
}

function columnLayout(input: ArcsInput, twoLines: boolean): ArcsLayout {
  const longest = Math.max(input.queries.length, twoLines ? input.keys.length : 0);
  const style = columnPitch(longest, input.heightPx);
  const mostPx = input.widthPx * (twoLines ? 0.34 : 0.4);
  const common = { style, mostPx, measure: input.measure };
  const queries = columnLine({ ...common, labels: input.queries, edgePx: 0, side: 'left' });
  const keys = twoLines
    ? columnLine({ ...common, labels: input.keys, edgePx: input.widthPx, side: 'right' })
    : queries;
  const heightPx = Math.max(input.heightPx, queries.longPx, keys.longPx);
  const room = Math.max(24, input.widthPx - queries.deepPx - 2 * PAD_PX);
  return {
    direction: 'column',
    twoLines,
    widthPx: input.widthPx,
    heightPx,
    fontPx: style.fontPx,
    queries: queries.words,
    keys: keys.words,
    rise: Math.min(1, room / (heightPx / 2)),
  };
}

/** Places words and arcs. Words stand one after the other, so that a new one moves none before it while there is room. */
export function arcsLayout(input: ArcsInput): ArcsLayout {
  const twoLines = input.kind === 'cross';
  return input.widthPx < COLUMN_BELOW_PX ? columnLayout(input, twoLines) : rowLayout(input, twoLines);
}

const round = (value: number) => Math.round(value * 10) / 10;
const points = (...values: readonly number[]) => values.map(round).join(' ');

/** A word that reads itself: a drop on its port. */
function loop(direction: ArcsLayout['direction'], x: number, y: number): string {
  const [wide, high] = [13, 26];
  return direction === 'row'
    ? `M${points(x, y)}C${points(x - wide, y - high, x + wide, y - high, x, y)}`
    : `M${points(x, y)}C${points(x + high, y - wide, x + high, y + wide, x, y)}`;
}

/** The path of an arc from a query to a key, as SVG path data; empty for words that are not there. */
export function arcPath(layout: ArcsLayout, { query, key }: Cell): string {
  const [from, to] = [layout.queries[query], layout.keys[key]];
  if (!from || !to) return '';
  const [x1, y1, x2, y2] = [from.portX, from.portY, to.portX, to.portY];
  const inRow = layout.direction === 'row';
  if (layout.twoLines) {
    const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
    return inRow
      ? `M${points(x1, y1)}C${points(x1, my, x2, my, x2, y2)}`
      : `M${points(x1, y1)}C${points(mx, y1, mx, y2, x2, y2)}`;
  }
  if (query === key) return loop(layout.direction, x1, y1);
  const half = Math.abs(inRow ? x2 - x1 : y2 - y1) / 2;
  const high = half * layout.rise;
  // Clockwise in a row from left to right, and in a column from top to bottom.
  const sweep = (inRow ? x2 > x1 : y2 > y1) ? 1 : 0;
  const radii = inRow ? points(half, high) : points(high, half);
  return `M${points(x1, y1)}A${radii} 0 0 ${sweep} ${points(x2, y2)}`;
}
