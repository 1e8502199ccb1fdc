import { type FittedLabel, fitLabel, type Measure } from './labels.ts';

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
  /** Whether there is something to say right of the rows: their sums, where these are not 1. */
  readonly sums?: boolean;
  /** What stood there before: a sentence that is being typed keeps its cells unless there is clearly more room. */
  readonly previous?: HeatmapLayout | null;
}

export interface AxisLayout {
  /** T or S labels as they fit. */
  readonly labels: readonly FittedLabel[];
  /** Every how many-th label has room; 1 when all have. */
  readonly stride: number;
  /** How the labels are turned: degrees, counter-clockwise. */
  readonly angleDegrees: number;
}

/** Where everything stands, px from the top left corner. Cells are computed, not stored: `cellRect`, `cellAt`. */
export interface HeatmapLayout {
  readonly T: number;
  readonly S: number;
  /** From one cell's edge to the next one's, across and down. */
  readonly cellWidthPx: number;
  readonly cellHeightPx: number;
  readonly gapPx: number;
  readonly radiusPx: number;
  /** The grid's corner: the gutters of row and column labels. */
  readonly leftPx: number;
  readonly topPx: number;
  /** All of it; larger than the room only when even the smallest cells do not fit. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fontPx: number;
  readonly rows: AxisLayout;
  readonly columns: AxisLayout;
  /** Which cells have room for their per cents: all, those of the row that stands out, or none. */
  readonly numbers: 'all' | 'row' | 'none';
  /** The room this was laid out for. */
  readonly room: Pick<HeatmapInput, 'widthPx' | 'heightPx' | 'compact' | 'sums'>;
}

/** Sides of cells, px, largest first, about a sixth apart: a growing sentence changes the size seldom. */
export const CELL_LADDER = [66, 56, 48, 40, 34, 28, 24, 22, 20, 17, 14, 12, 10, 8, 7, 6, 5, 4, 3, 2] as const;
/** No side of a cell is longer than this many times the other. */
export const MOST_ASPECT = 1.45;
/** From this size on a per cent fits (three digits at 12 px); in one row alone neighbours may be closer. */
export const NUMBERS_FROM_PX = { width: 28, height: 20 } as const;
const ROW_NUMBERS_FROM_PX = { width: 22, height: 14 } as const;
/** Gutters grow in these steps, so that a word typed letter by letter seldom moves the grid. */
const LEFT_STEP_PX = 16;
const TOP_STEP_PX = { full: 32, compact: 16 } as const;
/** A gutter that turned out this much too wide is kept while one types. */
const SLACK_PX = 48;
/** Above the columns' labels, for what the columns are. */
const AXIS_TITLE_PX = 18;
/** Between a label and the grid. */
export const LABEL_PAD_PX = 8;
/** Right of the grid, where rows have their sums beside them. */
export const SUMS_PX = 30;
/** Bold labels are this much wider. */
const BOLD = 1.08;
/** Lines of text need this much of their size to stay apart. */
const LEADING = 1.12;
/**
 * Where sums take room from the columns, by so much of a line their labels may come closer before every other one is
 * left out.
 */
const CLOSER = 0.05;
/** How column labels are turned, always. */
const ANGLE = 50;
const SIN = Math.sin((ANGLE * Math.PI) / 180);
const COS = Math.cos((ANGLE * Math.PI) / 180);
/** More words come or gone at once than these: another sentence, not the same one typed on. */
const TYPED_AT_ONCE = 2;

const ceilTo = (value: number, step: number) => Math.ceil(value / step) * step;

function fontFor(cellPx: number): number {
  if (cellPx >= 48) return 17;
  if (cellPx >= 34) return 14;
  return cellPx >= 20 ? 13 : 12;
}

/** Labels at a font size, and the gutters they need. */
interface Gutters {
  readonly rows: readonly FittedLabel[];
  readonly columns: readonly FittedLabel[];
  readonly columnWidths: readonly number[];
  readonly leftPx: number;
  readonly topPx: number;
}

/** A gutter as wide as needed, or as before when that is little more. */
const kept = (neededPx: number, before: number | undefined): number =>
  before !== undefined && before >= neededPx && before - neededPx <= SLACK_PX ? before : neededPx;

function guttersOf(input: HeatmapInput, fontPx: number, before: HeatmapLayout | null): Gutters {
  const { widthPx, heightPx, compact } = input;
  const known = new Map<string, number>();
  const bold = (text: string): number => {
    const width = known.get(text) ?? input.measure(text, fontPx) * BOLD;
    known.set(text, width);
    return width;
  };
  const padPx = LABEL_PAD_PX * (compact ? 1 : 2);
  const mostLeft = Math.max(80, Math.min(192, ceilTo(widthPx * 0.32, LEFT_STEP_PX)));
  const rows = input.queries.map((label) => fitLabel(label, mostLeft - padPx, bold));
  const widest = rows.reduce((most, { text }) => Math.max(most, bold(text)), 0);
  const titlePx = compact ? 0 : AXIS_TITLE_PX;
  const topStep = compact ? TOP_STEP_PX.compact : TOP_STEP_PX.full;
  const mostTop = Math.max(64, Math.min(128, ceilTo(heightPx * 0.28, TOP_STEP_PX.compact)));
  // High enough for most words from the first on.
  const leastTop = compact ? 32 : heightPx >= 400 ? 96 : 64;
  const columns = input.keys.map((label) =>
    fitLabel(label, (mostTop - titlePx - 2 * LABEL_PAD_PX) / SIN, bold),
  );
  const columnWidths = columns.map(({ text }) => bold(text));
  const tallest = Math.max(0, ...columnWidths) * SIN + fontPx * LEADING * COS + titlePx + LABEL_PAD_PX;
  const leftPx = Math.max(compact ? 32 : 80, ceilTo(widest + padPx, LEFT_STEP_PX));
  const topPx = Math.min(Math.max(mostTop, 64), Math.max(leastTop, ceilTo(tallest, topStep)));
  return {
    rows,
    columns,
    columnWidths,
    leftPx: kept(leftPx, before?.leftPx),
    topPx: kept(topPx, before?.topPx),
  };
}

const atLeast = (width: number, height: number, least: { readonly width: number; readonly height: number }) =>
  width >= least.width && height >= least.height;

function layoutAt(
  input: HeatmapInput,
  cellWidthPx: number,
  cellHeightPx: number,
  gutters: Gutters,
): HeatmapLayout {
  const [T, S] = [input.queries.length, input.keys.length];
  const lesser = Math.min(cellWidthPx, cellHeightPx);
  const fontPx = fontFor(lesser);
  const line = fontPx * LEADING;
  const { leftPx, topPx } = gutters;
  // How far the turned labels reach right of the grid's left edge.
  const reachPx = gutters.columnWidths.reduce(
    (most, width, k) => Math.max(most, (k + 0.5) * cellWidthPx + width * COS + (line * SIN) / 2),
    0,
  );
  const row = atLeast(cellWidthPx, cellHeightPx, ROW_NUMBERS_FROM_PX) ? 'row' : 'none';
  const axis = (labels: readonly FittedLabel[], stride: number, angleDegrees: number): AxisLayout => ({
    labels,
    stride: Math.max(1, Math.ceil(stride - (input.sums ? CLOSER : 0))),
    angleDegrees,
  });
  return {
    T,
    S,
    cellWidthPx,
    cellHeightPx,
    gapPx: lesser >= 20 ? 2 : lesser >= 8 ? 1 : 0,
    radiusPx: lesser >= 20 ? 3 : lesser >= 12 ? 2 : 0,
    leftPx,
    topPx,
    widthPx: Math.ceil(leftPx + Math.max(S * cellWidthPx + (input.sums ? SUMS_PX : 0), reachPx)),
    heightPx: topPx + T * cellHeightPx,
    fontPx,
    rows: axis(gutters.rows, line / cellHeightPx, 0),
    columns: axis(gutters.columns, line / (cellWidthPx * SIN), ANGLE),
    numbers: atLeast(cellWidthPx, cellHeightPx, NUMBERS_FROM_PX) ? 'all' : row,
    room: {
      widthPx: input.widthPx,
      heightPx: input.heightPx,
      compact: input.compact,
      sums: input.sums ?? false,
    },
  };
}

/** The layout before, when this is the same sentence in the same room, typed on. */
function typedOn({
  previous,
  queries,
  keys,
  widthPx,
  heightPx,
  compact,
}: HeatmapInput): HeatmapLayout | null {
  if (!previous) return null;
  const { room, T, S } = previous;
  const sameRoom = room.widthPx === widthPx && room.heightPx === heightPx && room.compact === compact;
  const near = (a: number, b: number) => Math.abs(a - b) <= TYPED_AT_ONCE;
  return sameRoom && near(T, queries.length) && near(S, keys.length) ? previous : null;
}

/**
 * Lays a heatmap out: the largest cells of the ladder with which cells and labels fit into the room, from the top left
 * corner. A word more leaves all others where they are as long as there is room for it.
 */
export function heatmapLayout(input: HeatmapInput): HeatmapLayout {
  const before = typedOn(input);
  const [T, S] = [input.queries.length, input.keys.length];
  const sized = new Map<number, Gutters>();
  const at = (width: number, height: number): HeatmapLayout => {
    const fontPx = fontFor(Math.min(width, height));
    const gutters = sized.get(fontPx) ?? guttersOf(input, fontPx, before);
    sized.set(fontPx, gutters);
    return layoutAt(input, width, height, gutters);
  };
  // To grow, a cell needs room for one more of its size.
  const spare = (px: number, last: number | undefined) => (last !== undefined && px > last ? px : 0);
  const fits = (width: number, height: number): HeatmapLayout | null => {
    if (width > height * MOST_ASPECT || height > width * MOST_ASPECT) return null;
    const [wider, higher] = [spare(width, before?.cellWidthPx), spare(height, before?.cellHeightPx)];
    // The grid alone already rules most sizes out, without measuring a word.
    if (width * S + wider > input.widthPx || height * T + higher > input.heightPx) return null;
    const layout = at(width, height);
    const fit = layout.widthPx + wider <= input.widthPx && layout.heightPx + higher <= input.heightPx;
    return fit ? layout : null;
  };
  let best: HeatmapLayout | null = null;
  const areaOf = (one: HeatmapLayout | null) => (one ? one.cellWidthPx * one.cellHeightPx : 0);
  for (const height of CELL_LADDER) {
    for (const width of CELL_LADDER) {
      if (width * height > areaOf(best)) best = fits(width, height) ?? best;
    }
  }
  const least = CELL_LADDER[CELL_LADDER.length - 1] ?? 2;
  return best ?? at(least, least);
}
