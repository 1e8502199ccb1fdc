import type { HeatmapInput, HeatmapLayout } from './heatmapShape.ts';
import { type FittedLabel, fitLabel } from './labels.ts';

/** Labels at a font size, and the room they need left of the grid and above it. */
export interface Gutters {
  readonly rows: readonly FittedLabel[];
  readonly columns: readonly FittedLabel[];
  /** Of each column's label, px. */
  readonly columnWidths: readonly number[];
  readonly leftPx: number;
  readonly topPx: number;
}

/** Between a label and the grid. */
export const LABEL_PAD_PX = 8;
/** Lines of text need this much of their size to stay apart. */
export const LEADING = 1.12;
/** Bold labels are this much wider. */
const BOLD = 1.08;
/** Gutters grow in these steps, so that a word typed letter by letter seldom moves the grid. */
const LEFT_STEP_PX = 16;
const TOP_STEP_PX = 8;
/** The least gutters, in letters' sizes: room for what rows and columns are, and for most words from the first on. */
const LEAST = { left: 8, top: 5 } as const;
/** In a room narrower than this, in units, only for the words. */
const NARROW = { widthPx: 480, left: 5.6 } as const;
const LEAST_COMPACT_PX = { left: 32, top: 32 } as const;

const ceilTo = (value: number, step: number) => Math.ceil(value / step) * step;

/** The most that labels may take of a room, px. */
function mostOf({ widthPx, heightPx, unit = 1, leftPx }: HeatmapInput) {
  return {
    left: leftPx ?? Math.max(80 * unit, Math.min(192 * unit, ceilTo(widthPx * 0.32, LEFT_STEP_PX))),
    top: Math.max(80 * unit, Math.min(128 * unit, ceilTo(heightPx * 0.28, LEFT_STEP_PX))),
  };
}

/**
 * The gutters of a heatmap whose labels have this size and whose columns' ones are turned this way.
 * @param before what stood there, when the same sentence is typed on: gutters then only grow
 */
export function guttersOf(
  input: HeatmapInput,
  fontPx: number,
  sin: number,
  before: HeatmapLayout | null,
): Gutters {
  const { compact } = input;
  const known = new Map<string, number>();
  const bold = (text: string): number => {
    const width = known.get(text) ?? input.measure(text, fontPx) * BOLD;
    known.set(text, width);
    return width;
  };
  const most = mostOf(input);
  const padPx = LABEL_PAD_PX * (compact ? 1 : 2);
  const rows = input.queries.map((label) => fitLabel(label, most.left - padPx, bold));
  const widest = rows.reduce((width, { text }) => Math.max(width, bold(text)), 0);
  const narrow = input.widthPx < NARROW.widthPx * (input.unit ?? 1);
  const least = compact
    ? LEAST_COMPACT_PX
    : { left: (narrow ? NARROW.left : LEAST.left) * fontPx, top: Math.min(LEAST.top * fontPx, most.top) };
  const columns = input.keys.map((label) => fitLabel(label, (most.top - 2 * LABEL_PAD_PX) / sin, bold));
  const columnWidths = columns.map(({ text }) => bold(text));
  const leanPx = fontPx * LEADING * Math.sqrt(1 - sin * sin);
  const tallest = Math.max(0, ...columnWidths) * sin + leanPx + LABEL_PAD_PX;
  const leftPx = input.leftPx ?? ceilTo(Math.max(least.left, widest + padPx), LEFT_STEP_PX);
  const topPx = Math.min(most.top, ceilTo(Math.max(least.top, tallest), TOP_STEP_PX));
  return {
    rows,
    columns,
    columnWidths,
    leftPx: input.leftPx ?? Math.max(leftPx, before?.leftPx ?? 0),
    topPx: Math.max(topPx, before?.topPx ?? 0),
  };
}
