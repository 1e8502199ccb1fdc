import type { Cell } from '../../contract/index.ts';
import {
  type AmountScale,
  cellDifference,
  cellNumber,
  cellRect,
  type Forbidden,
  type HeatmapLayout,
} from '../../layout/index.ts';
import { drawHatching, type HatchInks } from './drawHatch.ts';

/** Colours of the cells, of weights or of differences. */
export type CellColours = Pick<AmountScale, 'css' | 'rgb' | 'inkOn'>;

export interface CellsPicture {
  readonly layout: HeatmapLayout;
  /** The cells that have no number. */
  readonly forbidden: Forbidden;
  /** T × S: what the colours say, 0 … 1, or −1 … 1 of a difference. */
  readonly amounts: Float32Array;
  /** T × S: what the numbers say; equal to `amounts` on the fixed scale. */
  readonly weights: Float32Array;
  /** Numbers with their sign. */
  readonly signed: boolean;
  /** A cell's number as it is written, where it is no share. */
  readonly text?: ((weight: number) => string) | undefined;
  /** Cells with a cross: forbidden now, and not before. */
  readonly marks: readonly Cell[];
  readonly scale: CellColours;
  readonly hatch: HatchInks;
  readonly fontFamily: string;
  /** The row that stands out: where only one row's numbers fit, they are this one's. */
  readonly row: number | null;
  /** Lines around the cells, where colours alone are not enough; null for none. */
  readonly outline: string | null;
}

/** Weights from here on are written bold. Colours of numbers are two only, so that each says one thing: the ground. */
const STRONG = 0.1;

/** Tiny cells: one pixel each, enlarged, since thousands of rectangles take longer than a frame. */
function drawPixels(context: CanvasRenderingContext2D, picture: CellsPicture): void {
  const { T, S, cellWidthPx, cellHeightPx } = picture.layout;
  const image = new ImageData(S, T);
  for (let i = 0; i < T * S; i++) {
    image.data.set(picture.scale.rgb(picture.amounts[i] ?? 0), 4 * i);
    image.data[4 * i + 3] = (picture.forbidden.why[i] ?? 0) === 0 ? 255 : 0;
  }
  const small = document.createElement('canvas');
  small.width = S;
  small.height = T;
  small.getContext('2d')?.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, S * cellWidthPx, T * cellHeightPx);
}

/** Each cell that may be read, with its number in the list. */
function eachCell({ layout, forbidden }: CellsPicture, draw: (cell: Cell, i: number) => void): void {
  for (let query = 0; query < layout.T; query++) {
    for (let key = 0; key < layout.S; key++) {
      const i = query * layout.S + key;
      if ((forbidden.why[i] ?? 0) === 0) draw({ query, key }, i);
    }
  }
}

function drawBoxes(context: CanvasRenderingContext2D, picture: CellsPicture): void {
  const { layout, amounts, scale, outline } = picture;
  context.lineWidth = 1;
  eachCell(picture, (cell, i) => {
    const { x, y, width, height } = cellRect(layout, cell);
    context.fillStyle = scale.css(amounts[i] ?? 0);
    const [left, top] = [x - layout.leftPx, y - layout.topPx];
    if (layout.radiusPx === 0 && outline === null) return context.fillRect(left, top, width, height);
    context.beginPath();
    context.roundRect(left, top, width, height, layout.radiusPx);
    context.fill();
    if (outline === null || layout.gapPx < 2) return;
    context.strokeStyle = outline;
    context.stroke();
  });
}

/** Larger cells bear their cross in a corner. */
const CORNER_PX = 18;
/** Half the height of a digit, in ems. */
const HALF_DIGIT = 0.37;

/** How far below its middle a cell's number stands: beneath the cross in the corner. */
function downPx({ layout, marks }: CellsPicture, { query, key }: Cell): number {
  const height = layout.cellHeightPx - layout.gapPx;
  if (Math.min(height, layout.cellWidthPx - layout.gapPx) < CORNER_PX) return 0;
  if (!marks.some((mark) => mark.query === query && mark.key === key)) return 0;
  return Math.max(0, height / 2 - layout.numberPx * HALF_DIGIT - 2);
}

function drawNumbers(context: CanvasRenderingContext2D, picture: CellsPicture): void {
  const { layout, amounts, weights, scale, signed } = picture;
  const [plain, bold] = ['400', '600'].map((w) => `${w} ${layout.numberPx}px ${picture.fontFamily}`);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const [middleX, middleY] = [
    (layout.cellWidthPx - layout.gapPx) / 2,
    (layout.cellHeightPx - layout.gapPx) / 2,
  ];
  eachCell(picture, ({ query, key }, i) => {
    if (layout.numbers === 'row' && query !== picture.row) return;
    const write = picture.text ?? (signed ? cellDifference : cellNumber);
    const text = write(weights[i] ?? 0);
    if (text === '') return;
    const amount = amounts[i] ?? 0;
    context.font = (Math.abs(weights[i] ?? 0) < STRONG ? plain : bold) ?? '';
    context.fillStyle = scale.inkOn(amount);
    const [x, y] = [
      key * layout.cellWidthPx + middleX,
      query * layout.cellHeightPx + middleY + 1 + downPx(picture, { query, key }),
    ];
    // "+100" is longer than the cells were made for.
    context.fillText(text, x, y, layout.cellWidthPx - layout.gapPx - 2);
  });
}

/** A small cross in the cell's upper right corner; over all of it where it is too small for a corner. */
function drawMarks(context: CanvasRenderingContext2D, picture: CellsPicture): void {
  const { layout, marks, amounts, scale } = picture;
  context.lineWidth = 1.5;
  for (const cell of marks) {
    const { x, y, width, height } = cellRect(layout, cell);
    const side = Math.min(width, height);
    const armPx = side >= CORNER_PX ? 5 : side - 2;
    if (armPx < 2) continue;
    const [right, top] =
      side >= CORNER_PX ? [x + width - 3, y + 2] : [x + (width + armPx) / 2, y + (height - armPx) / 2];
    const [from, down] = [right - layout.leftPx - armPx, top - layout.topPx];
    context.strokeStyle = scale.inkOn(amounts[cell.query * layout.S + cell.key] ?? 0);
    context.beginPath();
    context.moveTo(from, down);
    context.lineTo(from + armPx, down + armPx);
    context.moveTo(from + armPx, down);
    context.lineTo(from, down + armPx);
    context.stroke();
  }
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
  drawMarks(context, picture);
}
