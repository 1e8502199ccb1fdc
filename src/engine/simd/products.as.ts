// Products of several rows with weights in panels; see kernels.as.ts.
import { madd } from './lanes';

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
