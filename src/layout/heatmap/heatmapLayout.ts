import { type Gutters, guttersOf, LEADING } from './gutters.ts';
import type { HeatmapInput, HeatmapLayout } from './heatmapShape.ts';
import type { AxisLayout } from './labelPlaces.ts';
import type { FittedLabel } from './labels.ts';
import { isTypedOn } from './typedOn.ts';

/**
 * From this size on, in units, two digits fit; in one row alone neighbours may be closer. A hundred is rare, and leans
 * out.
 */
export const NUMBERS_FROM_PX = 20;
const ROW_NUMBERS_FROM_PX = 18;
/** Right of the grid, in units, where rows have their sums beside them. */
const SUMS_PX = 34;
/** The least size of labels; in one of several grids. */
const TEXT_PX = { full: 14, compact: 13 } as const;
/** Cells, in sizes of the least label: the smallest that are still pointed at with ease, and the largest. */
const LEAST_CELL = { full: 0.85, compact: 0.55 } as const;
const MOST_CELL = 4.8;
/** A grid that is scrolled is at most so wide or high; far longer sentences get smaller cells again. */
const MOST_SCROLLED_PX = 1200;
/** Labels and numbers grow with their cells. */
const LABEL_OF_CELL = 0.42;
const MOST_LABEL = 1.4;
const NUMBER_OF_CELL = 0.46;
const LEAST_NUMBER_PX = 14;
/**
 * One with sums beside it, or one of several grids, has little room: by so much of a line labels may come closer, as
 * letters rarely fill theirs.
 */
const CLOSER = { sums: 0.05, compact: LEADING - 1 } as const;
/** How column labels may be turned: the flattest way that has room for all of them, else upright. */
const ANGLES = [50, 70, 90] as const;
/** From so many cells on their corners are not rounded: a round one takes ten times as long. */
const MANY_CELLS = 2500;

const sinOf = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

const textOf = ({ unit = 1, compact }: HeatmapInput) => TEXT_PX[compact ? 'compact' : 'full'] * unit;

/** Of labels, and how they are turned, beside cells of this size. */
function typeFor(input: HeatmapInput, cellPx: number) {
  const textPx = textOf(input);
  const fontPx = Math.round(Math.max(textPx, Math.min(MOST_LABEL * textPx, LABEL_OF_CELL * cellPx)));
  const closer = input.compact ? CLOSER.compact : input.sums ? CLOSER.sums : 0;
  const linePx = fontPx * (LEADING - closer);
  const angle = ANGLES.find((degrees) => cellPx * sinOf(degrees) >= linePx) ?? 90;
  return { fontPx, linePx, angle };
}

const gapOf = (cellPx: number) => (cellPx >= 20 ? 2 : cellPx >= 8 ? 1 : 0);

function layoutAt(input: HeatmapInput, cellPx: number, gutters: Gutters): HeatmapLayout {
  const [T, S] = [input.queries.length, input.keys.length];
  const { unit = 1 } = input;
  const { fontPx, linePx, angle } = typeFor(input, cellPx);
  const sin = sinOf(angle);
  const { leftPx, topPx } = gutters;
  const sumsPx = input.sums ? SUMS_PX * unit : 0;
  // How far the turned labels reach right of the grid's left edge.
  const reachPx = gutters.columnWidths.reduce(
    (most, width, k) =>
      Math.max(most, (k + 0.5) * cellPx + width * Math.sqrt(1 - sin * sin) + (linePx * sin) / 2),
    0,
  );
  const axis = (labels: readonly FittedLabel[], apartPx: number, angleDegrees: number): AxisLayout => ({
    labels,
    pitchPx: cellPx,
    apartPx,
    angleDegrees,
  });
  const round = cellPx >= 20 ? 3 : cellPx >= 12 ? 2 : 0;
  const plainPx = cellPx / unit;
  const numbers = plainPx >= NUMBERS_FROM_PX ? 'all' : plainPx >= ROW_NUMBERS_FROM_PX ? 'row' : 'none';
  return {
    T,
    S,
    cellWidthPx: cellPx,
    cellHeightPx: cellPx,
    gapPx: gapOf(cellPx),
    radiusPx: T * S > MANY_CELLS ? 0 : round,
    leftPx,
    topPx,
    sumsPx,
    widthPx: Math.ceil(leftPx + Math.max(S * cellPx + sumsPx, reachPx)),
    heightPx: topPx + T * cellPx,
    fontPx,
    rows: axis(gutters.rows, linePx, 0),
    columns: axis(gutters.columns, linePx / sin, angle),
    numbers,
    numberPx: Math.round(
      Math.max(LEAST_NUMBER_PX * unit, Math.min(NUMBER_OF_CELL * cellPx, MOST_LABEL * textOf(input))),
    ),
    room: {
      queries: input.queries,
      keys: input.keys,
      widthPx: input.widthPx,
      heightPx: input.heightPx,
      compact: input.compact,
    },
  };
}

/** The smallest cells there are, px: larger grids are scrolled. */
function leastCell(input: HeatmapInput): number {
  const longest = Math.max(input.queries.length, input.keys.length, 1);
  const readable = Math.round(textOf(input) * LEAST_CELL[input.compact ? 'compact' : 'full']);
  return Math.max(2, Math.min(readable, Math.floor((MOST_SCROLLED_PX * (input.unit ?? 1)) / longest)));
}

/**
 * Lays a heatmap out: the largest square cells with which all of it fits into the room, from the top left corner. While
 * somebody types (`previous`), cells get no larger and gutters no smaller, so that nothing swims.
 */
export function heatmapLayout(input: HeatmapInput): HeatmapLayout {
  const before = isTypedOn(input) ? (input.previous ?? null) : null;
  const [T, S] = [input.queries.length, input.keys.length];
  const sized = new Map<string, Gutters>();
  const at = (cellPx: number): HeatmapLayout => {
    const { fontPx, angle } = typeFor(input, cellPx);
    const known = `${fontPx} ${angle}`;
    const gutters = sized.get(known) ?? guttersOf(input, fontPx, sinOf(angle), before);
    sized.set(known, gutters);
    return layoutAt(input, cellPx, gutters);
  };
  const least = leastCell(input);
  const most = Math.min(
    before?.cellWidthPx ?? Number.POSITIVE_INFINITY,
    Math.round(MOST_CELL * textOf(input)),
  );
  for (let cellPx = most; cellPx > least; cellPx--) {
    // The grid alone already rules most sizes out, without measuring a word.
    if (cellPx * S > input.widthPx || cellPx * T > input.heightPx) continue;
    const layout = at(cellPx);
    if (layout.widthPx <= input.widthPx && layout.heightPx <= input.heightPx) return layout;
  }
  return at(Math.min(most, least));
}
