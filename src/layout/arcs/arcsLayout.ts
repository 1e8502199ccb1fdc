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
 * Words and arcs. `row`: words from left to right, arcs above them or, for cross-attention, links between the French
 * above and the English below. `column`: on narrow screens, words from top to bottom, arcs to their right.
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

/** Below this width words stand in a column. Depends on the room alone: typing never turns the picture. */
export const COLUMN_BELOW_PX = 520;
/** Links longer than this only look thin. */
const MOST_LINK_PX = 300;
/** Arcs keep this far from the edge. */
const PAD_PX = 10;
const CAPTION_PX = 24;
const CAPTION_BASELINE_PX = 14;

/** One line: the words below the arcs, as high up as the longest arc that fits the room's width allows. */
function selfRow(input: ArcsInput): ArcsLayout {
  const { queries: labels, widthPx, heightPx, measure } = input;
  const style = rowStyle([labels], widthPx, measure);
  const { deepPx } = rowLine({ labels, style, portY: 0, side: 'below', measure });
  const mostHighPx = Math.max(24, Math.min(heightPx - deepPx - PAD_PX, widthPx / 2));
  const line = rowLine({ labels, style, portY: mostHighPx + PAD_PX, side: 'below', measure });
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

/** Two lines with links between them. */
function crossRow(input: ArcsInput): ArcsLayout {
  const { measure, heightPx } = input;
  const style = rowStyle([input.queries, input.keys], input.widthPx, measure);
  const above = (portY: number) => rowLine({ labels: input.queries, style, portY, side: 'above', measure });
  const below = (portY: number) => rowLine({ labels: input.keys, style, portY, side: 'below', measure });
  const top = CAPTION_PX + above(0).deepPx;
  const deepPx = below(0).deepPx;
  const linkPx = Math.max(48, Math.min(MOST_LINK_PX, heightPx - top - deepPx - CAPTION_PX));
  const [queries, keys] = [above(top), below(top + linkPx)];
  const bottom = top + linkPx + deepPx;
  return {
    direction: 'row',
    twoLines: true,
    widthPx: Math.ceil(Math.max(input.widthPx, queries.longPx, keys.longPx)),
    heightPx: bottom + CAPTION_PX,
    fontPx: style.fontPx,
    queries: queries.words,
    keys: keys.words,
    rise: 1,
    mostHighPx: linkPx,
    fullArcPx: style.fullArcPx,
    captions: [
      { x: PAD_PX, y: CAPTION_BASELINE_PX, anchor: 'start' },
      { x: PAD_PX, y: bottom + CAPTION_BASELINE_PX, anchor: 'start' },
    ],
  };
}

function columnLayout(input: ArcsInput, twoLines: boolean): ArcsLayout {
  const { widthPx, measure } = input;
  const topPx = twoLines ? CAPTION_PX : 0;
  const longest = Math.max(input.queries.length, twoLines ? input.keys.length : 0);
  const style = columnPitch(longest, input.heightPx - topPx);
  const common = { style, topPx, mostPx: widthPx * (twoLines ? 0.34 : 0.4), measure };
  const queries = columnLine({ ...common, labels: input.queries, edgePx: 0, side: 'left' });
  const keys = twoLines
    ? columnLine({ ...common, labels: input.keys, edgePx: widthPx, side: 'right' })
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
          { x: PAD_PX, y: CAPTION_BASELINE_PX, anchor: 'start' },
          { x: widthPx - PAD_PX, y: CAPTION_BASELINE_PX, anchor: 'end' },
        ]
      : [],
  };
}

/**
 * Places words and arcs. Words stand one after the other, so that a new one moves none before it while there is room.
 */
export function arcsLayout(input: ArcsInput): ArcsLayout {
  const twoLines = !isSelf(input.kind);
  if (input.widthPx < COLUMN_BELOW_PX) return columnLayout(input, twoLines);
  return twoLines ? crossRow(input) : selfRow(input);
}
