import { type Cell, EngineError, type Frame, parseStageName, type Shown } from '../../contract/index.ts';
import { differenceFrame } from '../matrix/difference.ts';

/**
 * Any stage as one field of numbers: T rows, and beside one another the columns of one block, or of one block a head.
 * [T, D] is one block of D columns; [H, T, X] is H blocks of X columns.
 */
export interface StageField {
  readonly rows: number;
  readonly blocks: number;
  /** Columns of one block. */
  readonly columns: number;
  /** All numbers of one block [rows, columns], row-major: a view, not a copy. */
  readonly block: (index: number) => Float32Array;
  /** The number at a row and a column counted through all blocks. */
  readonly at: (cell: Cell) => number;
  /**
   * The size that gets the full colour, before and after, so that the two compare: that of the largest number, or,
   * where a few stand far out and would bleach all others, one that `COLOURED` of them do not exceed.
   */
  readonly limit: number;
  /** Of the largest number of either sign. */
  readonly largest: number;
  /** False when no number is below 0, as in patterns. */
  readonly signed: boolean;
}

/** The share of a field's numbers that the colours tell apart; the others have the full colour. */
export const COLOURED = 0.99;
/** Numbers up to so many times the limit do not bleach the others. */
const FAR_OUT = 1.5;

/** Shares of 1 are drawn as they are: their few large numbers are what is looked for. */
const areShares = ({ name }: Frame): boolean => {
  const stage = parseStageName(name)?.stage;
  return stage === 'pattern' || stage === 'probabilities';
};

function limitOf(compared: readonly Frame[]): { readonly limit: number; readonly largest: number } {
  const length = compared.reduce((total, { data }) => total + data.length, 0);
  const sizes = new Float32Array(length);
  let at = 0;
  for (const { data } of compared) {
    for (const value of data) sizes[at++] = Number.isFinite(value) ? Math.abs(value) : 0;
  }
  sizes.sort();
  const largest = sizes.at(-1) ?? 0;
  const usual = sizes[Math.ceil(COLOURED * length) - 1] ?? 0;
  const farOut = usual > 0 && largest > FAR_OUT * usual && !compared.some(areShares);
  return { limit: farOut ? usual : largest, largest };
}

/** The share of numbers that are exactly 0: behind a ReLU, of those that it stopped. */
export function zeroShare({ data }: Frame): number {
  return data.reduce((count, value) => count + (value === 0 ? 1 : 0), 0) / Math.max(1, data.length);
}

/** @throws EngineError `shape` for a frame of other than two or three dimensions, or two of different shapes. */
export function stageField(shown: Shown, after: Frame, before: Frame | null): StageField {
  const { shape } = after;
  if (shape.length !== 2 && shape.length !== 3) {
    throw new EngineError('shape', 'stageField', after.name, '[T, D] or [H, T, X]', `[${shape}]`);
  }
  const [blocks = 1, rows = 0, columns = 0] = shape.length === 3 ? shape : [1, ...shape];
  const frame = before && shown === 'difference' ? differenceFrame(after, before) : null;
  const drawn = frame ?? (before && shown === 'before' ? before : after);
  const compared = frame ? [frame] : before ? [after, before] : [after];
  return {
    rows,
    blocks,
    columns,
    block: (index) => drawn.data.subarray(index * rows * columns, (index + 1) * rows * columns),
    at: ({ query, key }) => {
      const block = Math.floor(key / Math.max(1, columns));
      return drawn.data[(block * rows + query) * columns + (key % columns)] ?? 0;
    },
    ...limitOf(compared),
    signed: compared.some((one) => one.data.some((value) => value < 0)),
  };
}

export interface StageHeatLayout {
  readonly leftPx: number;
  readonly cellHeightPx: number;
  /** Of all blocks with the gaps between them. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Left edge of each block, from the field's own left edge, and its width. */
  readonly blocks: readonly { readonly x: number; readonly width: number }[];
  /** Every how many-th row has room for its word. */
  readonly stride: number;
}

const ROW_PX = { least: 3, most: 18 } as const;
const LABEL_PX = 15;
const BLOCK_GAP_PX = 3;

/** Rows as high as the room allows, columns shared out over its width; several columns may share a pixel. */
export function stageHeatLayout(
  { rows, blocks, columns }: Pick<StageField, 'rows' | 'blocks' | 'columns'>,
  room: {
    readonly widthPx: number;
    readonly heightPx: number;
    readonly leftPx: number;
    /** CSS px of one px of the page at its usual size; 1 when absent. */
    readonly unit?: number;
  },
): StageHeatLayout {
  const { unit = 1 } = room;
  const cellHeightPx = Math.max(
    ROW_PX.least,
    Math.min(Math.round(ROW_PX.most * unit), Math.floor(room.heightPx / Math.max(1, rows))),
  );
  const inner = room.widthPx - room.leftPx;
  const gap = columns === 0 || inner / blocks < 4 * BLOCK_GAP_PX ? 0 : BLOCK_GAP_PX;
  const each = (inner - gap * (blocks - 1)) / Math.max(1, blocks);
  return {
    leftPx: room.leftPx,
    cellHeightPx,
    widthPx: inner,
    heightPx: rows * cellHeightPx,
    blocks: Array.from({ length: blocks }, (_, i) => ({ x: i * (each + gap), width: each })),
    stride: Math.max(1, Math.ceil((LABEL_PX * unit) / cellHeightPx)),
  };
}

/** The cell at a point of the field; null outside and between blocks. */
export function stageCellAt(
  layout: StageHeatLayout,
  { rows, columns }: Pick<StageField, 'rows' | 'columns'>,
  xPx: number,
  yPx: number,
): Cell | null {
  const query = Math.floor(yPx / layout.cellHeightPx);
  const block = layout.blocks.findIndex(({ x, width }) => xPx >= x && xPx < x + width);
  const place = layout.blocks[block];
  if (!place || query < 0 || query >= rows) return null;
  const key = Math.min(columns - 1, Math.floor(((xPx - place.x) / place.width) * columns));
  return { query, key: block * columns + key };
}

/** A mark is at least so wide, px: a column alone may be a hair. */
const LEAST_MARK_PX = 5;

/** Where a number's mark stands, from the field's own corner: `{ left, top, width, height }`. */
export function stageCellRect(
  layout: StageHeatLayout,
  { columns }: Pick<StageField, 'columns'>,
  { query, key }: Cell,
): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const block = layout.blocks[Math.floor(key / Math.max(1, columns))] ?? { x: 0, width: 0 };
  const wide = block.width / Math.max(1, columns);
  const width = Math.max(LEAST_MARK_PX, wide);
  const left = block.x + ((key % Math.max(1, columns)) + 0.5) * wide - width / 2;
  return { left, top: query * layout.cellHeightPx, width, height: layout.cellHeightPx };
}
