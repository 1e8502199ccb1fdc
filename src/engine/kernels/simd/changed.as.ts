// Attention of heads that are changed: other factors, cells forbidden before the softmax or set to 0 after it; see
// kernels.as.ts.
import { mixRow, scoreRow } from './attention';
import { expOf } from './lanes';

// What becomes of a cell, as src/engine/changes/plan.ts numbers it.
const FORBIDDEN: f32 = 1;
const ZEROED: f32 = 2;

/**
 * Softmax in place over those of `count` numbers whose cell is not forbidden; the others, and zeroed ones, become 0.
 * Where all are forbidden, all become 0. From `count` to `capacity` zeros. `row` has room for a multiple of 4.
 */
function softmaxCells(row: usize, cells: usize, count: i32, capacity: i32): void {
  const end = <usize>count << 2;
  let top: f32 = -Infinity;
  for (let at: usize = 0; at < end; at += 4) {
    if (load<f32>(cells + at) != FORBIDDEN) top = max(top, load<f32>(row + at));
  }
  if (top == -Infinity) {
    memory.fill(row, 0, <usize>capacity << 2);
    return;
  }
  // No exponential may overflow: forbidden scores can be above the top of the others.
  for (let at: usize = 0; at < end; at += 4) {
    if (load<f32>(cells + at) == FORBIDDEN) store<f32>(row + at, top);
  }
  const tops = f32x4.splat(top);
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(row + at, expOf(f32x4.sub(v128.load(row + at), tops)));
  }
  let sum: f32 = 0;
  for (let at: usize = 0; at < end; at += 4) {
    if (load<f32>(cells + at) != FORBIDDEN) sum += load<f32>(row + at);
  }
  const share: f32 = <f32>1 / sum;
  for (let at: usize = 0; at < end; at += 4) {
    const cell = load<f32>(cells + at);
    store<f32>(row + at, cell == FORBIDDEN || cell == ZEROED ? 0 : load<f32>(row + at) * share);
  }
  const whole = <usize>((capacity + 3) & ~3) << 2;
  for (let at = end; at < whole; at += 4) store<f32>(row + at, 0);
}

/** As `attention`, with the factor of q·k of each head, [H], and what becomes of each cell, [H, rows, capacity]. */
export function attentionChanged(
  q: usize, k: usize, v: usize, queryStride: i32, keyStride: i32, heads: i32, headWidth: i32,
  rows: i32, keyLength: i32, capacity: i32, factors: usize, cells: usize,
  rowBuffer: usize, pattern: usize, joined: usize, scores: usize,
): void {
  const keyBytes = <usize>keyStride << 2;
  const rowBytes = <usize>capacity << 2;
  for (let h = 0; h < heads; h++) {
    const column = <usize>(h * headWidth) << 2;
    const factor = load<f32>(factors + (<usize>h << 2));
    for (let t = 0; t < rows; t++) {
      const query = q + (<usize>(t * queryStride) << 2) + column;
      const at = <usize>(h * rows + t) * rowBytes;
      scoreRow(query, k + column, keyBytes, headWidth, factor, keyLength, rowBuffer);
      if (scores) {
        memory.fill(scores + at, 0, rowBytes);
        memory.copy(scores + at, rowBuffer, <usize>keyLength << 2);
      }
      softmaxCells(rowBuffer, cells + at, keyLength, capacity);
      memory.copy(pattern + at, rowBuffer, rowBytes);
      const out = joined + (<usize>(t * heads * headWidth) << 2) + column;
      mixRow(rowBuffer, v + column, keyBytes, headWidth, keyLength, out);
    }
  }
}
