import { attribute, dim, type HostKernel, input } from './kernels.ts';

/** One attention call's numbers, read once. */
interface Job {
  readonly queries: Float32Array;
  readonly keysValues: Float32Array;
  readonly queryStride: number;
  readonly keyStride: number;
  readonly headWidth: number;
  readonly scale: number;
}

/** q·k ÷ √Dh of one query with the keys below `count`, into `row` from `at` on. */
function scoreRow(job: Job, qAt: number, kAt: number, count: number, row: Float32Array, at: number): void {
  const { queries, keysValues, keyStride, headWidth, scale } = job;
  for (let s = 0; s < count; s++) {
    const k = kAt + s * keyStride;
    let dot = 0;
    for (let d = 0; d < headWidth; d++) dot += (queries[qAt + d] as number) * (keysValues[k + d] as number);
    row[at + s] = dot * scale;
  }
}

/** Softmax of `count` numbers in place; what follows up to `capacity` becomes 0. */
function softmaxRow(row: Float32Array, at: number, count: number, capacity: number): void {
  let max = Number.NEGATIVE_INFINITY;
  for (let s = 0; s < count; s++) if ((row[at + s] as number) > max) max = row[at + s] as number;
  let sum = 0;
  for (let s = 0; s < count; s++) {
    const weight = Math.exp((row[at + s] as number) - max);
    row[at + s] = weight;
    sum += weight;
  }
  const share = 1 / sum;
  for (let s = 0; s < count; s++) row[at + s] = (row[at + s] as number) * share;
  row.fill(0, at + count, at + capacity);
}

/** Σ α̂·v of one query, into `out` from `at` on. */
function mixValues(
  job: Job,
  row: Float32Array,
  rowAt: number,
  vAt: number,
  count: number,
  out: Float32Array,
  at: number,
): void {
  const { keysValues, keyStride, headWidth } = job;
  out.fill(0, at, at + headWidth);
  for (let s = 0; s < count; s++) {
    const weight = row[rowAt + s] as number;
    const v = vAt + s * keyStride;
    for (let d = 0; d < headWidth; d++)
      out[at + d] = (out[at + d] as number) + weight * (keysValues[v + d] as number);
  }
}

/** Attention by plain loops (cpu, wasm): three rows of numbers at a time stay in the processor's cache. */
export const attentionOnHost: HostKernel = (memory, inputs, attributes) => {
  const [queries, keysValues] = [input(inputs, 'queries'), input(inputs, 'keysValues')];
  const [rows, capacity] = [dim(queries, 1), dim(keysValues, 1)];
  const n = (name: string) => attribute(attributes, name);
  const [heads, headWidth, keyLength] = [n('heads'), n('headWidth'), n('keyLength')];
  const width = heads * headWidth;
  const pattern = memory.make([heads, rows, capacity]);
  const joined = memory.make([1, rows, width]);
  const scores = attributes.withScores ? memory.make([heads, rows, capacity]) : null;
  const job: Job = {
    queries: memory.view(queries),
    keysValues: memory.view(keysValues),
    queryStride: dim(queries, 2),
    keyStride: dim(keysValues, 2),
    headWidth,
    scale: 1 / Math.sqrt(headWidth),
  };
  const [patternOut, joinedOut] = [memory.view(pattern), memory.view(joined)];
  const scoresOut = scores && memory.view(scores);
  const [qColumn, kColumn, vColumn] = [n('qColumn'), n('kColumn'), n('vColumn')];
  for (let h = 0; h < heads; h++) {
    const column = h * headWidth;
    for (let t = 0; t < rows; t++) {
      const at = (h * rows + t) * capacity;
      const qAt = t * job.queryStride + qColumn + column;
      const readable = attributes.causal ? Math.min(keyLength, n('queryStart') + t + 1) : keyLength;
      if (scoresOut) {
        scoreRow(job, qAt, kColumn + column, keyLength, scoresOut, at);
        scoresOut.fill(0, at + keyLength, at + capacity);
      }
      scoreRow(job, qAt, kColumn + column, readable, patternOut, at);
      softmaxRow(patternOut, at, readable, capacity);
      mixValues(job, patternOut, at, vColumn + column, readable, joinedOut, t * width + column);
    }
  }
  return scores ? [pattern, joined, scores] : [pattern, joined];
};
