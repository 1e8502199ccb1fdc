import { type AttentionKind, isSelf } from '../../contract/index.ts';
import { columnLine, columnPitch, rowLine, rowStyle, type WordPlace } from '../heatmap/labelLines.ts';
import type { Measure } from '../heatmap/labels.ts';

export interface ArcsInput {
  readonly kind: AttentionKind;
  readonly queries: readonly string[];
  readonly keys: readonly string[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly measure: Measure;
}

/**
 * Words and arcs. `row`: words from left to right, arcs above them. `column`: words from top to bottom; on narrow
 * screens, arcs to their right, and of cross-attention always: the French to the left, the English to the right, links
 * between them, so that no word of either is turned.
 */
export interface ArcsLayout {
  readonly direction: 'row' | 'column';
  /** Two lines of words (cross-attention), or one that reads itself. */
  readonly twoLines: boolean;
  /** All of it; more than the room when it has to be scrolled. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fontPx: number;
  readonly queries: readonly WordPlace[];
  readonly keys: readonly WordPlace[];
  /** Height of an arc by half its span, and the height none exceeds. */
  readonly rise: number;
  readonly mostHighPx: number;
  /** Thickness of an arc of weight 1; every other's is its weight's share of it. */
  readonly fullArcPx: number;
  /** Where to say which line reads and which is read; none when one line reads itself. */
  readonly captions: readonly Caption[];
}

export interface Caption {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Below this width one line of words stands in a column. Depends on the room alone: typing never turns the picture. */
export const COLUMN_BELOW_PX = 520;
/** Two columns farther apart than this leave long, flat links. */
const MOST_ACROSS_PX = 620;
/** Arcs keep this far from the edge. */
const PAD_PX = 10;
const CAPTION_PX = 24;
const CAPTION_BASELINE_PX = 14;

/** One line: the words below the arcs, as high up as the longest arc that fits the room's width allows. */
function selfRow(input: ArcsInput): ArcsLayout {
  const { queries: labels, widthPx, heightPx, measure } = input;
  const style = rowStyle([labels], widthPx, measure);
  const { deepPx } = rowLine({ labels, style, portY: 0, measure });
  const mostHighPx = Math.max(24, Math.min(heightPx - deepPx - PAD_PX, widthPx / 2));
  const line = rowLine({ labels, style, portY: mostHighPx + PAD_PX, measure });
  return {
    direction: 'row',
    twoLines: false,
    widthPx: Math.ceil(Math.max(widthPx, line.longPx)),
    heightPx: Math.ceil(mostHighPx + PAD_PX + deepPx),
    fontPx: style.fontPx,
    queries: line.words,
    keys: line.words,
    rise: Math.min(1, mostHighPx / (widthPx / 2)),
    mostHighPx,
    fullArcPx: style.fullArcPx,
    captions: [],
  };
}

function columnLayout(input: ArcsInput, twoLines: boolean): ArcsLayout {
  const { widthPx, measure } = input;
  const insetPx = twoLines ? Math.max(0, Math.floor((widthPx - MOST_ACROSS_PX) / 2)) : 0;
  const acrossPx = widthPx - 2 * insetPx;
  const topPx = twoLines ? CAPTION_PX : 0;
  const longest = Math.max(input.queries.length, twoLines ? input.keys.length : 0);
  const style = columnPitch(longest, input.heightPx - topPx);
  const common = { style, topPx, mostPx: acrossPx * (twoLines ? 0.34 : 0.4), measure };
  const queries = columnLine({ ...common, labels: input.queries, edgePx: insetPx, side: 'left' });
  const keys = twoLines
    ? columnLine({ ...common, labels: input.keys, edgePx: widthPx - insetPx, side: 'right' })
    : queries;
  const heightPx = Math.ceil(Math.max(queries.longPx, keys.longPx));
  const mostHighPx = Math.max(24, widthPx - queries.deepPx - 2 * PAD_PX);
  return {
    direction: 'column',
    twoLines,
    widthPx,
    heightPx,
    fontPx: style.fontPx,
    queries: queries.words,
    keys: keys.words,
    rise: Math.min(1, mostHighPx / (input.heightPx / 2)),
    mostHighPx,
    fullArcPx: style.fullArcPx,
    captions: twoLines
      ? [
          { x: insetPx + PAD_PX, y: CAPTION_BASELINE_PX, anchor: 'start' },
          { x: widthPx - insetPx - PAD_PX, y: CAPTION_BASELINE_PX, anchor: 'end' },
        ]
      : [],
  };
}

/**
 * Places words and arcs. Words stand one after the other, so that a new one moves none before it while there is room.
 */
export function arcsLayout(input: ArcsInput): ArcsLayout {
  const twoLines = !isSelf(input.kind);
  return twoLines || input.widthPx < COLUMN_BELOW_PX ? columnLayout(input, twoLines) : selfRow(input);
}
