// Products of several rows with weights in panels; see kernels.as.ts.
import { madd } from './lanes';
import { putRow } from './store';

/**
 * Weights [K, N] to panels of 8 columns, [N ÷ 8][K][8], an even number of panels; columns past N are 0. In place it
 * would overlap: `to` is elsewhere.
 */
export function packPanels(from: usize, inner: i32, columns: i32, to: usize): void {
  const panels = ((columns + 15) >> 4) << 1;
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

/**
 * Four rows by one panel: eight sums keep both multipliers busy; more would not fit the registers. Each row has a
 * pointer of its own, so that nothing is computed between two loads.
 */
function tile4(
  x0: usize, stride: usize, panel: usize, bias: usize, out: usize, outStride: usize, relu: bool, left: i32,
): void {
  let x1 = x0 + stride;
  let x2 = x1 + stride;
  let x3 = x2 + stride;
  const end = x1;
  let s00 = f32x4.splat(0), s01 = f32x4.splat(0);
  let s10 = f32x4.splat(0), s11 = f32x4.splat(0);
  let s20 = f32x4.splat(0), s21 = f32x4.splat(0);
  let s30 = f32x4.splat(0), s31 = f32x4.splat(0);
  while (x0 < end) {
    const w0 = v128.load(panel);
    const w1 = v128.load(panel, 16);
    let a = v128.load32_splat(x0);
    s00 = madd(a, w0, s00);
    s01 = madd(a, w1, s01);
    a = v128.load32_splat(x1);
    s10 = madd(a, w0, s10);
    s11 = madd(a, w1, s11);
    a = v128.load32_splat(x2);
    s20 = madd(a, w0, s20);
    s21 = madd(a, w1, s21);
    a = v128.load32_splat(x3);
    s30 = madd(a, w0, s30);
    s31 = madd(a, w1, s31);
    panel += 32;
    x0 += 4;
    x1 += 4;
    x2 += 4;
    x3 += 4;
  }
  putRow(out, s00, s01, bias, relu, left);
  putRow(out + outStride, s10, s11, bias, relu, left);
  putRow(out + 2 * outStride, s20, s21, bias, relu, left);
  putRow(out + 3 * outStride, s30, s31, bias, relu, left);
}

/** Two rows by two panels: eight sums again, for the few rows of a step with a guess. */
function wide2(
  x: usize, stride: usize, panel: usize, bias: usize, out: usize, outStride: usize, relu: bool, left: i32,
): void {
  let s0 = f32x4.splat(0), s1 = f32x4.splat(0), s2 = f32x4.splat(0), s3 = f32x4.splat(0);
  let t0 = f32x4.splat(0), t1 = f32x4.splat(0), t2 = f32x4.splat(0), t3 = f32x4.splat(0);
  const next = stride << 3;
  for (let k: usize = 0; k < stride; k += 4) {
    const w0 = v128.load(panel);
    const w1 = v128.load(panel, 16);
    const w2 = v128.load(panel + next);
    const w3 = v128.load(panel + next, 16);
    panel += 32;
    const a = v128.load32_splat(x + k);
    s0 = madd(a, w0, s0);
    s1 = madd(a, w1, s1);
    s2 = madd(a, w2, s2);
    s3 = madd(a, w3, s3);
    const b = v128.load32_splat(x + k + stride);
    t0 = madd(b, w0, t0);
    t1 = madd(b, w1, t1);
    t2 = madd(b, w2, t2);
    t3 = madd(b, w3, t3);
  }
  putRow(out, s0, s1, bias, relu, left);
  putRow(out + 32, s2, s3, bias + 32, relu, left - 8);
  putRow(out + outStride, t0, t1, bias, relu, left);
  putRow(out + outStride + 32, t2, t3, bias + 32, relu, left - 8);
}

function twoRows(x: usize, stride: usize, panels: usize, bias: usize, columns: i32, out: usize, relu: bool): void {
  const outStride = <usize>columns << 2;
  for (let column = 0; column < columns; column += 16) {
    const at = <usize>column << 2;
    wide2(x, stride, panels, bias + at, out + at, outStride, relu, columns - column);
    panels += stride << 4;
  }
}

/**
 * x [rows, K] · panels + bias [N padded to 16], ReLU where asked, to out [rows, N]: by fours, since a panel then
 * stays in the first cache while the rows pass over it; one or two rows that are left go by two panels at once. x has
 * room for a row more, which is read when rows are missing, and out for a row more, which is written.
 */
export function product(
  x: usize, rows: i32, inner: i32, panels: usize, bias: usize, columns: i32, out: usize, relu: bool,
): void {
  const stride = <usize>inner << 2;
  const outStride = <usize>columns << 2;
  const byFour = (rows + 1) & ~3;
  let panel = panels;
  for (let column = 0; column < columns && byFour > 0; column += 8) {
    const at = <usize>column << 2;
    for (let row = 0; row < byFour; row += 4) {
      const to = out + <usize>row * outStride + at;
      tile4(x + <usize>row * stride, stride, panel, bias + at, to, outStride, relu, columns - column);
    }
    panel += stride << 3;
  }
  if (byFour < rows) {
    const rest = out + <usize>byFour * outStride;
    twoRows(x + <usize>byFour * stride, stride, panels, bias, columns, rest, relu);
  }
}
