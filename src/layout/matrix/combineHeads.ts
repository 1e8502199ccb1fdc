import { EngineError, type Frame } from '../../contract/index.ts';
import { headMatrix, type Matrix, patternShape } from './matrix.ts';

/** How several heads become one picture. */
export type HeadPooling = 'sum' | 'mean' | 'max';

/**
 * Several heads of a frame [H, T, S] as one matrix [T, S], cell by cell. Rows of a mean still sum to 1; rows of a
 * maximum sum to 1 or more, rows of a sum to the number of heads. @throws EngineError `bad-request` for no head or a
 * head that is not there.
 */
export function combineHeads(frame: Frame, heads: readonly number[], how: HeadPooling): Matrix {
  const [, T, S] = patternShape('combineHeads', frame);
  if (heads.length === 0) {
    throw new EngineError('bad-request', 'combineHeads', 'heads', 'at least one', 'none');
  }
  const data = new Float32Array(T * S);
  const share = how === 'mean' ? 1 / heads.length : 1;
  for (const head of heads) {
    const one = headMatrix(frame, head).data;
    for (let i = 0; i < data.length; i++) {
      const value = one[i] ?? 0;
      const before = data[i] ?? 0;
      data[i] = how === 'max' ? Math.max(before, value) : before + value * share;
    }
  }
  return { data, T, S };
}
