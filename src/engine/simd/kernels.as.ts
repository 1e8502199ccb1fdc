// AssemblyScript, compiled by scripts/simd.mjs to src/engine/simd/binaries.ts: the engine's loops in 128-bit SIMD.
// TF.js's wasm backend has one attention-sized batched product at 4 GFLOPS and no Add & Norm; these loops take a tenth of
// its time, and products with several rows half of it, where the browser has fused multiply-add (relaxed SIMD).
// All numbers are float32, row-major; pointers are byte offsets into this module's own memory.

/** a·b + c, fused where the browser can. */
@inline
function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

@inline
function sumLanes(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3);
}

/** Bytes [from, from + 64 KiB · pages) exist after this; false when the browser has no more memory. */
export function reserve(bytes: i32): bool {
  const pages = (bytes + 65535) >>> 16;
  const missing = pages - memory.size();
  return missing <= 0 || memory.grow(missing) >= 0;
}

/**
 * Weights [K, N] to panels of 8 columns, [N ÷ 8][K][8]; columns past N are 0. In place it would overlap: `to` is elsewhere.
 */
export function packPanels(from: usize, inner: i32, columns: i32, to: usize): void {
  const panels = (columns + 7) >> 3;
  for (let p = 0; p < panels; p++) {
    for (let k = 0; k < inner; k++) {
      for (let c = 0; c < 8; c++) {
        const column = (p << 3) + c;
        const value = column < columns ? load<f32>(from + (<usize>(k * columns + column) << 2)) : <f32>0;
        store<f32>(to, value);
        to += 4;
      }
    }
  }
}

@inline
function finish(sum: v128, bias: v128, relu: bool): v128 {
  const out = f32x4.add(sum, bias);
  return relu ? f32x4.max(out, f32x4.splat(0)) : out;
}

/** Writes the first `left` of 4 numbers. */
@inline
function put(at: usize, value: v128, left: i32): void {
  if (left >= 4) {
    v128.store(at, value);
    return;
  }
  if (left > 0) store<f32>(at, f32x4.extract_lane(value, 0));
  if (left > 1) store<f32>(at + 4, f32x4.extract_lane(value, 1));
  if (left > 2) store<f32>(at + 8, f32x4.extract_lane(value, 2));
}

/** Writes one row of a panel's eight columns, bias added; of columns past the last nothing. */
function putRow(at: usize, low: v128, high: v128, bias: usize, relu: bool, left: i32): void {
  put(at, finish(low, v128.load(bias), relu), left);
  put(at + 16, finish(high, v128.load(bias, 16), relu), left - 4);
}

/**
 * x [rows, K] · panels + bias [N padded to 8], ReLU where asked, to out [rows, N]. Four rows by eight columns at a time: a panel
 * stays in the first cache while all rows pass over it. Rows past the last are computed again over the last one.
 */
export function product(x: usize, rows: i32, inner: i32, panels: usize, bias: usize, columns: i32, out: usize, relu: bool): void {
  const stride = <usize>inner << 2;
  const outStride = <usize>columns << 2;
  for (let column = 0; column < columns; column += 8) {
    const biasAt = bias + (<usize>column << 2);
    for (let row = 0; row < rows; row += 4) {
      const r0 = x + <usize>row * stride;
      const r1 = row + 1 < rows ? r0 + stride : r0;
      const r2 = row + 2 < rows ? r1 + stride : r1;
      const r3 = row + 3 < rows ? r2 + stride : r2;
      let s00 = f32x4.splat(0), s01 = f32x4.splat(0), s10 = f32x4.splat(0), s11 = f32x4.splat(0);
      let s20 = f32x4.splat(0), s21 = f32x4.splat(0), s30 = f32x4.splat(0), s31 = f32x4.splat(0);
      let w = panels;
      for (let k: usize = 0; k < stride; k += 4) {
        const w0 = v128.load(w);
        const w1 = v128.load(w, 16);
        w += 32;
        const a0 = v128.load32_splat(r0 + k);
        s00 = madd(a0, w0, s00);
        s01 = madd(a0, w1, s01);
        const a1 = v128.load32_splat(r1 + k);
        s10 = madd(a1, w0, s10);
        s11 = madd(a1, w1, s11);
        const a2 = v128.load32_splat(r2 + k);
        s20 = madd(a2, w0, s20);
        s21 = madd(a2, w1, s21);
        const a3 = v128.load32_splat(r3 + k);
        s30 = madd(a3, w0, s30);
        s31 = madd(a3, w1, s31);
      }
      const left = columns - column;
      const o = out + <usize>row * outStride + (<usize>column << 2);
      putRow(o, s00, s01, biasAt, relu, left);
      if (row + 1 < rows) putRow(o + outStride, s10, s11, biasAt, relu, left);
      if (row + 2 < rows) putRow(o + 2 * outStride, s20, s21, biasAt, relu, left);
      if (row + 3 < rows) putRow(o + 3 * outStride, s30, s31, biasAt, relu, left);
    }
    panels += stride << 3;
  }
}

/** e^x for x ≤ 0, relative error below 2e-7: 2^n · e^r with |r| ≤ ln 2 ÷ 2 and a Taylor polynomial for e^r. */
function expOf(x: v128): v128 {
  x = f32x4.max(x, f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.4426950408889634)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.0 / 5040);
  p = madd(p, r, f32x4.splat(1.0 / 720));
  p = madd(p, r, f32x4.splat(1.0 / 120));
  p = madd(p, r, f32x4.splat(1.0 / 24));
  p = madd(p, r, f32x4.splat(1.0 / 6));
  p = madd(p, r, f32x4.splat(0.5));
  p = madd(p, r, f32x4.splat(1));
  p = madd(p, r, f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

/** q·k ÷ √Dh with the first `count` keys, to `row`. */
function scoreRow(q: usize, k: usize, keyStride: usize, headWidth: i32, scale: f32, count: i32, row: usize): void {
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
function mixRow(row: usize, v: usize, keyStride: usize, headWidth: i32, count: i32, out: usize): void {
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
 * Attention of all heads. q [rows, queryStride], k and v [keys, keyStride], all already at their first column; rowBuffer has
 * room for `capacity` numbers rounded up to 4; pattern and scores [H, rows, capacity] (scores 0: not wanted), joined [rows, H·Dh].
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
      mixRow(rowBuffer, v + column, keyBytes, headWidth, readable, joined + (<usize>(t * heads * headWidth) << 2) + column);
    }
  }
}

/** LayerNorm(x + residual) of each row of `width` numbers; in place over x. Sums in double, as PyTorch's are better than float. */
export function addNorm(x: usize, residual: usize, gain: usize, bias: usize, rows: i32, width: i32, epsilon: f32): void {
  const bytes = <usize>width << 2;
  for (let t = 0; t < rows; t++) {
    let total: f64 = 0;
    for (let d: usize = 0; d < bytes; d += 4) {
      const value = load<f32>(x + d) + load<f32>(residual + d);
      store<f32>(x + d, value);
      total += value;
    }
    const mean = <f32>(total / width);
    let squares: f64 = 0;
    for (let d: usize = 0; d < bytes; d += 4) {
      const off = load<f32>(x + d) - mean;
      squares += off * off;
    }
    const scale: f32 = <f32>(1.0 / Math.sqrt(squares / width + epsilon));
    const means = f32x4.splat(mean);
    const scales = f32x4.splat(scale);
    let d: usize = 0;
    for (; d + 16 <= bytes; d += 16) {
      const off = f32x4.mul(f32x4.sub(v128.load(x + d), means), scales);
      v128.store(x + d, madd(off, v128.load(gain + d), v128.load(bias + d)));
    }
    for (; d < bytes; d += 4) {
      store<f32>(x + d, (load<f32>(x + d) - mean) * scale * load<f32>(gain + d) + load<f32>(bias + d));
    }
    x += bytes;
    residual += bytes;
  }
}
