import { isSelf, type ModelInfo } from '../../contract/index.ts';
import { footOf, NO_ENDS, topOf } from './ends.ts';
import type { FigureBox, FigureStep, LayerBar, ThumbnailRow } from './parts.ts';
import {
  BARE,
  BARE_THUMB_MOST_PX,
  type FigureSizes,
  FULL,
  HALL,
  NARROW,
  scaled,
  THUMB_LEAST_PX,
  THUMB_MOST_PX,
} from './sizes.ts';
import { fitRow, placeStack, stackHeight, stackOf } from './stack.ts';

/** What the figure may fill, CSS px. */
interface RoomPx {
  readonly width: number;
  readonly height: number;
}

export interface FigureGeometry {
  /** Its words are large. */
  readonly hall: boolean;
  readonly widthPx: number;
  /** May be more than was given: then the figure scrolls. */
  readonly heightPx: number;
  readonly encoder: FigureBox;
  readonly decoder: FigureBox;
  /** Top left corner of the heading: over the shorter stack. Null in the bare figure. */
  readonly heading: { readonly x: number; readonly y: number } | null;
  /** "Softmax", flush with the decoder's right edge. Null in the bare figure. */
  readonly nextWord: FigureBox | null;
  /** From top to bottom, encoder first. */
  readonly rows: readonly ThumbnailRow[];
  readonly bars: readonly LayerBar[];
  /** The bars and what stands at the stacks' ends, from top to bottom, encoder first. */
  readonly steps: readonly FigureStep[];
  /** SVG path from the encoder's top to every row that reads it. */
  readonly feeds: string;
  /** SVG paths of the residual arrows, and of those under and over the stacks. */
  readonly residuals: string;
  readonly flow: string;
}

/** Up from the encoder's top, across, along the decoder's side, and into every row that reads the English. */
function feedLine(
  encoder: FigureBox,
  decoder: FigureBox,
  rows: readonly ThumbnailRow[],
  risePx: number,
): string {
  const ys = rows.filter((row) => !isSelf(row.kind)).map((row) => row.box.y + row.box.height / 2);
  if (ys.length === 0) return '';
  // Half pixels: a line one pixel wide is sharp there.
  const half = (v: number) => Math.round(v) + 0.5;
  const trunk = half((encoder.x + encoder.width + decoder.x) / 2);
  const turn = half(encoder.y - risePx);
  const top = Math.min(turn, ...ys.map(half));
  const bottom = Math.max(turn, ...ys.map(half));
  const branches = ys.map((y) => `M${trunk} ${half(y)}H${decoder.x}m-4 -3l3.5 3l-3.5 3`).join('');
  const start = `M${half(encoder.x + encoder.width / 2)} ${encoder.y}V${turn}H${trunk}`;
  return `${start}M${trunk} ${top}V${bottom}${branches}`;
}

/** Sides of the thumbnails in the encoder and in the decoder, px. */
type Thumbs = readonly [encoder: number, decoder: number];

/** Whether the bars of a top layer bear their names, in the encoder and in the decoder. */
type Named = readonly [encoder: boolean, decoder: boolean];
const NAMELESS: Named = [false, false];

/** Both stacks at given sizes of thumbnail and one distance between layers. */
function stacksAt(
  info: ModelInfo,
  z: FigureSizes,
  columnPx: number,
  thumbs: Thumbs,
  layerGapPx: number,
  named: Named = NAMELESS,
) {
  const inner = columnPx - 2 * z.pad;
  const [encoder, decoder] = [stackOf(info, 'encoder'), stackOf(info, 'decoder')];
  const left = { fit: fitRow(encoder.heads, thumbs[0], inner), layerGapPx, named: named[0] };
  const right = { fit: fitRow(decoder.heads, thumbs[1], inner), layerGapPx, named: named[1] };
  const encoderPx = stackHeight(z, encoder, left);
  const decoderPx = stackHeight(z, decoder, right);
  const [over, under] = [Math.max(encoderPx, decoderPx), Math.min(encoderPx, decoderPx)];
  const heightPx = Math.max(over, under + z.heading) + z.above + z.below;
  return { encoder, decoder, left, right, encoderPx, decoderPx, heightPx };
}

/** How much larger than the other stack's a stack's thumbnails may be where it has fewer heads. */
const MOST_RATIO = 2;

/**
 * The largest thumbnails that fit, alike in both stacks unless one has fewer heads; then the names of the bars where
 * they have room; then the widest distance between layers.
 */
function fitStacks(info: ModelInfo, z: FigureSizes, columnPx: number, heightPx: number, mostPx: number) {
  const at = (thumbs: Thumbs, gapPx: number, named?: Named) =>
    stacksAt(info, z, columnPx, thumbs, gapPx, named);
  const fits = (thumbs: Thumbs, gapPx: number, named?: Named) =>
    at(thumbs, gapPx, named).heightPx <= heightPx;
  let px = Math.max(1, Math.min(mostPx, Math.floor(columnPx - 2 * z.pad)));
  while (px > THUMB_LEAST_PX && !fits([px, px], z.layerGap)) px -= 1;
  const most = Math.min(mostPx, px * MOST_RATIO);
  const fewer = Math.sign(stackOf(info, 'decoder').heads - stackOf(info, 'encoder').heads);
  const larger = (thumbs: Thumbs): Thumbs => [
    thumbs[0] + Math.max(0, fewer),
    thumbs[1] + Math.max(0, -fewer),
  ];
  const columns = (thumbs: Thumbs) =>
    at(thumbs, z.layerGap).left.fit.columns + at(thumbs, z.layerGap).right.fit.columns;
  let thumbs: Thumbs = [px, px];
  while (fewer !== 0 && Math.max(...larger(thumbs)) <= most && fits(larger(thumbs), z.layerGap)) {
    if (columns(larger(thumbs)) !== columns(thumbs)) break;
    thumbs = larger(thumbs);
  }
  const encoderNamed = fits(thumbs, z.layerGap, [true, false]);
  const named: Named = [encoderNamed, encoderNamed && fits(thumbs, z.layerGap, [true, true])];
  let gapPx = z.layerGap;
  while (gapPx < z.layerGapMost && fits(thumbs, gapPx + 1, named)) gapPx += 1;
  return at(thumbs, gapPx, named);
}

/** Below this width two words over the decoder stand beneath each other. */
const NARROW_WIDTH_PX = 470;

/** From this width on, and where they fit, words are large. */
const HALL_WIDTH_PX = 640;
const HALL_THUMB_PX = 32;

/** Both stacks in a room, at the sizes `plain`, each `unit` px. */
function fitIn(info: ModelInfo, plain: FigureSizes, size: RoomPx, unit: number) {
  const z = scaled(plain, unit);
  const column = Math.floor((size.width - z.between) / 2);
  const mostPx = Math.round((plain === BARE ? BARE_THUMB_MOST_PX : THUMB_MOST_PX) * unit);
  return { z, hall: plain === HALL, column, ...fitStacks(info, z, column, size.height, mostPx) };
}

/** With large words where these leave room for thumbnails in which a pattern is easily seen. */
function fitRoom(info: ModelInfo, size: RoomPx, unit: number) {
  if (size.width < NARROW_WIDTH_PX * unit) return fitIn(info, NARROW, size, unit);
  const hall = fitIn(info, HALL, size, unit);
  const thumbPx = Math.min(hall.left.fit.thumbPx, hall.right.fit.thumbPx);
  const small = size.width < HALL_WIDTH_PX * unit || thumbPx < HALL_THUMB_PX * unit;
  return small ? fitIn(info, FULL, size, unit) : hall;
}

/**
 * Places the paper's figure: encoder stack left, decoder stack right, both standing on the same line, layer 1 at the
 * bottom, the heading over the shorter one. Thumbnails are as large as width and height allow; where even the smallest
 * do not fit, the figure is higher than `size.height`. `unit`: CSS px of one px of its sizes (`useUnit`).
 */
export function figureGeometry(
  info: ModelInfo,
  size: RoomPx,
  variant: 'figure' | 'bare',
  unit = 1,
): FigureGeometry {
  const fitted = variant === 'figure' ? fitRoom(info, size, unit) : fitIn(info, BARE, size, unit);
  const { z, column } = fitted;
  const { heightPx, encoderPx, decoderPx } = fitted;
  const floor = heightPx - z.below;
  const encoder: FigureBox = { x: 0, y: floor - encoderPx, width: column, height: encoderPx };
  const decoder: FigureBox = {
    x: size.width - column,
    y: floor - decoderPx,
    width: column,
    height: decoderPx,
  };
  const left = placeStack(z, fitted.encoder, fitted.left, encoder);
  const right = placeStack(z, fitted.decoder, fitted.right, decoder);
  const words = variant === 'figure';
  const top = words ? topOf(z, decoder) : NO_ENDS;
  const under = words ? footOf(z, 'encoder', encoder) : NO_ENDS;
  const underDecoder = words ? footOf(z, 'decoder', decoder) : NO_ENDS;
  return {
    hall: fitted.hall,
    widthPx: size.width,
    heightPx,
    encoder,
    decoder,
    heading: words ? { x: decoderPx < encoderPx ? decoder.x : encoder.x, y: 0 } : null,
    nextWord: top.boxes.find(({ what }) => what === 'softmax')?.box ?? null,
    rows: [...left.rows, ...right.rows],
    bars: [...left.bars, ...right.bars],
    steps: [...left.bars, ...under.boxes, ...top.boxes, ...right.bars, ...underDecoder.boxes],
    feeds: feedLine(encoder, decoder, right.rows, z.rise),
    residuals: left.residuals + right.residuals,
    flow: top.flow + under.flow + underDecoder.flow,
  };
}
