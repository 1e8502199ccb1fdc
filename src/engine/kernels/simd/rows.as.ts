// Add & Norm, and what a softmax over a whole row needs; see kernels.as.ts.
import { expOf, madd } from './lanes';

/** The sum in double of four lanes' numbers, two by two. */
@inline
function promoted(four: v128): v128 {
  return f64x2.add(f64x2.promote_low_f32x4(four), f64x2.promote_low_f32x4(v128.shuffle<f32>(four, four, 2, 3, 2, 3)));
}

/** x + residual in place over x, and its sum. */
function addedSum(x: usize, residual: usize, bytes: usize): f64 {
  let sums = f64x2.splat(0);
  let d: usize = 0;
  for (; d + 16 <= bytes; d += 16) {
    const four = f32x4.add(v128.load(x + d), v128.load(residual + d));
    v128.store(x + d, four);
    sums = f64x2.add(sums, promoted(four));
  }
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; d < bytes; d += 4) {
    const value = load<f32>(x + d) + load<f32>(residual + d);
    store<f32>(x + d, value);
    sum += value;
  }
  return sum;
}

/** Σ (x − mean)². */
function squaresAround(x: usize, mean: f32, bytes: usize): f64 {
  const means = f32x4.splat(mean);
  let sums = f64x2.splat(0);
  let d: usize = 0;
  for (; d + 16 <= bytes; d += 16) {
    const off = f32x4.sub(v128.load(x + d), means);
    sums = f64x2.add(sums, promoted(f32x4.mul(off, off)));
  }
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; d < bytes; d += 4) {
    const off = load<f32>(x + d) - mean;
    sum += off * off;
  }
  return sum;
}

/**
 * LayerNorm(x + residual) of each row of `width` numbers; in place over x. Sums in double, as PyTorch's are better
 * than float.
 */
export function addNorm(
  x: usize, residual: usize, gain: usize, bias: usize, rows: i32, width: i32, epsilon: f32,
): void {
  const bytes = <usize>width << 2;
  for (let t = 0; t < rows; t++) {
    const mean = <f32>(addedSum(x, residual, bytes) / width);
    const scale: f32 = <f32>(1.0 / Math.sqrt(squaresAround(x, mean, bytes) / width + epsilon));
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

/** Puts an id in its place among the best so far, behind its equals. best: [most] ids, then [most] numbers. */
function rank(id: i32, value: f32, best: usize, most: i32): void {
  const values = best + (<usize>most << 2);
  if (!(value > load<f32>(values + (<usize>(most - 1) << 2)))) return;
  let place = most - 1;
  for (; place > 0 && load<f32>(values + (<usize>(place - 1) << 2)) < value; place--) {
    const at = <usize>place << 2;
    store<i32>(best + at, load<i32>(best + at - 4));
    store<f32>(values + at, load<f32>(values + at - 4));
  }
  store<i32>(best + (<usize>place << 2), id);
  store<f32>(values + (<usize>place << 2), value);
}

/** Of `count` numbers the largest, to `ends`, and the smallest behind it; both NaN if any number is. */
function bounds(row: usize, count: i32, ends: usize): void {
  const whole = <usize>(count & ~3) << 2;
  const end = <usize>count << 2;
  let tops = f32x4.splat(load<f32>(row));
  let floors = tops;
  let at: usize = 0;
  for (; at < whole; at += 16) {
    const four = v128.load(row + at);
    tops = f32x4.max(tops, four);
    floors = f32x4.min(floors, four);
  }
  let top = max(
    max(f32x4.extract_lane(tops, 0), f32x4.extract_lane(tops, 1)),
    max(f32x4.extract_lane(tops, 2), f32x4.extract_lane(tops, 3)),
  );
  let floor = min(
    min(f32x4.extract_lane(floors, 0), f32x4.extract_lane(floors, 1)),
    min(f32x4.extract_lane(floors, 2), f32x4.extract_lane(floors, 3)),
  );
  for (; at < end; at += 4) {
    top = max(top, load<f32>(row + at));
    floor = min(floor, load<f32>(row + at));
  }
  store<f32>(ends, top);
  store<f32>(ends + 4, floor);
}

/**
 * What is asked of a row of logits: largest and smallest at `out`, and behind them `most` ids of the largest numbers,
 * best first (-1 where there are fewer), and those numbers.
 * @returns Σ exp(number − largest), what the softmax is divided by, summed in double
 */
export function summarize(row: usize, count: i32, out: usize, most: i32): f64 {
  bounds(row, count, out);
  const best = out + 8;
  const values = best + (<usize>most << 2);
  const last = values + (<usize>(most - 1) << 2);
  for (let i: usize = 0; i < <usize>most << 2; i += 4) {
    store<i32>(best + i, -1);
    store<f32>(values + i, -Infinity);
  }
  const tops = f32x4.splat(load<f32>(out));
  const whole = count & ~3;
  let sums = f64x2.splat(0);
  let id = 0;
  for (; id < whole; id += 4) {
    const four = v128.load(row + (<usize>id << 2));
    if (v128.any_true(f32x4.gt(four, v128.load32_splat(last)))) {
      for (let i = id; i < id + 4; i++) rank(i, load<f32>(row + (<usize>i << 2)), best, most);
    }
    const weights = expOf(f32x4.sub(four, tops));
    sums = f64x2.add(sums, promoted(weights));
  }
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  for (; id < count; id++) {
    const value = load<f32>(row + (<usize>id << 2));
    rank(id, value, best, most);
    sum += f32x4.extract_lane(expOf(f32x4.splat(value - load<f32>(out))), 0);
  }
  return sum;
}
