import {
  ATTENTION_KINDS,
  attentionStage,
  type Frame,
  type HeadAt,
  type StageName,
} from '../../contract/index.ts';
import { largestSize } from '../colour/divergingScale.ts';
import { headMatrix, isMasked, type Matrix, patternShape } from '../matrix/matrix.ts';
import { sameShape } from './influence.ts';

type Frames = ReadonlyMap<StageName, Frame>;

/**
 * α̂ × ∂ log P ÷ ∂ α̂ of one head, a new matrix [T, S] in nats: to first order, what log P would lose if the cell were
 * empty (“gradient × input”, Shrikumar et al. 2016).
 * @throws EngineError `shape` when the two frames are not of one shape, `bad-request` for a head that is not there
 */
export function influenceMatrix(pattern: Frame, gradient: Frame, head: number): Matrix {
  sameShape(pattern, gradient);
  const { data, T, S } = headMatrix(pattern, head);
  const slopes = headMatrix(gradient, head).data;
  return { data: data.map((weight, i) => weight * (slopes[i] ?? 0)), T, S };
}

/**
 * ∂ log P ÷ ∂ α̂ of one head alone, a new matrix [T, S] in nats for a weight of 1. Cells the head's kind may not read
 * have a gradient too, of a weight they cannot have: they count for nothing here.
 */
export function slopeMatrix(
  gradient: Frame,
  head: number,
  without: (query: number, key: number) => boolean,
): Matrix {
  const { data, T, S } = headMatrix(gradient, head);
  return { data: data.map((slope, i) => (without(Math.floor(i / S), i % S) ? 0 : slope)), T, S };
}

/** What is drawn beside the weights: weight times gradient, or the gradient itself. */
export const INFLUENCES = ['product', 'gradient'] as const;
export type Influence = (typeof INFLUENCES)[number];

/** One head's matrix, [T, S]; null where the picture has no such head, or no gradient of it. */
export function influenceOf(patterns: Frames, gradients: Frames, at: HeadAt, of: Influence): Matrix | null {
  const name = attentionStage(at.kind, at.layer, 'pattern');
  const [pattern, gradient] = [patterns.get(name), gradients.get(name)];
  if (!pattern || !gradient || at.head >= (pattern.shape[0] ?? 0)) return null;
  return of === 'product'
    ? influenceMatrix(pattern, gradient, at.head)
    : slopeMatrix(gradient, at.head, (query, key) => isMasked(at.kind, query, key));
}

/** The largest size in any head of the picture: one scale for all of them, so that heads compare. 0 where all is 0. */
export function largestInfluence(patterns: Frames, gradients: Frames, of: Influence): number {
  let most = 0;
  for (const kind of ATTENTION_KINDS) {
    for (let layer = 0; ; layer++) {
      const frame = patterns.get(attentionStage(kind, layer, 'pattern'));
      if (!frame) break;
      const [H] = patternShape('largestInfluence', frame);
      for (let head = 0; head < H; head++) {
        const matrix = influenceOf(patterns, gradients, { kind, layer, head }, of);
        most = Math.max(most, matrix ? largestSize(matrix.data) : 0);
      }
    }
  }
  return most;
}

/**
 * To first order, what log P would lose if the head were switched off: Σ α̂ × gradient over all its cells, nats. With
 * every α̂ at 0 the head's output Σ α̂ v is 0, as it is of a head that is off.
 */
export function estimatedLoss(patterns: Frames, gradients: Frames, at: HeadAt): number | null {
  const matrix = influenceOf(patterns, gradients, at, 'product');
  return matrix === null ? null : matrix.data.reduce((sum, value) => sum + value, 0);
}

/** As shares of a limit, −1 … 1; zeros stay. */
export function sharesOfLimit({ data, T, S }: Matrix, limit: number): Matrix {
  return { data: limit > 0 ? data.map((value) => value / limit) : data, T, S };
}
