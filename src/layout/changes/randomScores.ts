import { randomFrom } from '../../contract/index.ts';
import { rowSoftmax } from '../inspect/weightSteps.ts';

/** Longest vectors that are drawn. */
export const MOST_DIMENSIONS = 512;
/** Keys of the row that is shown. */
const KEYS = 8;
/** Pairs by which the variance is measured. */
const PAIRS = 400;
const SEED = 20_261_129;
/** A draw of this many is a number between 0 and 1. */
const FINE = 2 ** 21;

/** What softmax makes of q·k where q and k are random: parts with mean 0 and variance 1, independent. */
export interface RandomScores {
  /** Of q·k over many pairs: about d. */
  readonly variance: number;
  /** Of q·k ÷ √d: about 1. */
  readonly dividedVariance: number;
  /** Softmax of one query's scores, [8]: of q·k, and of q·k ÷ √d. */
  readonly undivided: Float64Array;
  readonly divided: Float64Array;
}

/** Normal numbers, two at a draw (Box and Muller, 1958). */
function normals(count: number): Float64Array {
  const draw = randomFrom(SEED);
  const numbers = new Float64Array(count);
  for (let n = 0; n < count; n += 2) {
    const radius = Math.sqrt(-2 * Math.log((draw(FINE) + 1) / FINE));
    const angle = (2 * Math.PI * draw(FINE)) / FINE;
    numbers[n] = radius * Math.cos(angle);
    if (n + 1 < count) numbers[n + 1] = radius * Math.sin(angle);
  }
  return numbers;
}

/** Drawn once: all d take the first of the same numbers, so that a slider over d moves what is there. */
let drawn: Float64Array | null = null;

const OPEN = { fate: 'open', reason: null } as const;

/** @param d numbers in q and k, 1 … 512 */
export function randomScores(d: number): RandomScores {
  drawn ??= normals((PAIRS + 1) * MOST_DIMENSIONS);
  const part = (vector: number, n: number) => drawn?.[vector * MOST_DIMENSIONS + n] ?? 0;
  const dot = (one: number, other: number) => {
    let sum = 0;
    for (let n = 0; n < d; n++) sum += part(one, n) * part(other, n);
    return sum;
  };
  const pairs = Float64Array.from({ length: PAIRS }, (_, at) => dot(at, at + 1));
  const mean = pairs.reduce((sum, value) => sum + value, 0) / PAIRS;
  const variance = pairs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / PAIRS;
  const scores = Float64Array.from({ length: KEYS }, (_, key) => dot(0, key + 1));
  const fates = Array.from(scores, () => OPEN);
  return {
    variance,
    dividedVariance: variance / d,
    undivided: rowSoftmax(scores, fates).weights,
    divided: rowSoftmax(
      scores.map((score) => score / Math.sqrt(d)),
      fates,
    ).weights,
  };
}
