import type { AttentionKind } from '../../contract/index.ts';
import { type AmountScale, cellNumber, cellRect, type HeatmapLayout } from '../../layout/index.ts';

export interface CellsPicture {
  readonly layout: HeatmapLayout;
  readonly kind: AttentionKind;
  /** T × S: what the colours say, 0 … 1. */
  readonly amounts: Float32Array;
  /** T × S: what the numbers say; equal to `amounts` on the fixed scale. */
  readonly weights: Float32Array;
  readonly scale: AmountScale;
  readonly hatch: string;
  readonly fontFamily: string;
  /** The row that stands out: where only one row's numbers fit, they are this one's. */
  readonly row: number | null;
  /** Lines around the cells, where colours alone are not enough; null for none. */
  readonly outline: string | null;
}

const NUMBER_PX = 12;
/** Where there is room for a hall's last row. */
const LARGE_NUMBER_PX = 15;
/** Weights from here on are written in full ink, smaller ones in a fainter one. */
const STRONG = 0.1;
/** Distance of the hatching's lines. */
const HATCH_PX = 6;

/** How many keys of a row the model may read, from the first on. */
function readableKeys({ kind, layout }: CellsPicture, query: number): number {
  return kind === 'decoder' ? Math.min(layout.S, query + 1) : layout.S;
}

/** Tiny cells: one pixel each, enlarged, since thousands of rectangles take longer than a frame. */
function drawPixels(context: CanvasRenderingContext2D, picture: CellsPicture): void {
  const { T, S, cellWidthPx, cellHeightPx } = picture.layout;
  const image = new ImageData(S, T);
  for (let i = 0; i < T * S; i++) {
    image.data.set(picture.scale.rgb(picture.amounts[i] ?? 0), 4 * i);
    image.data[4 * i + 3] = i % S < readableKeys(picture, Math.floor(i / S)) ? 255 : 0;
  }
  const small = document.createElement('canvas');
  small.width = S;
  small.height = T;
  small.getContext('2d')?.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, S * cellWidthPx, T * cellHeightPx);
}

function drawBoxes(context: CanvasRenderingContext2D, picture: CellsPicture): void {
  const { layout, amounts, scale, outline } = picture;
  context.lineWidth = 1;
  for (let query = 0; query < layout.T; query++) {
    for (let key = 0; key < readableKeys(picture, query); key++) {
      const { x, y, width, height } = cellRect(layout, { query, key });
      context.fillStyle = scale.css(amounts[query * layout.S + key] ?? 0);
      context.beginPath();
      context.roundRect(x - layout.leftPx, y - layout.topPx, width, height, layout.radiusPx);
      context.fill();
      if (outline === null || layout.gapPx < 2) continue;
      context.strokeStyle = outline;
      context.stroke();
    }
  }
}

function drawNumbers(context: CanvasRenderingContext2D, picture: CellsPicture): void {
  const { layout, amounts, weights, scale, outline } = picture;
  context.font = `${layout.fontPx >= 17 ? LARGE_NUMBER_PX : NUMBER_PX}px ${picture.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const [middleX, middleY] = [
    (layout.cellWidthPx - layout.gapPx) / 2,
    (layout.cellHeightPx - layout.gapPx) / 2,
  ];
  for (let query = 0; query < layout.T; query++) {
    if (layout.numbers === 'row' && query !== picture.row) continue;
    for (let key = 0; key < readableKeys(picture, query); key++) {
      const i = query * layout.S + key;
      const text = cellNumber(weights[i] ?? 0);
      if (text === '') continue;
      const amount = amounts[i] ?? 0;
      context.fillStyle =
        (weights[i] ?? 0) < STRONG && outline === null ? scale.quietInkOn(amount) : scale.inkOn(amount);
      context.fillText(text, key * layout.cellWidthPx + middleX, query * layout.cellHeightPx + middleY + 1);
    }
  }
}

/** Slanted lines over the cells that may not be read: one surface, since none of them has anything to say. */
function drawHatching(context: CanvasRenderingContext2D, picture: CellsPicture): void {
  const { T, S, cellWidthPx, cellHeightPx, gapPx } = picture.layout;
  if (picture.kind !== 'decoder') return;
  const [width, height] = [S * cellWidthPx - gapPx, T * cellHeightPx - gapPx];
  context.save();
  context.beginPath();
  for (let query = 0; query < T; query++) {
    const from = readableKeys(picture, query) * cellWidthPx;
    if (from < width) context.rect(from, query * cellHeightPx, width - from, cellHeightPx);
  }
  context.clip();
  context.beginPath();
  for (let x = -height; x < width; x += HATCH_PX) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.strokeStyle = picture.hatch;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

/** Paints the whole grid; the context's origin is the grid's corner, its unit the CSS px. */
export function drawCells(context: CanvasRenderingContext2D, picture: CellsPicture): void {
  const { T, S, cellWidthPx, cellHeightPx, gapPx, numbers } = picture.layout;
  context.clearRect(0, 0, S * cellWidthPx, T * cellHeightPx);
  if (T === 0 || S === 0) return;
  if (gapPx === 0) drawPixels(context, picture);
  else drawBoxes(context, picture);
  drawHatching(context, picture);
  if (numbers !== 'none') drawNumbers(context, picture);
}
