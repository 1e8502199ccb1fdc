import { attentionStage, type Frame, type StageName } from '../../contract/index.ts';
import { headMatrix, patternShape, weightAt } from '../matrix/matrix.ts';

/**
 * The decoder row that reads a source token most, by the mean over all heads and layers of cross-attention: what it
 * writes is, as a rule, that token's word in the translation. Null where there is no cross-attention, or no such
 * token.
 * @param key from 0, a column of the cross-attention's patterns [H, T, S]
 */
export function alignedRow(frames: ReadonlyMap<StageName, Frame>, key: number): number | null {
  let sums: number[] = [];
  for (let layer = 0; ; layer++) {
    const frame = frames.get(attentionStage('cross', layer, 'pattern'));
    if (!frame) break;
    const [H, T, S] = patternShape('alignedRow', frame);
    if (key >= S) return null;
    if (sums.length === 0) sums = Array.from({ length: T }, () => 0);
    for (let head = 0; head < H; head++) {
      const matrix = headMatrix(frame, head);
      sums = sums.map((sum, query) => sum + weightAt(matrix, { query, key }));
    }
  }
  return sums.length === 0 ? null : sums.indexOf(Math.max(...sums));
}
