import { type Combine, EngineError, type Frame } from '../contract/index.ts';
import { headMatrix, type Matrix, patternShape } from './matrix.ts';

/**
 * Several heads of a frame [H, T, S] as one matrix [T, S], cell by cell. Rows of a mean still sum to 1; rows of a maximum
 * or a sum sum to 1 or more. @throws EngineError `bad-request` for no head or a head that is not there.
 */
export function combineHeads(frame: Frame, heads: readonly number[], how: Exclude<Combine, 'side'>): Matrix {
  const [, T, S] = patternShape('combineHeads', frame);
  if (heads.length === 0) {
    throw new EngineError('bad-request', 'combineHeads', 'heads', 'at least one', 'none');
  }
  const data = new Float32Array(T * S);
  for (const head of heads) {
    const one = headMatrix(frame, head).data;
    for (let i = 0; i < data.length; i++) {
      const value = one[i] ?? 0;
      const before = data[i] ?? 0;
      if (how === 'max') data[i] = Math.max(before, value);
      else data[i] = before + (how === 'mean' ? value / heads.length : value);
    }
  }
  return { data, T, S };
}
