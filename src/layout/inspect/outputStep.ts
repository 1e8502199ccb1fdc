import type { HeadWeights } from '../../contract/index.ts';
import { checkRow } from './check.ts';
import { mapped } from './projectStep.ts';
import type { InspectReader } from './stages.ts';
import type { OutputStep } from './steps.ts';
import { largestAt, sumOf, vectorOf } from './sum.ts';

/** One head's part of bⁱ: its output times its rows of W^O, [D]. */
function partOf(reader: InspectReader, head: number, { o, oBias }: HeadWeights) {
  return mapped(
    reader.headRow('headOutput', reader.place.cell.query, head),
    o,
    new Float64Array(oBias.length),
  );
}

/** The dimension of bⁱ that is followed. */
export function followed(reader: InspectReader): number | null {
  const weights = reader.weightsOf();
  return weights && largestAt(partOf(reader, reader.place.head, weights).values);
}

/** Null until the maps of all heads are there. */
export function outputStep(reader: InspectReader): OutputStep | null {
  const { head, cell } = reader.place;
  const [H = 0] = reader.shape('headOutput');
  const b = reader.row('attentionOutput', cell.query);
  const dimension = followed(reader);
  const parts = Array.from({ length: H }, (_, h) => {
    const weights = reader.weightsOf(h);
    return weights && { ...partOf(reader, h, weights), bias: weights.oBias };
  });
  const own = parts[head];
  if (!own || dimension === null || parts.includes(null)) return null;
  const added = Float64Array.from(own.bias);
  const sizes = added.map(Math.abs);
  const terms = parts.map((part, index) => {
    part?.values.forEach((value, m) => {
      added[m] = (added[m] ?? 0) + value;
      sizes[m] = (sizes[m] ?? 0) + (part.sizes[m] ?? 0);
    });
    return { index, value: part?.values[dimension] ?? 0, factors: null };
  });
  const bias = own.bias[dimension] ?? 0;
  return {
    name: 'output',
    heads: Array.from({ length: H }, (_, h) => vectorOf(reader.headRow('headOutput', cell.query, h))),
    head,
    part: vectorOf(own.values),
    b: vectorOf(b),
    dimension,
    sum: sumOf(terms, { most: H, bias, total: b[dimension] ?? 0 }),
    checks: [checkRow(reader.nameOf('attentionOutput'), added, b, sizes)],
  };
}
