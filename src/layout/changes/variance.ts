import { EngineError, type Frame } from '../../contract/index.ts';
import { headMatrix, patternShape } from '../matrix/matrix.ts';

export interface VariancePoint {
  /** How many dimensions of q and k are used, from 1. */
  readonly d: number;
  /** Of q·k over all pairs of the sentence. */
  readonly variance: number;
}

/**
 * Variance of q·k over all pairs of a query and a key, with the first d dimensions only, for each d from 1 to Dh. The
 * paper's footnote says why scores are divided by √d: of parts with mean 0 and variance 1, q·k has mean 0 and
 * variance d. A trained head's parts are neither, so its line is its own.
 * @param q [H, T, Dh] @param k [H, S, Dh]. @throws EngineError `shape`, `bad-request`.
 */
export function varianceByDimension(q: Frame, k: Frame, head: number): readonly VariancePoint[] {
  const [, T, Dh] = patternShape('varianceByDimension', q);
  const [, S, width] = patternShape('varianceByDimension', k);
  if (width !== Dh) {
    throw new EngineError('shape', 'varianceByDimension', k.name, `[H, S, ${Dh}]`, `[${k.shape}]`);
  }
  const [queries, keys] = [headMatrix(q, head).data, headMatrix(k, head).data];
  const dots = new Float64Array(T * S);
  return Array.from({ length: Dh }, (_, dimension) => {
    for (let t = 0; t < T; t++) {
      const x = queries[t * Dh + dimension] ?? 0;
      for (let s = 0; s < S; s++) {
        dots[t * S + s] = (dots[t * S + s] ?? 0) + x * (keys[s * Dh + dimension] ?? 0);
      }
    }
    return { d: dimension + 1, variance: varianceOf(dots) };
  });
}

/** Mean squared distance from the mean; 0 of no numbers. */
function varianceOf(values: Float64Array): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
