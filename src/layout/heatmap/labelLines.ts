import type { Rect } from './heatmapCells.ts';
import { END_SIGN, fitLabel, type Measure, START_SIGN } from './labels.ts';

/** One word of a line: where its text stands and where its arcs begin. */
export interface WordPlace {
  readonly index: number;
  readonly text: string;
  /** True when `text` is shortened (it ends in an ellipsis then). */
  readonly cut: boolean;
  /** The text's anchor point and how it lies to it. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Counter-clockwise, about the anchor point. */
  readonly angleDegrees: number;
  readonly portX: number;
  readonly portY: number;
  /** Where a pointer takes this word. */
  readonly box: Rect;
}

/** How the words of a row are set: side by side (`gapPx` between them), or turned at even steps (`pitchPx`). */
export type RowStyle =
  | (LineStyle & { readonly turned: false; readonly gapPx: number })
  | (LineStyle & { readonly turned: true; readonly pitchPx: number });

interface LineStyle {
  readonly fontPx: number;
  /** Arcs at their thickest leave their neighbours room. */
  readonly fullArcPx: number;
}

export interface ColumnStyle extends LineStyle {
  readonly pitchPx: number;
}

export interface Line {
  readonly words: readonly WordPlace[];
  /** How far the line reaches along itself, and across itself from its ports. */
  readonly longPx: number;
  readonly deepPx: number;
}

export interface LineInput {
  readonly labels: readonly string[];
  readonly style: RowStyle;
  /** The words stand below it. */
  readonly portY: number;
  readonly measure: Measure;
}

const FLAT: readonly RowStyle[] = [
  { turned: false, fontPx: 17, gapPx: 22, fullArcPx: 14 },
  { turned: false, fontPx: 15, gapPx: 16, fullArcPx: 13 },
  { turned: false, fontPx: 14, gapPx: 12, fullArcPx: 12 },
  { turned: false, fontPx: 14, gapPx: 8, fullArcPx: 11 },
];
const TURNED_PITCHES = [32, 28, 24, 21] as const;
const COLUMN_PITCHES = [30, 26, 22, 19, 17, 15] as const;
/** When not even the narrowest fits and the picture scrolls, there is room for fingers again. */
const SCROLL_PITCH_PX = 24;

/** They would be other signs if they were turned. */
const MARKS: readonly string[] = [START_SIGN, END_SIGN];
/** Thickest arc as a share of the distance between two words. */
const THICK = 0.42;
const EDGE_PX = 12;
const BOLD = 1.08;
const ANGLE = 42;
const SIN = Math.sin((ANGLE * Math.PI) / 180);
const COS = Math.cos((ANGLE * Math.PI) / 180);
/** Longest a turned or a flat word may be before it is shortened with an ellipsis. */
const MOST_TURNED_PX = 130;
const MOST_FLAT_PX = 220;
/** Turned words' depth grows in these steps, so that typing seldom moves the arcs. */
const DEPTH_STEP_PX = 16;
/** Between a word and its port; beside a word thick arcs need more than above it. */
const PORT_PX = 7;
const COLUMN_PORT_PX = 10;

const ceilTo = (value: number, step: number) => Math.ceil(value / step) * step;

function widthsOf(labels: readonly string[], fontPx: number, mostPx: number, measure: Measure) {
  const bold = (text: string) => measure(text, fontPx) * BOLD;
  return labels.map((label) => {
    const fitted = fitLabel(label, mostPx, bold);
    return { ...fitted, widthPx: bold(fitted.text) };
  });
}

/** The roomiest style with which all lines fit into the width; the narrowest, to be scrolled, when none does. */
export function rowStyle(lines: readonly (readonly string[])[], widthPx: number, measure: Measure): RowStyle {
  const fits = (style: RowStyle) =>
    lines.every((labels) => {
      return rowLine({ labels, style, portY: 0, measure }).longPx <= widthPx;
    });
  const turned = (pitchPx: number): RowStyle => ({
    turned: true,
    fontPx: 14,
    pitchPx,
    fullArcPx: pitchPx * THICK,
  });
  return [...FLAT, ...TURNED_PITCHES.map(turned)].find(fits) ?? turned(SCROLL_PITCH_PX);
}

function flatLine({ labels, portY, measure }: LineInput, fontPx: number, gapPx: number): Line {
  let x = EDGE_PX;
  const heightPx = fontPx + 2 * PORT_PX + 2;
  const words = widthsOf(labels, fontPx, MOST_FLAT_PX, measure).map(({ text, cut, widthPx }, index) => {
    // A full stop is as easy to hit as a word.
    const slotPx = Math.max(widthPx, fontPx * 0.75);
    const middle = x + slotPx / 2;
    const box = { x: x - gapPx / 2, y: portY, width: slotPx + gapPx, height: heightPx };
    x += slotPx + gapPx;
    const place = { index, text, cut, x: middle, y: portY + PORT_PX + fontPx, anchor: 'middle' as const };
    return { ...place, angleDegrees: 0, portX: middle, portY, box };
  });
  return { words, longPx: x - gapPx + EDGE_PX, deepPx: heightPx };
}

/** A mark among turned words: turned it would be another sign. */
function upright(
  word: Pick<WordPlace, 'index' | 'text' | 'cut'>,
  port: Pick<WordPlace, 'portX' | 'portY'>,
  fontPx: number,
  box: Rect,
): WordPlace {
  return {
    ...word,
    ...port,
    x: port.portX,
    y: port.portY + PORT_PX + fontPx,
    anchor: 'middle',
    angleDegrees: 0,
    box: { ...box, height: fontPx + 2 * PORT_PX },
  };
}

function turnedLine({ labels, portY, measure }: LineInput, fontPx: number, pitchPx: number): Line {
  const fitted = widthsOf(labels, fontPx, MOST_TURNED_PX, measure);
  const sideways = fitted.map(({ widthPx }) => widthPx * COS);
  // Words hang to the left of their port.
  const overLeft = Math.max(0, ...sideways.map((w, i) => w - i * pitchPx));
  const start = EDGE_PX + ceilTo(overLeft, pitchPx) + pitchPx / 2;
  const deepest = Math.max(0, ...fitted.map(({ widthPx }) => widthPx * SIN)) + fontPx + PORT_PX;
  const deepPx = ceilTo(deepest, DEPTH_STEP_PX);
  const words = fitted.map(({ text, cut }, index): WordPlace => {
    const portX = start + index * pitchPx;
    const box = { x: portX - pitchPx / 2, y: portY, width: pitchPx, height: deepPx };
    if (MARKS.includes(text)) return upright({ index, text, cut }, { portX, portY }, fontPx, box);
    const x = portX + fontPx * 0.3;
    const y = portY + PORT_PX + fontPx * 0.6;
    return { index, text, cut, x, y, anchor: 'end', angleDegrees: ANGLE, portX, portY, box };
  });
  return { words, longPx: start + (labels.length - 0.5) * pitchPx + EDGE_PX, deepPx };
}

/** A line of words from left to right. */
export function rowLine(input: LineInput): Line {
  const { style } = input;
  return style.turned
    ? turnedLine(input, style.fontPx, style.pitchPx)
    : flatLine(input, style.fontPx, style.gapPx);
}

/** Lines as far apart as the height allows. */
export function columnPitch(count: number, heightPx: number): ColumnStyle {
  const pitchPx = COLUMN_PITCHES.find((pitch) => pitch * count <= heightPx) ?? SCROLL_PITCH_PX;
  return { pitchPx, fontPx: 14, fullArcPx: pitchPx * THICK };
}

/** A line of words from top to bottom, at the left or the right edge of the room. */
export function columnLine(input: {
  readonly labels: readonly string[];
  readonly style: ColumnStyle;
  readonly topPx: number;
  readonly mostPx: number;
  readonly edgePx: number;
  readonly side: 'left' | 'right';
  readonly measure: Measure;
}): Line {
  const { style, edgePx } = input;
  const fitted = widthsOf(input.labels, style.fontPx, input.mostPx - 2 * COLUMN_PORT_PX, input.measure);
  const left = input.side === 'left';
  const deepPx = ceilTo(Math.max(0, ...fitted.map((f) => f.widthPx)) + 2 * COLUMN_PORT_PX, DEPTH_STEP_PX);
  const portX = left ? edgePx + deepPx : edgePx - deepPx;
  const words = fitted.map(({ text, cut }, index): WordPlace => {
    const portY = input.topPx + (index + 0.5) * style.pitchPx;
    return {
      index,
      text,
      cut,
      x: left ? portX - COLUMN_PORT_PX : portX + COLUMN_PORT_PX,
      y: portY + style.fontPx * 0.35,
      anchor: left ? 'end' : 'start',
      angleDegrees: 0,
      portX,
      portY,
      box: { x: left ? edgePx : portX, y: portY - style.pitchPx / 2, width: deepPx, height: style.pitchPx },
    };
  });
  return { words, longPx: input.topPx + input.labels.length * style.pitchPx, deepPx };
}
