import { checkRow } from './check.ts';
import { productTerms } from './scoreSteps.ts';
import type { InspectReader } from './stages.ts';
import type { ProjectStep } from './steps.ts';
import { largestAt, sumOf, type Term, vectorOf } from './sum.ts';

/** Numbers written out of a model's whole width, at most. */
const TERMS = 2;

/** x W + bias of one column, as terms. @param weights [D, Dh] */
function columnTerms(
  x: ArrayLike<number>,
  weights: Float32Array,
  width: number,
  column: number,
): readonly Term[] {
  return Array.from({ length: x.length }, (_, index) => {
    const factors = [x[index] ?? 0, weights[index * width + column] ?? 0] as const;
    return { index, value: factors[0] * factors[1], factors };
  });
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
  const terms = columnTerms(own, weights.q, q.length, dimension);
  return {
    name: 'project',
    queryInput: vectorOf(own),
    keyInput: vectorOf(other),
    q: vectorOf(q),
    k: vectorOf(k),
    v: vectorOf(v),
    dimension,
    terms: vectorOf(Float64Array.from(terms, ({ value }) => value)),
    sum: sumOf(terms, {
      most: TERMS,
      bias: weights.qBias[dimension] ?? 0,
      total: q[dimension] ?? 0,
    }),
    checks: [
      check('q', own, weights.q, weights.qBias, q),
      check('k', other, weights.k, weights.kBias, k),
      check('v', other, weights.v, weights.vBias, v),
    ],
  };
}
