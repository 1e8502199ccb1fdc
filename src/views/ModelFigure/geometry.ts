import type { AttentionKind, ModelInfo, Part } from '../../contract/index.ts';
import { fitThumbnails } from './fitThumbnails.ts';

/** CSS px, from the figure's top left corner. */
export interface BoxPx {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One Multi-Head Attention box: H thumbnails on one line or more. */
export interface HeadRow {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly heads: number;
  /** Thumbnails on a full line. */
  readonly columns: number;
  readonly thumbPx: number;
  readonly gapPx: number;
  /** Of the thumbnails, without the caption. */
  readonly box: BoxPx;
  /** Top of the caption's line; null where there is no room for captions. */
  readonly captionY: number | null;
}

/** A thin bar: what stands between two attention boxes. */
export interface LayerBar {
  readonly what: 'addNorm' | 'feedForward';
  readonly part: Part;
  readonly layer: number;
  readonly box: BoxPx;
}

export interface FigureGeometry {
  readonly widthPx: number;
  /** May be more than was given: then the figure scrolls. */
  readonly heightPx: number;
  readonly encoder: BoxPx;
  readonly decoder: BoxPx;
  /** "Linear · softmax"; null in the bare figure. */
  readonly nextWord: BoxPx | null;
  /** From top to bottom, encoder first. */
  readonly rows: readonly HeadRow[];
  readonly bars: readonly LayerBar[];
  /** SVG path from the encoder's top to every row that reads it. */
  readonly feeds: string;
}

/** Heights and distances, px: with words and bars, or bare for a slide. */
const FULL = {
  pad: 10,
  between: 18,
  caption: 16,
  norm: 2,
  forward: 6,
  rowGap: 5,
  layerGap: 10,
  layerGapMost: 26,
  above: 38,
  below: 26,
  heading: 138,
};
const BARE = {
  pad: 8,
  between: 24,
  caption: 0,
  norm: 0,
  forward: 0,
  rowGap: 4,
  layerGap: 8,
  layerGapMost: 22,
  above: 8,
  below: 8,
  heading: 16,
};
type Sizes = typeof FULL;

/** Height of a layer's topmost bars, one on the other: Add & Norm, Feed Forward, Add & Norm. */
const barsHeight = (z: Sizes) => (z.forward ? 2 * z.norm + z.forward : 0);
/** Height between the bar over an attention box and its caption. */
const underBar = (z: Sizes) => (z.norm ? z.rowGap - 1 : 0);
/** Height between two attention boxes of one layer. */
const betweenRows = (z: Sizes) => z.rowGap + z.norm;

/** Height of a layer without its thumbnails. */
function layerFrame(z: Sizes, attentions: number): number {
  return barsHeight(z) + attentions * (underBar(z) + z.caption) + (attentions - 1) * betweenRows(z);
}

interface Stack {
  readonly part: Part;
  /** From the top of a layer to its bottom: information flows upwards. */
  readonly kinds: readonly AttentionKind[];
  readonly layers: number;
  readonly heads: number;
}

const stacksOf = (info: ModelInfo): readonly [Stack, Stack] => [
  { part: 'encoder', kinds: ['encoder'], ...info.encoder },
  { part: 'decoder', kinds: ['cross', 'decoder'], ...info.decoder },
];

interface Fit {
  readonly thumbPx: number;
  readonly columns: number;
  readonly gapPx: number;
}

const linesOf = (stack: Stack, columns: number) => Math.ceil(stack.heads / columns);
const rowHeight = (lines: number, fit: Fit) => lines * fit.thumbPx + (lines - 1) * fit.gapPx;

function stackHeight(z: Sizes, stack: Stack, fit: Fit, layerGap: number): number {
  const rows = stack.kinds.length * rowHeight(linesOf(stack, fit.columns), fit);
  const layer = layerFrame(z, stack.kinds.length) + rows;
  return 2 * z.pad + stack.layers * layer + Math.max(0, stack.layers - 1) * layerGap;
}

/** Rows and bars of one stack, top layer first. */
function placeStack(z: Sizes, stack: Stack, fit: Fit, box: BoxPx, layerGap: number) {
  const rows: HeadRow[] = [];
  const bars: LayerBar[] = [];
  const x = box.x + z.pad;
  const width = box.width - 2 * z.pad;
  let y = box.y + z.pad;
  const bar = (what: LayerBar['what'], layer: number, height: number) => {
    bars.push({ what, part: stack.part, layer, box: { x, y, width, height } });
    y += height;
  };
  for (let layer = stack.layers - 1; layer >= 0; layer--) {
    if (z.forward) {
      bar('addNorm', layer, z.norm);
      bar('feedForward', layer, z.forward);
    }
    stack.kinds.forEach((kind, i) => {
      if (i > 0) y += z.rowGap;
      if (z.norm) bar('addNorm', layer, z.norm);
      y += underBar(z);
      const captionY = z.caption ? y : null;
      y += z.caption;
      const lines = linesOf(stack, fit.columns);
      const height = rowHeight(lines, fit);
      const used = fit.columns * (fit.thumbPx + fit.gapPx) - fit.gapPx;
      rows.push({ kind, layer, heads: stack.heads, ...fit, box: { x, y, width: used, height }, captionY });
      y += height;
    });
    y += layerGap;
  }
  return { rows, bars };
}

/** Up from the encoder's top, across, along the decoder's side, and into every row that reads the English. */
function feedLine(encoder: BoxPx, decoder: BoxPx, rows: readonly HeadRow[], riseTo: number): string {
  const ys = rows.filter((row) => row.kind === 'cross').map((row) => row.box.y + row.box.height / 2);
  if (ys.length === 0) return '';
  const trunk = Math.round((encoder.x + encoder.width + decoder.x) / 2) + 0.5;
  const from = Math.round(encoder.x + encoder.width / 2) + 0.5;
  const half = (v: number) => Math.round(v) + 0.5;
  const top = half(Math.min(riseTo, ...ys));
  const bottom = half(Math.max(riseTo, ...ys));
  const branches = ys.map((y) => `M${trunk} ${half(y)}H${decoder.x}m-4 -3l3.5 3l-3.5 3`).join('');
  return `M${from} ${encoder.y}V${half(riseTo)}H${trunk}M${trunk} ${top}V${bottom}${branches}`;
}

/** The gap that lets a line of thumbnails fill its box, within reason. */
function spread(columns: number, thumbPx: number, innerPx: number, leastPx: number): number {
  const gap = Math.floor((innerPx - columns * thumbPx) / Math.max(1, columns - 1));
  return Math.max(leastPx, Math.min(gap, 8));
}

/**
 * Places the paper's figure: encoder stack left, decoder stack right, both standing on the same line, layer 1 at the
 * bottom. Thumbnails are as large as width and height allow; where even the smallest do not fit, the figure is higher
 * than `size.height`.
 */
export function figureGeometry(
  info: ModelInfo,
  size: { readonly width: number; readonly height: number },
  variant: 'figure' | 'bare',
): FigureGeometry {
  const z = variant === 'figure' ? FULL : BARE;
  const stacks = stacksOf(info);
  const column = Math.floor((size.width - z.between) / 2);
  const inner = column - 2 * z.pad;
  const fits = stacks.map((stack) => {
    const above = stack.part === 'encoder' ? z.heading : z.above;
    const frame = stackHeight(z, stack, { thumbPx: 0, columns: stack.heads, gapPx: 0 }, z.layerGap);
    const room = size.height - above - z.below - frame;
    return fitThumbnails(stack.heads, inner, room / Math.max(1, stack.layers * stack.kinds.length));
  });
  const thumbPx = Math.min(...fits.map((fit) => fit.thumbPx));
  const sized = fits.map((fit) => ({
    ...fit,
    thumbPx,
    gapPx: spread(fit.columns, thumbPx, inner, fit.gapPx),
  }));
  const [fitE, fitD] = [sized[0], sized[1]];
  if (!fitE || !fitD) throw new RangeError('figureGeometry: a model has two stacks');
  const heightOf = (gap: number) =>
    Math.max(
      z.heading + stackHeight(z, stacks[0], fitE, gap),
      z.above + stackHeight(z, stacks[1], fitD, gap),
    ) + z.below;
  const gaps = Math.max(1, Math.max(stacks[0].layers, stacks[1].layers) - 1);
  const slack = Math.max(0, Math.floor((size.height - heightOf(z.layerGap)) / gaps));
  const layerGap = Math.min(z.layerGapMost, z.layerGap + slack);
  const heightPx = heightOf(layerGap);
  const floor = heightPx - z.below;
  const boxOf = (stack: Stack, fit: Fit, x: number): BoxPx => {
    const height = stackHeight(z, stack, fit, layerGap);
    return { x, y: floor - height, width: column, height };
  };
  const encoder = boxOf(stacks[0], fitE, 0);
  const decoder = boxOf(stacks[1], fitD, size.width - column);
  const left = placeStack(z, stacks[0], fitE, encoder, layerGap);
  const right = placeStack(z, stacks[1], fitD, decoder, layerGap);
  const chip = {
    x: decoder.x + decoder.width / 2,
    y: decoder.y - z.above,
    width: decoder.width / 2,
    height: 28,
  };
  return {
    widthPx: size.width,
    heightPx,
    encoder,
    decoder,
    nextWord: variant === 'figure' ? chip : null,
    rows: [...left.rows, ...right.rows],
    bars: [...left.bars, ...right.bars],
    feeds: feedLine(encoder, decoder, right.rows, encoder.y - (variant === 'figure' ? 14 : 8)),
  };
}
