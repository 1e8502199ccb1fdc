import { checkRow } from './check.ts';
import { productTerms } from './scoreSteps.ts';
import type { InspectReader } from './stages.ts';
import type { HeadMap, MapName, MappedNumber, ProjectStep } from './steps.ts';
import { largestAt, sumOf, type Term, vectorOf } from './sum.ts';

/** Numbers written out of a model's whole width, at most. */
const TERMS = 2;

/** A row of a map: what one number is made with. */
function rowOf({ weights, bias }: HeadMap, dimension: number): Float32Array {
  const width = bias.length;
  return Float32Array.from({ length: weights.length / width }, (_, n) => weights[n * width + dimension] ?? 0);
}

/**
 * How one number of q, k or v comes about.
 * @param dimension from 0, below Dh
 */
export function mappedNumber(step: ProjectStep, map: MapName, dimension: number): MappedNumber {
  const input = map === 'q' ? step.queryInput : step.keyInput;
  const weights = rowOf(step.maps[map], dimension);
  const terms = Array.from(weights, (weight, index): Term => {
    const factors = [input.values[index] ?? 0, weight] as const;
    return { index, value: factors[0] * factors[1], factors };
  });
  return {
    map,
    dimension,
    input,
    weights: vectorOf(weights),
    terms: vectorOf(Float64Array.from(terms, ({ value }) => value)),
    sum: sumOf(terms, {
      most: TERMS,
      bias: step.maps[map].bias[dimension] ?? 0,
      total: step[map].values[dimension] ?? 0,
    }),
  };
}

/** x W + bias [Dh], and the sizes of what each is the sum of. */
export function mapped(
  x: ArrayLike<number>,
  weights: Float32Array,
  bias: ArrayLike<number>,
): { values: Float64Array; sizes: Float64Array } {
  const width = bias.length;
  const values = Float64Array.from(bias);
  const sizes = values.map(Math.abs);
  for (let m = 0; m < x.length; m++) {
    for (let e = 0; e < width; e++) {
      const product = (x[m] ?? 0) * (weights[m * width + e] ?? 0);
      values[e] = (values[e] ?? 0) + product;
      sizes[e] = (sizes[e] ?? 0) + Math.abs(product);
    }
  }
  return { values, sizes };
}

export function projectStep(reader: InspectReader): ProjectStep | null {
  const weights = reader.weightsOf();
  if (!weights) return null;
  const { query, key } = reader.place.cell;
  const [own, other] = [reader.row('queryInput', query), reader.row('keyInput', key)];
  const [q, k, v] = [reader.headRow('q', query), reader.headRow('k', key), reader.headRow('v', key)];
  const dimension = largestAt(productTerms(reader).map((term) => term.value));
  const check = (
    need: 'q' | 'k' | 'v',
    x: Float32Array,
    map: Float32Array,
    bias: Float32Array,
    frame: Float32Array,
  ) => {
    const { values, sizes } = mapped(x, map, bias);
    return checkRow(reader.nameOf(need), values, frame, sizes);
  };
  return {
    name: 'project',
    queryInput: vectorOf(own),
    keyInput: vectorOf(other),
    q: vectorOf(q),
    k: vectorOf(k),
    v: vectorOf(v),
    dimension,
    maps: {
      q: { weights: weights.q, bias: weights.qBias },
      k: { weights: weights.k, bias: weights.kBias },
      v: { weights: weights.v, bias: weights.vBias },
    },
    checks: [
      check('q', own, weights.q, weights.qBias, q),
      check('k', other, weights.k, weights.kBias, k),
      check('v', other, weights.v, weights.vBias, v),
    ],
  };
}
