import { type CellFate, FATES, fatesOf } from '../../contract/index.ts';
import { checkRow } from './check.ts';
import { alphaDecimals } from './scoreSteps.ts';
import type { InspectReader } from './stages.ts';
import type { MaskStep, SoftmaxStep, SoftmaxTerm } from './steps.ts';
import { DECIMALS, sumOf } from './sum.ts';

/** Keys written out. */
const TERMS = 5;
/** e to a number with three decimals, at most 1, is known to three. */
const EXP_DECIMALS = 3;

const OPEN: CellFate = { fate: 'open', reason: null };

/** Of the place's row. */
function rowFates(reader: InspectReader): readonly CellFate[] {
  const row = { queryStart: reader.place.cell.query, rows: 1, keys: reader.cells('scores').length };
  return Array.from(fatesOf(reader.meaning, row), (code) => FATES[code] ?? OPEN);
}

/** What the softmax makes of a row of scores. */
export interface RowSoftmax {
  /** Among those that may be read; −∞ where none may. */
  readonly largest: number;
  /** [S]: e to α − `largest`; 0 where forbidden. */
  readonly exps: Float64Array;
  readonly denominator: number;
  /** [S]: α̂, 0 where it is set to 0 afterwards. */
  readonly weights: Float64Array;
}

/**
 * α̂ of a row as the softmax and the changes make it, in double precision.
 * @param row α, [S]
 * @param fates of its cells, [S]
 */
export function rowSoftmax(row: Float32Array | Float64Array, fates: readonly CellFate[]): RowSoftmax {
  const isOpen = (key: number) => fates[key]?.fate !== 'forbidden';
  const scores = Float64Array.from(row);
  const largest = scores.reduce(
    (most, alpha, key) => (isOpen(key) ? Math.max(most, alpha) : most),
    -Infinity,
  );
  const exps = scores.map((alpha, key) => (isOpen(key) ? Math.exp(alpha - largest) : 0));
  const denominator = exps.reduce((sum, exp) => sum + exp, 0);
  const weights = exps.map((exp, key) => {
    return denominator === 0 || fates[key]?.fate === 'zeroed' ? 0 : exp / denominator;
  });
  return { largest, exps, denominator, weights };
}

export function maskStep(reader: InspectReader): MaskStep {
  const { key } = reader.place.cell;
  const [row, fates] = [reader.cells('scores'), rowFates(reader)];
  const fate = fates[key] ?? OPEN;
  const alpha = row[key] ?? 0;
  const pattern = reader.cells('pattern');
  const shut = (at: number) => fates[at]?.fate !== 'open';
  return {
    name: 'mask',
    fates,
    fate,
    row,
    alpha,
    weights: pattern,
    masked: fate.fate === 'forbidden' ? Number.NEGATIVE_INFINITY : alpha,
    alphaDecimals: alphaDecimals(row),
    checks: [
      checkRow(
        reader.nameOf('pattern'),
        pattern.map((weight, at) => (shut(at) ? 0 : weight)),
        pattern,
        pattern,
      ),
    ],
  };
}

/** Decimals of α̂, so that dividing what is shown gives it within one unit. */
function weightDecimals(denominator: number, weight: number): number {
  if (denominator === 0) return DECIMALS;
  const error = (0.5 * 10 ** -EXP_DECIMALS * (1 + weight)) / denominator;
  return Math.max(2, Math.min(4, Math.floor(-Math.log10(error))));
}

export function softmaxStep(reader: InspectReader): SoftmaxStep {
  const { key } = reader.place.cell;
  const [row, frame, fates] = [reader.cells('scores'), reader.cells('pattern'), rowFates(reader)];
  const { off } = reader.meaning;
  const { largest, exps, denominator, weights } = rowSoftmax(row, fates);
  const term = (index: number): SoftmaxTerm => ({
    key: index,
    alpha: row[index] ?? 0,
    exp: exps[index] ?? 0,
    weight: frame[index] ?? 0,
    fate: fates[index] ?? OPEN,
  });
  const all = Array.from(exps, (value, index) => ({ index, value, factors: null }));
  const sum = sumOf(all, { most: TERMS, keep: key, total: denominator, decimals: EXP_DECIMALS });
  const terms = sum.terms.map((one) => term(one.index));
  const rowSum = frame.reduce((a, b) => a + b, 0);
  const shown = terms.reduce((a, b) => a + b.weight, 0);
  return {
    name: 'softmax',
    row,
    fates,
    terms,
    others: sum.folded && { count: sum.folded.count, exp: sum.folded.value, weight: rowSum - shown },
    own: term(key),
    largest,
    sum,
    rowSum,
    off,
    alphaDecimals: alphaDecimals(row),
    weightDecimals: weightDecimals(denominator, weights[key] ?? 0),
    checks: [
      checkRow(
        reader.nameOf('pattern'),
        weights,
        frame,
        weights.map(() => 1),
      ),
    ],
  };
}
