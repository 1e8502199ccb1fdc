import type { InspectStep } from './inspect.ts';
import {
  both,
  digits,
  down,
  fraction,
  hat,
  letter,
  type Maths,
  number,
  root,
  row,
  sign,
  sumFrom,
  up,
  word,
} from './mathMl.ts';
import type { MapName, MaskStep, NormStep, ScaleStep, SoftmaxStep } from './steps.ts';
import type { Vector } from './sum.ts';

/*
 * The lecture's letters: i the query, j the key; qⁱ, kʲ, vʲ, α, α̂, bⁱ; d numbers in q and k; t runs through a sum.
 * Heads count from 1.
 */

const [i, j, t] = [letter('i'), letter('j'), letter('t')];
const pair = row(i, sign(','), j);
const ALPHA: Maths = down(letter('α'), pair);
const ALPHA_HAT: Maths = down(hat(letter('α')), pair);
const qi = up(letter('q'), i);
const kj = up(letter('k'), j);
const vj = up(letter('v'), j);
/** Of a word that runs: α̂ᵢₜ vᵗ. */
const weightedBy: readonly Maths[] = [down(hat(letter('α')), row(i, sign(','), t)), up(letter('v'), t)];

/** A letter with i or j above it, and with a dimension (from 0) below when one is given. */
export function named(base: string, above: 'i' | 'j', dimension?: number): Maths {
  const over = letter(above);
  return dimension === undefined ? up(letter(base), over) : both(letter(base), digits(dimension + 1), over);
}

/** This head's output: b with i and the head's number above, and a dimension below when one is given. */
export function headOutputName(head: number, dimension?: number): Maths {
  const over = row(i, sign(','), digits(head + 1));
  return dimension === undefined ? up(letter('b'), over) : both(letter('b'), digits(dimension + 1), over);
}

/** Whose vector a map reads: the query's, or the key's. */
export const aboveOf = (map: MapName): 'i' | 'j' => (map === 'q' ? 'i' : 'j');

/** A row of a map, number by number. */
const mapRow = (map: MapName, dimension: number): Maths =>
  both(letter('W'), row(digits(dimension + 1), sign(','), t), letter(map));

/** Names that stand before numbers; dimensions are from 0. */
export const letters = {
  alpha: ALPHA,
  alphaHat: ALPHA_HAT,
  /** e to a score from which the row's largest was taken. */
  power: up(letter('e'), row(ALPHA, '−', letter('max'))),
  product: row(both(letter('q'), t, i), '·', both(letter('k'), t, j)),
  mapRow,
  /** A term of one number of qⁱ, kʲ or vʲ. */
  term: (map: MapName, dimension: number): Maths =>
    row(mapRow(map, dimension), both(letter('a'), t, letter(aboveOf(map)))),
  dot: row(qi, '·', kj),
  weighted: row(ALPHA_HAT, vj),
  weightedAt: (dimension: number): Maths => row(ALPHA_HAT, named('v', 'j', dimension)),
  /** This head's columns of W^O times its output. */
  part: (head: number): Maths =>
    row(up(letter('W'), row(letter('O'), sign(','), digits(head + 1))), headOutputName(head)),
  /** What Add & Norm makes of x, the sum. */
  x: row(letter('x')),
  standard: fraction(row(letter('x'), '−', letter('μ')), letter('σ')),
  normed: row('·', word('gain'), '+', word('bias')),
  heads: row('[', up(letter('b'), row(i, sign(','), digits(1))), sign('⋯'), ']'),
} as const;

const projection = (to: string, above: 'i' | 'j'): Maths =>
  row(named(to, above), '=', up(letter('W'), letter(to)), named('a', above), '+', word('bias'));

function scaleFormula({ factor, d, dot, dotDecimals, rootDecimals, alpha, alphaDecimals }: ScaleStep): Maths {
  const times = factor === null || factor === 1 ? [] : [number(factor, decimalsOf(factor)), '·'];
  const product = row(qi, '·', kj);
  const [shown, result] = [number(dot, dotDecimals), number(alpha, alphaDecimals)];
  if (factor === null) return row(ALPHA, '=', product, '=', result);
  const over = number(Math.sqrt(d), rootDecimals);
  return row(
    ALPHA,
    '=',
    ...times,
    fraction(product, root(letter('d'))),
    '=',
    ...times,
    fraction(shown, over),
    '=',
    result,
  );
}

/** As many as a person typed, at most three. */
function decimalsOf(factor: number): number {
  return Math.min(3, (String(factor).split('.')[1] ?? '').length);
}

const INFINITY = digits('−∞');

function maskFormula({ fate, alpha, alphaDecimals }: MaskStep): Maths {
  const value = number(alpha, alphaDecimals);
  if (fate.fate === 'forbidden') return row(ALPHA, '=', value, '→', INFINITY);
  if (fate.fate === 'zeroed') return row(ALPHA, '=', value, sign(','), ALPHA_HAT, '→', digits(0));
  return row(ALPHA, '=', value);
}

function softmaxFormula(step: SoftmaxStep): Maths {
  const { own, largest, sum, alphaDecimals, weightDecimals } = step;
  const power = (score: Maths) => up(letter('e'), score);
  const every = down(letter('α'), row(i, sign(','), t));
  const letters = fraction(power(ALPHA), row(sumFrom(t), power(every)));
  const result = number(own.weight, weightDecimals);
  if (own.fate.fate === 'forbidden' || step.off === 'first' || sum.total === 0)
    return row(ALPHA_HAT, '=', letters);
  const less = row(
    number(own.alpha, alphaDecimals),
    largest < 0 ? '+' : '−',
    number(Math.abs(largest), alphaDecimals),
  );
  const shown = fraction(power(less), number(sum.total, sum.decimals));
  const quotient = fraction(number(own.exp, sum.decimals), number(sum.total, sum.decimals));
  const end = own.fate.fate === 'zeroed' ? ['→', digits(0)] : ['=', result];
  return row(ALPHA_HAT, '=', letters, '=', shown, '=', quotient, ...end);
}

/** What a step computes, in the lecture's letters, with this cell's numbers where they fit on the line. */
export function formulasOf(step: InspectStep): readonly Maths[] {
  if (step.name === 'project') return [projection('q', 'i'), projection('k', 'j'), projection('v', 'j')];
  if (step.name === 'products') {
    const counted = row(t, '=', digits(1), sign(','), sign('…'), sign(','), digits(step.q.values.length));
    return [row(both(letter('q'), t, i), '·', both(letter('k'), t, j)), counted];
  }
  if (step.name === 'dot') {
    const over = digits(step.products.values.length);
    const terms = [both(letter('q'), t, i), both(letter('k'), t, j)] as const;
    return [row(qi, '·', kj, '=', sumFrom(row(t, '=', digits(1)), over), ...terms)];
  }
  if (step.name === 'scale') return [scaleFormula(step)];
  if (step.name === 'mask') return [maskFormula(step)];
  if (step.name === 'softmax') return [softmaxFormula(step)];
  if (step.name === 'values') return [row(headOutputName(step.head), '=', sumFrom(t), ...weightedBy)];
  if (step.name === 'output') {
    const parts = [headOutputName(0), sign('⋯'), headOutputName(step.heads.length - 1)];
    const joined = row('[', ...(step.heads.length > 2 ? parts : parts.filter((_, at) => at !== 1)), ']');
    return [row(named('b', 'i'), '=', up(letter('W'), letter('O')), joined, '+', word('bias'))];
  }
  const [x, mu, sigma] = [letter('x'), letter('μ'), letter('σ')];
  return [
    row(x, '=', named('a', 'i'), '+', named('b', 'i')),
    row(fraction(row(x, '−', mu), sigma), '·', word('gain'), '+', word('bias')),
  ];
}

/** Add & Norm of the number that is followed, with its numbers. */
export function normNumbers(step: NormStep): Maths {
  const { dimension: nth, before, gain, bias, decimals, inputDecimals: inner } = step;
  const at = (vector: Vector) => vector.values[nth] ?? 0;
  const plus = (value: number) => [value < 0 ? '−' : '+', number(Math.abs(value), inner)] as const;
  const over = row(number(at(step.a), inner), ...plus(at(step.b)), ...plus(-before.mean));
  const z = fraction(over, number(before.deviation, inner));
  return row(z, '·', number(gain, inner), ...plus(bias), '=', number(at(step.result), decimals));
}
