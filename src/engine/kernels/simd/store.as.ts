// Writes the sums of a product, bias and ReLU done; see products.as.ts.

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
export function putRow(at: usize, low: v128, high: v128, bias: usize, relu: bool, left: i32): void {
  put(at, finish(low, v128.load(bias), relu), left);
  put(at + 16, finish(high, v128.load(bias, 16), relu), left - 4);
}
