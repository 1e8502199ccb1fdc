// Attention of all heads; see kernels.as.ts.
import { expOf, madd, sumLanes } from './lanes';

/** q·k × `scale` with the first `count` keys, to `row`. */
export function scoreRow(
  q: usize, k: usize, keyStride: usize, headWidth: i32, scale: f32, count: i32, row: usize,
): void {
  const whole = <usize>(headWidth & ~3) << 2;
  const end = <usize>headWidth << 2;
  for (let s = 0; s < count; s++) {
    let sums = f32x4.splat(0);
    let d: usize = 0;
    for (; d < whole; d += 16) sums = madd(v128.load(q + d), v128.load(k + d), sums);
    let dot = sumLanes(sums);
    for (; d < end; d += 4) dot += load<f32>(q + d) * load<f32>(k + d);
    store<f32>(row + (<usize>s << 2), dot * scale);
    k += keyStride;
  }
}

/** Softmax of `count` numbers in place; from there to `capacity` zeros. `row` has room for a multiple of 4. */
function softmaxRow(row: usize, count: i32, capacity: i32): void {
  let top: f32 = load<f32>(row);
  for (let s = 1; s < count; s++) top = max(top, load<f32>(row + (<usize>s << 2)));
  const tops = f32x4.splat(top);
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16) {
    v128.store(row + at, expOf(f32x4.sub(v128.load(row + at), tops)));
  }
  let sum: f32 = 0;
  for (let at: usize = 0; at < end; at += 4) sum += load<f32>(row + at);
  const share: f32 = <f32>1 / sum;
  for (let at: usize = 0; at < end; at += 4) store<f32>(row + at, load<f32>(row + at) * share);
  const whole = <usize>((capacity + 3) & ~3) << 2;
  for (let at = end; at < whole; at += 4) store<f32>(row + at, 0);
}

/** Σ α̂·v over the first `count` keys, to `out`. */
export function mixRow(row: usize, v: usize, keyStride: usize, headWidth: i32, count: i32, out: usize): void {
  const whole = <usize>(headWidth & ~3) << 2;
  const end = <usize>headWidth << 2;
  let d: usize = 0;
  for (; d < whole; d += 16) {
    let sums = f32x4.splat(0);
    let at = v + d;
    for (let s = 0; s < count; s++) {
      sums = madd(v128.load32_splat(row + (<usize>s << 2)), v128.load(at), sums);
      at += keyStride;
    }
    v128.store(out + d, sums);
  }
  for (; d < end; d += 4) {
    let sum: f32 = 0;
    let at = v + d;
    for (let s = 0; s < count; s++) {
      sum += load<f32>(row + (<usize>s << 2)) * load<f32>(at);
      at += keyStride;
    }
    store<f32>(out + d, sum);
  }
}

/**
 * Attention of all heads. q [rows, queryStride], k and v [keys, keyStride], all already at their first column;
 * rowBuffer has room for `capacity` numbers rounded up to 4; pattern and scores [H, rows, capacity] (scores 0: not
 * wanted), joined [rows, H·Dh].
 */
export function attention(
  q: usize, k: usize, v: usize, queryStride: i32, keyStride: i32, heads: i32, headWidth: i32,
  rows: i32, keyLength: i32, capacity: i32, queryStart: i32, causal: bool,
  rowBuffer: usize, pattern: usize, joined: usize, scores: usize,
): void {
  const scale: f32 = <f32>(1.0 / Math.sqrt(<f64>headWidth));
  const keyBytes = <usize>keyStride << 2;
  const rowBytes = <usize>capacity << 2;
  for (let h = 0; h < heads; h++) {
    const column = <usize>(h * headWidth) << 2;
    for (let t = 0; t < rows; t++) {
      const query = q + (<usize>(t * queryStride) << 2) + column;
      const at = <usize>(h * rows + t) * rowBytes;
      const readable = causal ? min(keyLength, queryStart + t + 1) : keyLength;
      scoreRow(query, k + column, keyBytes, headWidth, scale, scores ? keyLength : readable, rowBuffer);
      if (scores) {
        memory.fill(scores + at, 0, rowBytes);
        memory.copy(scores + at, rowBuffer, <usize>keyLength << 2);
      }
      softmaxRow(rowBuffer, readable, capacity);
      memory.copy(pattern + at, rowBuffer, rowBytes);
      const out = joined + (<usize>(t * heads * headWidth) << 2) + column;
      mixRow(rowBuffer, v + column, keyBytes, headWidth, readable, out);
    }
  }
}
