import type { Cell } from '../contract/index.ts';
import { type Fitted, fitLabel, type Measure } from './labels.ts';

export interface HeatmapInput {
  /** T labels. */
  readonly queries: readonly string[];
  /** S labels. */
  readonly keys: readonly string[];
  /** Room there is. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly measure: Measure;
  /** Several heads side by side, a phone: smaller gutters and no axis titles. */
  readonly compact: boolean;
}

export interface AxisLayout {
  /** T or S labels as they fit. */
  readonly labels: readonly Fitted[];
  /** Every how many-th label has room; 1 when all have. */
  readonly stride: number;
  /** How the labels are turned: degrees, counter-clockwise. */
  readonly angleDegrees: number;
}

/** Where everything stands, px from the top left corner. Cells are computed, not stored: `cellRect`, `cellAt`. */
export interface HeatmapLayout {
  readonly T: number;
  readonly S: number;
  /** From one cell's edge to the next one's. */
  readonly cellPx: number;
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
  /** True when per cents fit into the cells. */
  readonly numbers: boolean;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Cell sizes, px, largest first. Steps of about 15 %, finer where the numbers are
 * at stake: a growing sentence changes the size seldom, and not every word typed
 * moves the picture.
 */
export const CELL_LADDER = [48, 42, 36, 32, 30, 28, 24, 20, 17, 14, 12, 10, 8, 7, 6, 5, 4, 3, 2] as const;
/** From this size on a per cent fits (three digits at 12 px). */
export const NUMBERS_FROM_PX = 28;
/** Gutters grow in these steps, so that a word typed letter by letter seldom moves the grid. */
const LEFT_STEP_PX = 16;
const TOP_STEP_PX = 16;
/** Between a label and the grid. */
export const LABEL_PAD_PX = 8;
/** Bold labels are this much wider. */
const BOLD = 1.08;
/** Lines of text need this much of their size to stay apart. */
const LEADING = 1.12;
/** How column labels may be turned; the flattest that keeps them apart is taken. */
const ANGLES = [42, 60] as const;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const ceilTo = (value: number, step: number) => Math.ceil(value / step) * step;

function fontFor(cellPx: number): number {
  if (cellPx >= 36) return 14;
  return cellPx >= 20 ? 13 : 12;
}

/** Room for the labels, px: the gutters' limits. */
function limits({ widthPx, heightPx, compact }: HeatmapInput) {
  return {
    leastLeft: compact ? 32 : 80,
    mostLeft: Math.max(80, Math.min(192, ceilTo(widthPx * 0.32, LEFT_STEP_PX))),
    leastTop: compact ? 32 : 64,
    mostTop: Math.max(64, Math.min(128, ceilTo(heightPx * 0.28, TOP_STEP_PX))),
  };
}

function rowAxis(input: HeatmapInput, cellPx: number, measure: (text: string) => number) {
  const { leastLeft, mostLeft } = limits(input);
  const padPx = LABEL_PAD_PX * (input.compact ? 1 : 2);
  const labels = input.queries.map((label) => fitLabel(label, mostLeft - padPx, measure));
  const widest = labels.reduce((most, label) => Math.max(most, measure(label.text)), 0);
  const leftPx = Math.max(leastLeft, ceilTo(widest + padPx, LEFT_STEP_PX));
  const stride = Math.max(1, Math.ceil((fontFor(cellPx) * LEADING) / cellPx));
  return { leftPx, axis: { labels, stride, angleDegrees: 0 } };
}

function columnAxis(input: HeatmapInput, cellPx: number, measure: (text: string) => number) {
  const { leastTop, mostTop } = limits(input);
  const line = fontFor(cellPx) * LEADING;
  const angleDegrees = ANGLES.find((a) => cellPx * Math.sin(radians(a)) >= line) ?? 60;
  const [sin, cos] = [Math.sin(radians(angleDegrees)), Math.cos(radians(angleDegrees))];
  const stride = Math.max(1, Math.ceil(line / (cellPx * sin)));
  const labels = input.keys.map((label) => fitLabel(label, (mostTop - 2 * LABEL_PAD_PX) / sin, measure));
  const widths = labels.map((label) => measure(label.text));
  const tallest = Math.max(0, ...widths) * sin + line * cos;
  const topPx = Math.max(leastTop, ceilTo(tallest + LABEL_PAD_PX, TOP_STEP_PX));
  // How far the turned labels reach right of the grid's left edge.
  const reachPx = widths.reduce((most, w, k) => Math.max(most, (k + 0.5) * cellPx + w * cos + line * sin), 0);
  return { topPx, reachPx, axis: { labels, stride, angleDegrees } };
}

function layoutAt(input: HeatmapInput, cellPx: number, measure: Measure): HeatmapLayout {
  const fontPx = fontFor(cellPx);
  const bold = (text: string) => measure(text, fontPx) * BOLD;
  const rows = rowAxis(input, cellPx, bold);
  const columns = columnAxis(input, cellPx, bold);
  const [T, S] = [input.queries.length, input.keys.length];
  return {
    T,
    S,
    cellPx,
    gapPx: cellPx >= 20 ? 2 : cellPx >= 8 ? 1 : 0,
    radiusPx: cellPx >= 20 ? 3 : cellPx >= 12 ? 2 : 0,
    leftPx: rows.leftPx,
    topPx: columns.topPx,
    widthPx: Math.ceil(rows.leftPx + Math.max(S * cellPx, columns.reachPx)),
    heightPx: columns.topPx + T * cellPx,
    fontPx,
    rows: rows.axis,
    columns: columns.axis,
    numbers: cellPx >= NUMBERS_FROM_PX,
  };
}

/** Measures each text of a size once. */
function remember(measure: Measure): Measure {
  const known = new Map<string, number>();
  return (text, fontPx) => {
    const key = `${fontPx}/${text}`;
    const width = known.get(key) ?? measure(text, fontPx);
    known.set(key, width);
    return width;
  };
}

/**
 * Lays a heatmap out: the largest cells of the ladder with which cells and labels fit into the room, from the top left
 * corner. A word more leaves all others where they are as long as there is room for it.
 */
export function heatmapLayout(input: HeatmapInput): HeatmapLayout {
  const measure = remember(input.measure);
  for (const cellPx of CELL_LADDER) {
    // The grid alone already rules most sizes out, without measuring a word.
    if (cellPx * input.keys.length > input.widthPx || cellPx * input.queries.length > input.heightPx)
      continue;
    const layout = layoutAt(input, cellPx, measure);
    if (layout.widthPx <= input.widthPx && layout.heightPx <= input.heightPx) return layout;
  }
  return layoutAt(input, CELL_LADDER[CELL_LADDER.length - 1] ?? 2, measure);
}

/** A cell's place, gap left out. */
export function cellRect({ leftPx, topPx, cellPx, gapPx }: HeatmapLayout, { query, key }: Cell): Rect {
  const side = cellPx - gapPx;
  return { x: leftPx + key * cellPx, y: topPx + query * cellPx, width: side, height: side };
}

/** The cell at a point; null outside the grid. */
export function cellAt(layout: HeatmapLayout, xPx: number, yPx: number): Cell | null {
  const key = Math.floor((xPx - layout.leftPx) / layout.cellPx);
  const query = Math.floor((yPx - layout.topPx) / layout.cellPx);
  if (!(query >= 0 && key >= 0 && query < layout.T && key < layout.S)) return null;
  return { query, key };
}

/** Which labels of an axis to draw: every stride-th, and the pointed one in place of those it would cover. */
export function shownLabels({ labels, stride }: AxisLayout, active: number | null): readonly number[] {
  const shown = Array.from(labels.keys()).filter(
    (i) => i % stride === 0 && (active === null || Math.abs(i - active) >= stride),
  );
  return active === null || labels[active] === undefined ? shown : [...shown, active].sort((a, b) => a - b);
}
