// Add & Norm, and what a softmax over a whole row needs; see kernels.as.ts.
import { expOf, madd, sumLanes } from './lanes';

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

/** The largest of `count` numbers. */
export function largest(row: usize, count: i32): f32 {
  const whole = <usize>(count & ~3) << 2;
  const end = <usize>count << 2;
  let tops = f32x4.splat(load<f32>(row));
  let at: usize = 0;
  for (; at < whole; at += 16) tops = f32x4.max(tops, v128.load(row + at));
  let top = max(max(f32x4.extract_lane(tops, 0), f32x4.extract_lane(tops, 1)), max(f32x4.extract_lane(tops, 2), f32x4.extract_lane(tops, 3)));
  for (; at < end; at += 4) top = max(top, load<f32>(row + at));
  return top;
}

/** Σ exp(number − top) over `count` numbers, in double from every fourth sum on. */
export function sumOfExponentials(row: usize, count: i32, top: f32): f64 {
  const tops = f32x4.splat(top);
  const whole = <usize>(count & ~3) << 2;
  let sum: f64 = 0;
  let at: usize = 0;
  for (; at < whole; at += 16) sum += sumLanes(expOf(f32x4.sub(v128.load(row + at), tops)));
  for (let i = count & ~3; i < count; i++) {
    sum += f32x4.extract_lane(expOf(f32x4.splat(load<f32>(row + at) - top)), 0);
    at += 4;
  }
  return sum;
}
