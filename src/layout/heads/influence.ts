import {
  ATTENTION_KINDS,
  attentionStage,
  type Cell,
  EngineError,
  type Frame,
  type HeadAt,
  type StageName,
} from '../../contract/index.ts';

import { headMatrix, patternShape, rowOf } from '../matrix/matrix.ts';

type Frames = ReadonlyMap<StageName, Frame>;

/** @throws EngineError `shape` when two frames are not of one shape */
export function sameShape(pattern: Frame, gradient: Frame): void {
  if (`${pattern.shape}` === `${gradient.shape}`) return;
  throw new EngineError('shape', 'influence', gradient.name, `[${pattern.shape}]`, `[${gradient.shape}]`);
}

/** Whether gradients are of these patterns: another sentence's may still be there while it is typed over. */
export function gradientFits(patterns: Frames, gradients: Frames): boolean {
  return [...gradients].every(([name, { shape }]) => `${patterns.get(name)?.shape}` === `${shape}`);
}

/** A place where weight and influence disagree. */
export interface Disagreement extends HeadAt {
  readonly cell: Cell;
  /** α̂ of the cell. */
  readonly weight: number;
  /** The cell's share in |α̂ × gradient| of its row, 0 … 1. */
  readonly share: number;
  /** The key that the row's influence speaks for most against the weights; null where there is none. */
  readonly instead: { readonly key: number; readonly weight: number; readonly share: number } | null;
  /** How much they disagree, 0 … 1: see `disagreement`. */
  readonly size: number;
}

/** A row of one head: α̂ and ∂ log P ÷ ∂ α̂ of S keys, and the sums its shares are made with. */
interface GradientRow {
  readonly weights: Float32Array;
  readonly slopes: Float32Array;
  /** Σ α̂ and Σ |α̂ × gradient|. */
  readonly weight: number;
  readonly total: number;
}

function gradientRow(weights: Float32Array, slopes: Float32Array): GradientRow {
  let [weight, total] = [0, 0];
  for (let key = 0; key < weights.length; key++) {
    weight += weights[key] ?? 0;
    total += Math.abs((weights[key] ?? 0) * (slopes[key] ?? 0));
  }
  return { weights, slopes, weight, total };
}

const shareOf = ({ weights, slopes, total }: GradientRow, key: number): number =>
  Math.abs((weights[key] ?? 0) * (slopes[key] ?? 0)) / total;

/** The key whose share of the weights is largest above its share of the influence (sign 1), or beneath it (sign −1). */
function largestGap(row: GradientRow, sign: 1 | -1): { readonly key: number; readonly gap: number } {
  let [key, gap] = [0, Number.NEGATIVE_INFINITY];
  for (let one = 0; one < row.weights.length; one++) {
    const own = sign * ((row.weights[one] ?? 0) / row.weight - shareOf(row, one));
    if (own > gap) [key, gap] = [one, own];
  }
  return { key, gap };
}

/** A gap found in a row, not yet divided by the root of the largest row's total. */
interface Found {
  readonly place: HeadAt;
  readonly query: number;
  readonly key: number;
  readonly row: GradientRow;
  readonly size: number;
}

/** The largest gap of one head's rows, if it is larger than the best so far, and the largest total of a row. */
function searchHead(
  place: HeadAt,
  pattern: Frame,
  gradient: Frame,
  best: Found | null,
): { readonly best: Found | null; readonly most: number } {
  const [weights, slopes] = [headMatrix(pattern, place.head), headMatrix(gradient, place.head)];
  let [found, most] = [best, 0];
  for (let query = 0; query < weights.T; query++) {
    const row = gradientRow(rowOf(weights, query), rowOf(slopes, query));
    if (row.total === 0 || row.weight === 0) continue;
    most = Math.max(most, row.total);
    const { key, gap } = largestGap(row, 1);
    const size = gap * Math.sqrt(row.total);
    if (size > (found?.size ?? 0)) found = { place, query, key, row, size };
  }
  return { best: found, most };
}

function asDisagreement({ place, query, key, row, size }: Found, most: number): Disagreement {
  const at = (one: number) => ({ key: one, weight: row.weights[one] ?? 0, share: shareOf(row, one) });
  const { weight, share } = at(key);
  const other = largestGap(row, -1);
  const instead = other.gap > 0 ? at(other.key) : null;
  return { ...place, cell: { query, key }, weight, share, instead, size: size / Math.sqrt(most) };
}

/** Rounding alone leaves gaps of a ten-millionth. */
const LEAST_SIZE = 1e-6;

/**
 * The place in the whole picture where the weights mislead most about one output word. Of each row of each head both
 * maps are made shares: weight wⱼ = α̂ⱼ ÷ Σ α̂, influence rⱼ = |α̂ⱼ gⱼ| ÷ Σ |α̂ g|. A cell's disagreement is (wⱼ −
 * rⱼ) √m, where m is the row's Σ |α̂ g| divided by the largest of all rows: a row that the word does not depend on
 * misleads nobody. (The root, since few rows matter most and many a little: with m itself the best row wins with a
 * small gap, without it a row of no influence does.) It is 1 for the row that matters most of all, if its one bright
 * cell has all the weight and no influence. Null where nowhere a weight is larger than its influence.
 * @param gradients ∂ log P ÷ ∂ α̂, of the patterns' names and shapes
 * @throws EngineError `shape`
 */
export function disagreement(patterns: Frames, gradients: Frames): Disagreement | null {
  let best: Found | null = null;
  let most = 0;
  for (const kind of ATTENTION_KINDS) {
    for (let layer = 0; ; layer++) {
      const name = attentionStage(kind, layer, 'pattern');
      const [pattern, gradient] = [patterns.get(name), gradients.get(name)];
      if (!pattern || !gradient) break;
      sameShape(pattern, gradient);
      const [H] = patternShape('disagreement', pattern);
      for (let head = 0; head < H; head++) {
        const searched: ReturnType<typeof searchHead> = searchHead(
          { kind, layer, head },
          pattern,
          gradient,
          best,
        );
        best = searched.best;
        most = Math.max(most, searched.most);
      }
    }
  }
  return best !== null && best.size / Math.sqrt(most) > LEAST_SIZE ? asDisagreement(best, most) : null;
}
