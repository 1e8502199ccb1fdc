import {
  type AttentionKind,
  type Cell,
  EngineError,
  type Frame,
  ownMasks,
  shutsOf,
} from '../../contract/index.ts';

/** One head's attention: T × S numbers, row-major. Rows are queries, columns are keys. */
export interface Matrix {
  readonly data: Float32Array;
  readonly T: number;
  readonly S: number;
}

/** The weight of a cell; 0 outside the matrix. */
export function weightAt(matrix: Matrix, { query, key }: Cell): number {
  if (query < 0 || key < 0 || query >= matrix.T || key >= matrix.S) return 0;
  return matrix.data[query * matrix.S + key] ?? 0;
}

/** One query's weights over the S keys: a view, not a copy. */
export function rowOf(matrix: Matrix, query: number): Float32Array {
  return matrix.data.subarray(query * matrix.S, (query + 1) * matrix.S);
}

/** H, T and S of a frame of patterns. @throws EngineError `shape` unless it is [H, T, S]. */
export function patternShape(where: string, frame: Frame): readonly [H: number, T: number, S: number] {
  const [H, T, S] = frame.shape;
  if (frame.shape.length !== 3 || H === undefined || T === undefined || S === undefined) {
    throw new EngineError('shape', where, frame.name, '[H, T, S]', `[${frame.shape}]`);
  }
  return [H, T, S];
}

/**
 * One head of a frame [H, T, S]: a view, not a copy. @throws EngineError `shape`, or `bad-request` for a head that is
 * not there.
 */
export function headMatrix(frame: Frame, head: number): Matrix {
  const [H, T, S] = patternShape('headMatrix', frame);
  if (!Number.isInteger(head) || head < 0 || head >= H) {
    throw new EngineError('bad-request', 'headMatrix', 'head', `0 … ${H - 1}`, `${head}`);
  }
  return { data: frame.data.subarray(head * T * S, (head + 1) * T * S), T, S };
}

/** The cells one head may not read: T × S, row-major, 0 where it may, else an index into WHYS (forbidden.ts). */
export interface Forbidden {
  readonly T: number;
  readonly S: number;
  readonly why: Uint8Array;
}

/**
 * What says which cells may be read: the kind with its own mask, or the cells themselves where a person changed them.
 */
export type Readable = AttentionKind | Forbidden;

/** True where the model may not look: unless changed, only ahead, in a kind with a causal mask. */
export function isMasked(may: Readable, query: number, key: number): boolean {
  if (typeof may === 'string') return ownMasks(may).some(({ mask, size }) => shutsOf(mask)(query, key, size));
  return (may.why[query * may.S + key] ?? 0) !== 0;
}

/** Every weight as a share of `full`, the number that gets the full colour; the matrix itself where that is 1. */
export function sharesOf(matrix: Matrix, full: number): Matrix {
  return full === 1 ? matrix : { ...matrix, data: matrix.data.map((weight) => weight / full) };
}

/**
 * Each row divided by its largest weight, or largest change of either sign, for the scale `row`; a row of zeros
 * stays. A new matrix [T, S].
 */
export function rowScale(matrix: Matrix): Matrix {
  const data = new Float32Array(matrix.data.length);
  for (let query = 0; query < matrix.T; query++) {
    const row = rowOf(matrix, query);
    const largest = row.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    for (let key = 0; key < matrix.S; key++) {
      data[query * matrix.S + key] = largest > 0 ? (row[key] ?? 0) / largest : 0;
    }
  }
  return { data, T: matrix.T, S: matrix.S };
}
