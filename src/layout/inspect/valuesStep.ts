import { isWriting, type OffWay } from '../../contract/index.ts';
import { checkRow } from './check.ts';
import type { InspectReader } from './stages.ts';
import type { ValuesStep } from './steps.ts';
import { largestAt, sumOf, vectorOf } from './sum.ts';

/** Keys written out. */
const TERMS = 3;

/** Σⱼ α̂ᵢⱼ vʲ of one query [Dh], and the sizes of what each number is the sum of. */
function heard(reader: InspectReader, query: number) {
  const weights = reader.cells('pattern', query);
  const [, , width = 0] = reader.shape('v');
  const values = new Float64Array(width);
  const sizes = new Float64Array(width);
  weights.forEach((weight, key) => {
    reader.headRow('v', key).forEach((value, e) => {
      values[e] = (values[e] ?? 0) + weight * value;
      sizes[e] = (sizes[e] ?? 0) + Math.abs(weight * value);
    });
  });
  return { values, sizes };
}

/** What the head gives: Σ α̂ v, or what its being off puts in its place. */
function given(reader: InspectReader, off: OffWay | null) {
  const { kind, cell } = reader.place;
  const own = heard(reader, cell.query);
  if (off === 'zero') return { values: own.values.map(() => 0), sizes: own.sizes };
  if (off !== 'mean') return own;
  const [, rows = 0] = reader.shape('pattern');
  // A row that is written knows none that come later.
  const count = isWriting(kind) ? cell.query + 1 : rows;
  const values = new Float64Array(own.values.length);
  const sizes = new Float64Array(own.values.length);
  for (let query = 0; query < count; query++) {
    const one = heard(reader, query);
    one.values.forEach((value, e) => {
      values[e] = (values[e] ?? 0) + value / count;
      sizes[e] = (sizes[e] ?? 0) + (one.sizes[e] ?? 0) / count;
    });
  }
  return { values, sizes };
}

export function valuesStep(reader: InspectReader): ValuesStep {
  const { query, key } = reader.place.cell;
  const weights = reader.cells('pattern');
  const [v, b] = [reader.headRow('v', key), reader.headRow('headOutput', query)];
  const weight = weights[key] ?? 0;
  const { off } = reader.meaning;
  const weighted = Float64Array.from(v, (value) => weight * value);
  const own = heard(reader, query);
  const dimension = largestAt(weight === 0 ? own.values : weighted);
  const terms = Array.from(weights, (share, index) => {
    const factors = [share, reader.headRow('v', index)[dimension] ?? 0] as const;
    return { index, value: factors[0] * factors[1], factors };
  });
  const { values, sizes } = given(reader, off);
  const isSum = off === null || off === 'first';
  const sumTotal = isSum ? b[dimension] : own.values[dimension];
  return {
    name: 'values',
    head: reader.place.head,
    v: vectorOf(v),
    weight,
    weighted: vectorOf(weighted),
    b: vectorOf(b),
    dimension,
    sum: sumOf(terms, { most: TERMS, keep: key, total: sumTotal ?? 0 }),
    off,
    checks: [checkRow(reader.nameOf('headOutput'), values, b, sizes)],
  };
}
