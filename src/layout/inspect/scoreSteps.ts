import { scaleOf } from '../../contract/index.ts';
import { type Check, checkNumber, checkRow } from './check.ts';
import type { InspectReader } from './stages.ts';
import type { DotStep, ProductsStep, ScaleStep } from './steps.ts';
import { DECIMALS, decimalsFor, inputDecimals, largestFirst, sumOf, type Term, vectorOf } from './sum.ts';

/** Products written out, at most. */
const DOT_TERMS = 5;

/** qⁱ_d kʲ_d as terms, one per dimension. */
export function productTerms(reader: InspectReader, key = reader.place.cell.key): readonly Term[] {
  const [q, k] = [reader.headRow('q', reader.place.cell.query), reader.headRow('k', key)];
  return Array.from(q, (value, index) => {
    const factors = [value, k[index] ?? 0] as const;
    return { index, value: factors[0] * factors[1], factors };
  });
}

const total = (terms: readonly Term[]): number => terms.reduce((sum, term) => sum + term.value, 0);
const size = (terms: readonly Term[]): number => terms.reduce((sum, term) => sum + Math.abs(term.value), 0);

/** What q·k is multiplied by. */
export function factorOf(reader: InspectReader): { d: number; factor: number | null; times: number } {
  const { meaning } = reader;
  const [, , d = 1] = reader.shape('q');
  return { d, factor: meaning.factor, times: scaleOf(meaning, d) };
}

/** Decimals of α, the same in every step. */
export const alphaDecimals = (row: ArrayLike<number>): number =>
  decimalsFor(...Array.from(row).filter(Number.isFinite));

function dotDecimals(reader: InspectReader): number {
  const { times } = factorOf(reader);
  // Half a unit for q·k, half for √d.
  return inputDecimals(Math.abs(times) * 2, alphaDecimals(reader.cells('scores')));
}

function scoreCheck(reader: InspectReader, terms: readonly Term[]): Check {
  const { times } = factorOf(reader);
  const score = reader.cells('scores')[reader.place.cell.key] ?? Number.NaN;
  return checkNumber(reader.nameOf('scores'), total(terms) * times, score, size(terms) * Math.abs(times));
}

export function productsStep(reader: InspectReader): ProductsStep {
  const { query, key } = reader.place.cell;
  const terms = productTerms(reader);
  const bySize = largestFirst(terms);
  const decimals = decimalsFor(bySize[0]?.value ?? 0);
  const slope = terms.reduce((most, { factors }) => {
    return Math.max(most, Math.abs(factors?.[0] ?? 0) + Math.abs(factors?.[1] ?? 0));
  }, 0);
  return {
    name: 'products',
    q: vectorOf(reader.headRow('q', query)),
    k: vectorOf(reader.headRow('k', key)),
    products: vectorOf(Float64Array.from(terms, (term) => term.value)),
    plus: bySize.find((term) => term.value > 0) ?? null,
    minus: bySize.find((term) => term.value < 0) ?? null,
    decimals,
    factorDecimals: inputDecimals(slope, decimals),
    checks: [scoreCheck(reader, terms)],
  };
}

export function dotStep(reader: InspectReader): DotStep {
  const terms = productTerms(reader);
  const bySize = largestFirst(terms);
  return {
    name: 'dot',
    products: vectorOf(Float64Array.from(bySize, (term) => term.value)),
    order: bySize.map((term) => term.index),
    sum: sumOf(terms, { most: DOT_TERMS, total: total(terms), decimals: dotDecimals(reader) }),
    checks: [scoreCheck(reader, terms)],
  };
}

export function scaleStep(reader: InspectReader): ScaleStep {
  const { d, factor, times } = factorOf(reader);
  const { key } = reader.place.cell;
  const after = reader.cells('scores');
  const [, keys = 0] = reader.shape('k');
  const rows = Array.from({ length: keys }, (_, s) => productTerms(reader, s));
  const before = Float64Array.from(rows, total);
  const [root, alpha, decimals] = [Math.sqrt(d), after[key] ?? 0, alphaDecimals(after)];
  const sizes = rows.map((terms) => size(terms) * Math.abs(times));
  return {
    name: 'scale',
    d,
    factor,
    dot: before[key] ?? 0,
    dotDecimals: dotDecimals(reader),
    rootDecimals: Number.isInteger(root)
      ? 0
      : Math.max(DECIMALS, inputDecimals((2 * Math.abs(alpha)) / root, decimals)),
    alpha,
    alphaDecimals: decimals,
    before,
    after,
    checks: [
      checkRow(
        reader.nameOf('scores'),
        before.map((dot) => dot * times),
        after,
        sizes,
      ),
    ],
  };
}
