import { extent, scaleLinear } from 'd3';
import { partialSums } from './sum.ts';

/** A bar between two heights, as shares of the room from its top. */
export interface Bar {
  readonly top: number;
  readonly height: number;
  readonly value: number;
}

/** Bars side by side over one line of nothing. */
export interface Bars {
  readonly bars: readonly Bar[];
  /** Where 0 is, as a share from the top. */
  readonly zero: number;
}

/** Numbers closer than this are one place. */
const LEAST_SPAN = 1e-12;

/** A little air above the highest bar and below the lowest. */
const AIR = 0.04;

/** Heights of numbers, 0 among them, as shares from the top: the highest number uppermost. */
function heights(values: readonly number[]): (value: number) => number {
  const [low = 0, high = 0] = extent([0, ...values]);
  const room = (high ?? 0) - (low ?? 0);
  if (room < LEAST_SPAN) return () => 0.5;
  return (value) => AIR + ((1 - 2 * AIR) * ((high ?? 0) - value)) / room;
}

const between = (from: number, to: number, value: number): Bar => ({
  top: Math.min(from, to),
  height: Math.abs(from - to),
  value,
});

/**
 * Each number as a bar from 0.
 * @param most there is room for at least that
 */
export function barsOf(values: ArrayLike<number>, most = 0): Bars {
  const all = Array.from(values);
  const at = heights([...all, most]);
  return { bars: all.map((value) => between(at(0), at(value), value)), zero: at(0) };
}

/** Each number as a bar from where the sum of those before it stands to where it then stands. */
export function waterfallOf(values: ArrayLike<number>): Bars {
  const all = Array.from(values);
  const partials = partialSums(all);
  const at = heights(partials);
  const bars = all.map((value, i) => between(at(partials[i - 1] ?? 0), at(partials[i] ?? 0), value));
  return { bars, zero: at(0) };
}

/** A number line for several rows of numbers. */
export interface NumberLine {
  /** Place of a number, as a share from the left. */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** One line on which all these numbers and 0 have their place, with about `count` round marks. */
export function numberLine(rows: readonly ArrayLike<number>[], count: number): NumberLine {
  const all = rows.flatMap((row) => Array.from(row)).filter(Number.isFinite);
  const [low, high] = extent([0, ...all]);
  const scale = scaleLinear([low ?? 0, high ?? 0], [0, 1]).nice(count);
  const [from = 0, to = 0] = scale.domain();
  return to - from < LEAST_SPAN
    ? { at: () => 0.5, ticks: [0] }
    : { at: (value) => scale(value), ticks: scale.ticks(count) };
}
