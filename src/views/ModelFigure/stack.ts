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

/** Height of a layer's topmost bars, one on the other: Add & Norm, Feed Forward. */
const topBars = (z: FigureSizes) => z.norm + z.forward;
/** From the bar over an attention box to its thumbnails. */
const overRow = (z: FigureSizes) => (z.norm ? z.norm + z.rowGap - 1 : 0) + z.caption;

/** Height of a stack with its border's padding. */
export function stackHeight(z: FigureSizes, stack: FigureStack, fit: Fit, layerGapPx: number): number {
  const attentions = stack.kinds.length;
  const layer = topBars(z) + attentions * (overRow(z) + rowHeight(stack, fit)) + (attentions - 1) * z.rowGap;
  return 2 * z.pad + stack.layers * layer + Math.max(0, stack.layers - 1) * layerGapPx;
}

/** Rows and bars of one stack inside its box, top layer first. */
export function placeStack(
  z: FigureSizes,
  stack: FigureStack,
  fit: Fit,
  box: FigureBox,
  layerGapPx: number,
): { readonly rows: readonly ThumbnailRow[]; readonly bars: readonly LayerBar[] } {
  const rows: ThumbnailRow[] = [];
  const bars: LayerBar[] = [];
  const x = box.x + z.pad;
  const width = box.width - 2 * z.pad;
  const height = rowHeight(stack, fit);
  const rowWidth = fit.columns * (fit.thumbPx + fit.gapPx) - fit.gapPx;
  let y = box.y + z.pad;
  const bar = (what: LayerBar['what'], layer: number, stage: StageName, thickness: number) => {
    const box = { x, y, width, height: thickness };
    if (thickness > 0) bars.push({ what, part: stack.part, layer, stage, box });
    y += thickness;
  };
  for (let layer = stack.layers - 1; layer >= 0; layer--) {
    bar('addNorm', layer, `${stack.part}.${layer}.output`, z.norm);
    bar('feedForward', layer, `${stack.part}.${layer}.feedForward`, z.forward);
    stack.kinds.forEach((kind, i) => {
      if (i > 0) y += z.rowGap;
      bar('addNorm', layer, attentionStage(kind, layer, 'afterAttention'), z.norm);
      y += overRow(z) - z.norm - z.caption;
      const captionY = z.caption > 0 ? y : null;
      y += z.caption;
      rows.push({
        kind,
        layer,
        heads: stack.heads,
        ...fit,
        box: { x, y, width: rowWidth, height },
        captionY,
      });
      y += height;
    });
    y += layerGapPx;
  }
  return { rows, bars };
}
