import { FORBIDDEN, OPEN, ownFactor } from '../../changes/plan.ts';
import { attribute, dim, type HostKernel, input } from '../kernel.ts';
import type { AttentionCall } from '../simd/types.ts';

/** One head's keys, values and the row at work, gathered: doubles side by side make the loops twice as fast. */
class HeadBuffers {
  readonly q: Float64Array;
  readonly k: Float64Array;
  readonly v: Float64Array;
  readonly row: Float64Array;
  constructor(readonly call: AttentionCall) {
    const { keyLength, headWidth } = call;
    this.q = new Float64Array(headWidth);
    this.k = new Float64Array(keyLength * headWidth);
    this.v = new Float64Array(keyLength * headWidth);
    this.row = new Float64Array(keyLength);
  }

  gather(h: number): void {
    const { keysValues, keyStride, kColumn, vColumn, keyLength, headWidth } = this.call;
    for (let s = 0; s < keyLength; s++) {
      const from = s * keyStride + h * headWidth;
      for (let d = 0; d < headWidth; d++) {
        this.k[s * headWidth + d] = keysValues[from + kColumn + d] as number;
        this.v[s * headWidth + d] = keysValues[from + vColumn + d] as number;
      }
    }
  }
}

/** q·k times the head's factor of one query with the keys below `count`, into the row buffer. */
function scoreRow({ call, q, k, row }: HeadBuffers, h: number, t: number, count: number): void {
  const { queries, headWidth } = call;
  const from = t * call.queryStride + call.qColumn + h * headWidth;
  const scale = call.changed ? (call.changed.factors[h] as number) : ownFactor(headWidth);
  for (let d = 0; d < headWidth; d++) q[d] = (queries[from + d] as number) * scale;
  for (let s = 0; s < count; s++) {
    const at = s * headWidth;
    let dot = 0;
    for (let d = 0; d < headWidth; d++) dot += (q[d] as number) * (k[at + d] as number);
    row[s] = dot;
  }
}

/** Softmax of the first `count` numbers in place. */
function softmaxRow(row: Float64Array, count: number): void {
  let max = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < count; s++) if ((row[s] as number) > max) max = row[s] as number;
  let sum = 0;
  for (let s = 0; s < count; s++) {
    const weight = Math.exp((row[s] as number) - max);
    row[s] = weight;
    sum += weight;
  }
  const share = 1 / sum;
  for (let s = 0; s < count; s++) row[s] = (row[s] as number) * share;
}

/**
 * Softmax in place over those numbers whose cell is not forbidden; the others, and zeroed ones, become 0.
 * @param cells of this row
 */
function softmaxCells(row: Float64Array, cells: Float32Array): void {
  let max = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < row.length; s++)
    if (cells[s] !== FORBIDDEN && (row[s] as number) > max) max = row[s] as number;
  let sum = 0;
  for (let s = 0; s < row.length; s++) {
    const weight = cells[s] === FORBIDDEN ? 0 : Math.exp((row[s] as number) - max);
    row[s] = weight;
    sum += weight;
  }
  // A row with nothing to read has no sum, and weights of 0.
  const share = sum > 0 ? 1 / sum : 0;
  for (let s = 0; s < row.length; s++) row[s] = cells[s] === OPEN ? (row[s] as number) * share : 0;
}

/** Σ α̂·v of one query, into `joined`. */
function mixRow({ call, v, row }: HeadBuffers, h: number, t: number, count: number): void {
  const { joined, headWidth, heads } = call;
  const to = (t * heads + h) * headWidth;
  for (let d = 0; d < headWidth; d++) {
    let sum = 0;
    for (let s = 0; s < count; s++) sum += (row[s] as number) * (v[s * headWidth + d] as number);
    joined[to + d] = sum;
  }
}

function copyRow(row: Float64Array, count: number, out: Float32Array, at: number, capacity: number): void {
  for (let s = 0; s < count; s++) out[at + s] = row[s] as number;
  out.fill(0, at + count, at + capacity);
}

/** Attention by plain loops in double precision: the cpu backend, and wasm without SIMD. */
function attendPlainly(call: AttentionCall): void {
  const { heads, rows, capacity, keyLength, causal, queryStart, changed } = call;
  const buffers = new HeadBuffers(call);
  for (let h = 0; h < heads; h++) {
    buffers.gather(h);
    for (let t = 0; t < rows; t++) {
      const at = (h * rows + t) * capacity;
      const readable = causal && !changed ? Math.min(keyLength, queryStart + t + 1) : keyLength;
      scoreRow(buffers, h, t, call.scores ? keyLength : readable);
      if (call.scores) copyRow(buffers.row, keyLength, call.scores, at, capacity);
      if (changed) softmaxCells(buffers.row, changed.cells.subarray(at, at + keyLength));
      else softmaxRow(buffers.row, readable);
      copyRow(buffers.row, readable, call.pattern, at, capacity);
      mixRow(buffers, h, t, readable);
    }
  }
}

/** Attention on cpu and wasm. */
export const attentionOnHost: HostKernel = (memory, inputs, attributes) => {
  const [queries, keysValues] = [input(inputs, 'queries'), input(inputs, 'keysValues')];
  const [rows, capacity] = [dim(queries, 1), dim(keysValues, 1)];
  const n = (name: string) => attribute(attributes, name);
  const [heads, headWidth] = [n('heads'), n('headWidth')];
  const pattern = memory.make([heads, rows, capacity]);
  const joined = memory.make([1, rows, heads * headWidth]);
  const scores = attributes.withScores ? memory.make([heads, rows, capacity]) : null;
  const queryView = memory.view(queries);
  const { factors, cells } = inputs;
  const call: AttentionCall = {
    queries: queryView,
    keysValues: queries === keysValues ? queryView : memory.view(keysValues),
    pattern: memory.view(pattern),
    joined: memory.view(joined),
    scores: scores && memory.view(scores),
    queryStride: dim(queries, 2),
    keyStride: dim(keysValues, 2),
    qColumn: n('qColumn'),
    kColumn: n('kColumn'),
    vColumn: n('vColumn'),
    heads,
    headWidth,
    rows,
    keyLength: n('keyLength'),
    capacity,
    queryStart: n('queryStart'),
    causal: attributes.causal === true,
    changed: factors && cells ? { factors: memory.view(factors), cells: memory.view(cells) } : null,
  };
  if (memory.simd) memory.simd.attention(call);
  else attendPlainly(call);
  return scores ? [pattern, joined, scores] : [pattern, joined];
};
