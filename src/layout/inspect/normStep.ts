import { checkRow } from './check.ts';
import { followed } from './outputStep.ts';
import type { InspectReader } from './stages.ts';
import type { Moments, NormStep } from './steps.ts';
import { DECIMALS, inputDecimals, vectorOf } from './sum.ts';

/** PyTorch's LayerNorm default: under the root, so that nothing is divided by 0. */
const EPSILON = 1e-5;

/** Mean and deviation as Add & Norm takes them: over the whole vector, without the epsilon. */
export function moments(values: Float64Array): Moments {
  const count = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / count) };
}

export function normStep(reader: InspectReader): NormStep | null {
  const weights = reader.weightsOf();
  const dimension = followed(reader);
  if (!weights || dimension === null) return null;
  const { query } = reader.place.cell;
  const [a, b] = [reader.row('queryInput', query), reader.row('attentionOutput', query)];
  const result = reader.row('afterAttention', query);
  const added = Float64Array.from(a, (value, m) => value + (b[m] ?? 0));
  const before = moments(added);
  const spread = Math.sqrt(before.deviation ** 2 + EPSILON);
  const standard = added.map((value) => (value - before.mean) / spread);
  const computed = standard.map(
    (value, m) => value * (weights.normGain[m] ?? 1) + (weights.normBias[m] ?? 0),
  );
  const sizes = computed.map((_, m) => {
    const terms = Math.abs(a[m] ?? 0) + Math.abs(b[m] ?? 0) + Math.abs(before.mean);
    return (terms / spread) * Math.abs(weights.normGain[m] ?? 1) + Math.abs(weights.normBias[m] ?? 0);
  });
  const [gain, bias] = [weights.normGain[dimension] ?? 1, weights.normBias[dimension] ?? 0];
  const decimals = DECIMALS;
  const z = Math.abs(standard[dimension] ?? 0);
  // Of a, b, μ, σ, gain and bias, each rounded.
  const slope = ((3 + z) * Math.abs(gain)) / spread + z + 1;
  return {
    name: 'norm',
    a: vectorOf(a),
    b: vectorOf(b),
    added: vectorOf(added),
    standard: vectorOf(standard),
    result: vectorOf(result),
    before,
    after: moments(standard),
    dimension,
    gain,
    bias,
    decimals,
    inputDecimals: inputDecimals(slope, decimals),
    checks: [checkRow(reader.nameOf('afterAttention'), computed, result, sizes)],
  };
}
