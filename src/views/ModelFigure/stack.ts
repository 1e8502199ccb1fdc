import {
  type AttentionKind,
  attentionStage,
  type ModelInfo,
  type Part,
  type StageName,
} from '../../contract/index.ts';
import type { FigureBox, Fit, LayerBar, ThumbnailRow } from './parts.ts';
import type { FigureSizes } from './sizes.ts';

/** One half of the figure. */
export interface FigureStack {
  readonly part: Part;
  /** Its attention boxes from the top of a layer to its bottom: information flows upwards. */
  readonly kinds: readonly AttentionKind[];
  readonly layers: number;
  readonly heads: number;
}

export function stackOf(info: ModelInfo, part: Part): FigureStack {
  const sites = info.sites.filter((site) => site.part === part);
  const heads = Math.max(0, ...sites.map((site) => site.heads));
  return { part, kinds: sites.map(({ kind }) => kind).reverse(), layers: info[part].layers, heads };
}

const WIDEST_GAP_PX = 8;
/** Bars of a top layer that bear their names: Add & Norm, Feed Forward, Add & Norm. */
const NAMED_BARS = 3;

/**
 * Thumbnails of a given size in a given width: on as few lines as hold them, lines as even as can be, the gap wide
 * enough to fill the line.
 */
export function fitRow(heads: number, thumbPx: number, widthPx: number): Fit {
  const least = thumbPx >= 20 ? 3 : 2;
  const most = Math.max(1, Math.floor((widthPx + least) / (thumbPx + least)));
  const columns = Math.ceil(heads / Math.ceil(heads / most));
  const room = Math.floor((widthPx - columns * thumbPx) / Math.max(1, columns - 1));
  return { thumbPx, columns, gapPx: Math.max(least, Math.min(room, WIDEST_GAP_PX)) };
}

/** Height of a row's thumbnails. */
function rowHeight(stack: FigureStack, fit: Fit): number {
  const lines = Math.ceil(stack.heads / fit.columns);
  return lines * (fit.thumbPx + fit.gapPx) - fit.gapPx;
}

/** From the bar over an attention box to its thumbnails. */
const overRow = (z: FigureSizes) => (z.norm ? z.norm + z.rowGap - 1 : 0) + z.caption;
/** How much higher the top layer of a stack is whose bars bear their names: two Add & Norm and a Feed Forward. */
const namesPx = (z: FigureSizes) => 2 * (z.named - z.norm) + z.named - z.forward;

/** What a stack's height depends on besides its sizes. */
export interface StackLook {
  readonly fit: Fit;
  readonly layerGapPx: number;
  /** The bars of its top layer bear their names. */
  readonly named: boolean;
}

/** Height of a stack with its border's padding. */
export function stackHeight(
  z: FigureSizes,
  stack: FigureStack,
  { fit, layerGapPx, named }: StackLook,
): number {
  const attentions = stack.kinds.length;
  const bars = z.norm + z.forward + z.barGap;
  const layer = bars + attentions * (overRow(z) + rowHeight(stack, fit)) + (attentions - 1) * z.rowGap;
  const gaps = Math.max(0, stack.layers - 1) * layerGapPx;
  return 2 * z.padOver + stack.layers * layer + gaps + (named ? namesPx(z) : 0);
}

/** One stack, placed. */
export interface PlacedStack {
  readonly rows: readonly ThumbnailRow[];
  readonly bars: readonly LayerBar[];
  /** SVG path of the residual arrows. */
  readonly residuals: string;
}

/** On which side of a stack its residual arrows run: the outer one, as in the paper. */
const SIDES: Readonly<Record<Part, -1 | 1>> = { encoder: -1, decoder: 1 };

/**
 * Round a sub-layer, in the margin beside it: from `from` up to the middle of its Add & Norm.
 */
function residualPath(z: FigureSizes, part: Part, { x, width }: FigureBox, from: number, to: number): string {
  const side = SIDES[part];
  const edge = side < 0 ? x : x + width;
  const out = Math.round(edge + side * 0.6 * z.pad) + 0.5;
  const start = Math.round(from) + 0.5;
  const end = Math.round(to) + 0.5;
  return `M${edge} ${start}H${out}V${end}H${edge}m${side * 3} -2.5l${-side * 3} 2.5l${side * 3} 2.5`;
}

/** Rows, bars and arrows of one stack inside its box, top layer first. */
export function placeStack(z: FigureSizes, stack: FigureStack, look: StackLook, box: FigureBox): PlacedStack {
  const { fit, layerGapPx } = look;
  const { part } = stack;
  const rows: ThumbnailRow[] = [];
  const bars: LayerBar[] = [];
  const arrows: string[] = [];
  const inner = { x: box.x + z.pad, width: box.width - 2 * z.pad };
  const height = rowHeight(stack, fit);
  const rowWidth = fit.columns * (fit.thumbPx + fit.gapPx) - fit.gapPx;
  let y = box.y + z.padOver;
  /** An Add & Norm to which no arrow leads yet. */
  let norm: FigureBox | null = null;
  const arrowFrom = (from: number) => {
    if (norm) arrows.push(residualPath(z, part, norm, from, norm.y + norm.height / 2));
    norm = null;
  };
  const bar = (what: LayerBar['what'], layer: number, stage: StageName, plain: number) => {
    const labelled = look.named && layer === stack.layers - 1 && bars.length < NAMED_BARS;
    const box = { ...inner, y, height: labelled ? z.named : plain };
    if (plain > 0) bars.push({ what, part, layer, stage, box, labelled });
    if (plain > 0 && what === 'addNorm') norm = box;
    y += box.height;
  };
  for (let layer = stack.layers - 1; layer >= 0; layer--) {
    bar('addNorm', layer, `${part}.${layer}.output`, z.norm);
    bar('feedForward', layer, `${part}.${layer}.feedForward`, z.forward);
    arrowFrom(y);
    y += z.barGap;
    stack.kinds.forEach((kind, i) => {
      if (i > 0) y += z.rowGap;
      bar('addNorm', layer, attentionStage(kind, layer, 'afterAttention'), z.norm);
      y += overRow(z) - z.norm - z.caption;
      const captionY = z.caption > 0 ? y : null;
      y += z.caption;
      const box = { x: inner.x, y, width: rowWidth, height };
      rows.push({ kind, layer, heads: stack.heads, ...fit, box, captionY });
      y += height;
      arrowFrom(y + 1);
    });
    y += layerGapPx;
  }
  return { rows, bars, residuals: arrows.join('') };
}
