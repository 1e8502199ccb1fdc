/** What kernels.as.ts exports. Pointers are byte offsets into `memory`. */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  reserve(bytes: number): boolean;
  packPanels(from: number, inner: number, columns: number, to: number): void;
  product(
    x: number,
    rows: number,
    inner: number,
    panels: number,
    bias: number,
    columns: number,
    out: number,
    relu: boolean,
  ): void;
  attention(
    q: number,
    k: number,
    v: number,
    queryStride: number,
    keyStride: number,
    heads: number,
    headWidth: number,
    rows: number,
    keyLength: number,
    capacity: number,
    queryStart: number,
    causal: boolean,
    rowBuffer: number,
    pattern: number,
    joined: number,
    scores: number,
  ): void;
  attentionChanged(
    q: number,
    k: number,
    v: number,
    queryStride: number,
    keyStride: number,
    heads: number,
    headWidth: number,
    rows: number,
    keyLength: number,
    capacity: number,
    factors: number,
    cells: number,
    rowBuffer: number,
    pattern: number,
    joined: number,
    scores: number,
  ): void;
  addNorm(
    x: number,
    residual: number,
    gain: number,
    bias: number,
    rows: number,
    width: number,
    epsilon: number,
  ): void;
  summarize(row: number, count: number, out: number, most: number): number;
}

/** A weight matrix packed in panels, with its bias. */
export interface PackedWeights {
  readonly panels: number;
  readonly bias: number;
  readonly inner: number;
  readonly columns: number;
}

/** What a softmax and a choice need of a row of numbers. */
export interface RowBounds {
  readonly top: number;
  readonly least: number;
  /** Σ exp(number − top) */
  readonly sum: number;
  /** Places of the largest numbers, best first; the first of equals first. */
  readonly best: readonly number[];
}

/**
 * What a changed attention does instead: the factor of q·k of each head [H], and what becomes of each cell [H, rows,
 * capacity].
 */
export interface ChangedCells {
  readonly factors: Float32Array;
  readonly cells: Float32Array;
}

export interface AttentionCall {
  readonly queries: Float32Array;
  readonly keysValues: Float32Array;
  readonly pattern: Float32Array;
  readonly joined: Float32Array;
  readonly scores: Float32Array | null;
  readonly queryStride: number;
  readonly keyStride: number;
  readonly qColumn: number;
  readonly kColumn: number;
  readonly vColumn: number;
  readonly heads: number;
  readonly headWidth: number;
  readonly rows: number;
  readonly keyLength: number;
  readonly capacity: number;
  readonly queryStart: number;
  /** Without `changed`, which says of every cell what holds. */
  readonly causal: boolean;
  readonly changed: ChangedCells | null;
}
