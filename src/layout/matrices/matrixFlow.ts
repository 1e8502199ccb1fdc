import type { MatrixName } from './matrices.ts';

export interface MatrixFlowInput {
  readonly T: number;
  readonly S: number;
  /** Room there is; `heightPx` is of no meaning in a column. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Widest word, px. */
  readonly labelPx: number;
  /** Room of a matrix's name and shape above it. */
  readonly captionPx: number;
  readonly fontPx: number;
}

/** Where one matrix stands, px from the top left corner; its name stands above it. */
export interface MatrixPlace {
  readonly name: MatrixName;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Drawn with its columns as rows: Kᵀ, whose columns stand over those of A. */
  readonly turned: boolean;
  /** Words stand left of its rows. */
  readonly hasWords: boolean;
}

/** A gap that each row crosses on its way from one matrix to the next. */
export interface Lane {
  readonly fromX: number;
  readonly toX: number;
}

export interface MatrixFlow {
  readonly places: readonly MatrixPlace[];
  /** Of the row I, Q, A, Â, O; empty in a column. */
  readonly lanes: readonly Lane[];
  /** Of that row: top, and from one row to the next. */
  readonly rowsY: number;
  readonly rowPx: number;
  readonly labelPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** One under another, for a phone. */
  readonly isColumn: boolean;
}

/** Below this width the matrices stand one under another. */
const COLUMN_BELOW_PX = 560;
const MOST_ROW_PX = 30;
const LEAST_ROW_PX = 3;
const GAP_PX = 20;
/** Of the room's height, what stands above the row of matrices. */
const TOP_SHARE = 0.23;
/** What a side gets of the width: as long as a word's vector, as a head's vectors, as the words that are read. */
const SHARES = { width: 0.14, head: 0.115, keys: 0.2 } as const;
/** A cell of A is at most so many times as wide as it is high; A is at least so wide. */
const MOST_ASPECT = 2;
const LEAST_CELLS_PX = 48;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** The row of matrices whose rows are the queries, W^q, Kᵀ and V above those they are multiplied with. */
function inARow(input: MatrixFlowInput): MatrixFlow {
  const { T, S, widthPx, heightPx, captionPx, labelPx } = input;
  const topPx = Math.round(heightPx * TOP_SHARE);
  const rowsY = captionPx + topPx + captionPx;
  const rowPx = clamp(Math.floor((heightPx - rowsY) / Math.max(1, T)), LEAST_ROW_PX, MOST_ROW_PX);
  // Gaps: words–I, I–Q and A–Â plain; Q–A and Â–O hold W^k and W^v above.
  const left = labelPx + 8;
  const free = widthPx - left - 6 * GAP_PX;
  const unit = free / (SHARES.width + 4 * SHARES.head + 2 * SHARES.keys);
  const headPx = Math.floor(unit * SHARES.head);
  const keysPx = Math.floor(Math.min(unit * SHARES.keys, Math.max(LEAST_CELLS_PX, rowPx * MOST_ASPECT * S)));
  const wordPx = Math.floor(Math.min(unit * SHARES.width, topPx));
  const x = { I: left, Q: 0, Wk: 0, A: 0, Ahat: 0, Wv: 0, O: 0 };
  x.Q = x.I + wordPx + GAP_PX;
  x.Wk = x.Q + headPx + GAP_PX;
  x.A = x.Wk + headPx + GAP_PX;
  x.Ahat = x.A + keysPx + GAP_PX;
  x.Wv = x.Ahat + keysPx + GAP_PX;
  x.O = x.Wv + headPx + GAP_PX;
  const high = T * rowPx;
  /** Upon the row below; a side that meets another in a product is as long as that. */
  const above = (height: number) => ({
    y: captionPx + topPx - height,
    height,
    turned: false,
    hasWords: false,
  });
  const below = { y: rowsY, height: high, turned: false, hasWords: false };
  return {
    places: [
      { name: 'I', x: x.I, width: wordPx, ...below, hasWords: true },
      { name: 'Wq', x: x.Q, width: headPx, ...above(wordPx) },
      { name: 'Q', x: x.Q, width: headPx, ...below },
      { name: 'Wk', x: x.Wk, width: headPx, ...above(wordPx) },
      { name: 'K', x: x.A, width: keysPx, ...above(Math.min(headPx, topPx)), turned: true },
      { name: 'A', x: x.A, width: keysPx, ...below },
      { name: 'Ahat', x: x.Ahat, width: keysPx, ...below },
      { name: 'Wv', x: x.Wv, width: headPx, ...above(wordPx) },
      { name: 'V', x: x.O, width: headPx, ...above(Math.min(keysPx, topPx)) },
      { name: 'O', x: x.O, width: headPx, ...below },
    ],
    lanes: [
      { fromX: labelPx, toX: x.I },
      { fromX: x.I + wordPx, toX: x.Q },
      { fromX: x.Q + headPx, toX: x.A },
      { fromX: x.A + keysPx, toX: x.Ahat },
      { fromX: x.Ahat + keysPx, toX: x.O },
    ],
    rowsY,
    rowPx,
    labelPx,
    widthPx: x.O + headPx,
    heightPx: rowsY + high,
    isColumn: false,
  };
}

/** In a column: a matrix, and the map it comes from. */
const COLUMN: readonly (readonly [MatrixName, MatrixName | null])[] = [
  ['I', null],
  ['Q', 'Wq'],
  ['K', 'Wk'],
  ['V', 'Wv'],
  ['A', null],
  ['Ahat', null],
  ['O', null],
];

/** One under another, as wide as there is room; the maps beside what they make. */
function inAColumn(input: MatrixFlowInput): MatrixFlow {
  const { T, S, widthPx, labelPx, captionPx, fontPx } = input;
  const rowPx = Math.ceil(fontPx * 1.25);
  const left = labelPx + 8;
  const mapPx = Math.floor((widthPx - left - GAP_PX) * 0.26);
  const places: MatrixPlace[] = [];
  let y = 0;
  for (const [name, map] of COLUMN) {
    const rows = name === 'K' || name === 'V' ? S : T;
    const width = widthPx - left - (map ? mapPx + GAP_PX : 0);
    const top = y + captionPx;
    places.push({ name, x: left, y: top, width, height: rows * rowPx, turned: false, hasWords: true });
    if (map) {
      const x = left + width + GAP_PX;
      places.push({
        name: map,
        x,
        y: top,
        width: mapPx,
        height: rows * rowPx,
        turned: false,
        hasWords: false,
      });
    }
    y = top + rows * rowPx + GAP_PX;
  }
  return { places, lanes: [], rowsY: captionPx, rowPx, labelPx, widthPx, heightPx: y, isColumn: true };
}

/** Places of all matrices of a head in the room there is. */
export function matrixFlow(input: MatrixFlowInput): MatrixFlow {
  return input.widthPx < COLUMN_BELOW_PX ? inAColumn(input) : inARow(input);
}

/**
 * Row and column of the matrix (as it is, not as it is turned) under a point of its place; the nearest for a point
 * outside.
 */
export function cellInPlace(
  place: Pick<MatrixPlace, 'width' | 'height' | 'turned'>,
  size: { readonly rows: number; readonly columns: number },
  xPx: number,
  yPx: number,
): { readonly row: number; readonly column: number } {
  const { rows, columns } = size;
  const [across, down] = place.turned ? [rows, columns] : [columns, rows];
  const x = clamp(Math.floor((xPx / place.width) * across), 0, across - 1);
  const y = clamp(Math.floor((yPx / place.height) * down), 0, down - 1);
  return place.turned ? { row: x, column: y } : { row: y, column: x };
}
