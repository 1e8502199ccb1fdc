import {
  ATTENTION_KINDS,
  attentionStage,
  type Cell,
  EngineError,
  type Frame,
  type StageName,
} from '../contract/index.ts';
import type { HeadPlace } from './headMeasures.ts';
import { headMatrix, type Matrix, patternShape, rowOf } from './matrix.ts';

type Frames = ReadonlyMap<StageName, Frame>;

function sameShape(pattern: Frame, gradient: Frame): void {
  if (`${pattern.shape}` === `${gradient.shape}`) return;
  throw new EngineError('shape', 'influence', gradient.name, `[${pattern.shape}]`, `[${gradient.shape}]`);
}

/**
 * α̂ × ∂ log P ÷ ∂ α̂ of one head, divided by the head's largest size, so that it runs from −1 to 1; zeros where all is 0. A new matrix [T, S].
 * To first order it says how much log P would lose if the cell were empty (“gradient × input”, Shrikumar et al. 2016).
 * @throws EngineError `shape` when the two frames are not of one shape, `bad-request` for a head that is not there
 */
export function influenceMatrix(pattern: Frame, gradient: Frame, head: number): Matrix {
  sameShape(pattern, gradient);
  const { data, T, S } = headMatrix(pattern, head);
  const slopes = headMatrix(gradient, head).data;
  const products = data.map((weight, i) => weight * (slopes[i] ?? 0));
  const most = products.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  return { data: most > 0 ? products.map((value) => value / most) : products, T, S };
}

/** The shares of a list of sizes in their sum; null when that is 0. */
function sharesOf(sizes: readonly number[]): readonly number[] | null {
  const sum = sizes.reduce((a, b) => a + b, 0);
  return sum > 0 ? sizes.map((size) => size / sum) : null;
}

/** A place where weight and influence disagree. */
export interface Disagreement extends HeadPlace {
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

/** A row of one head, its weights and influences. */
interface RowShares {
  readonly place: HeadPlace;
  readonly query: number;
  readonly weights: Float32Array;
  readonly weightShares: readonly number[];
  readonly shares: readonly number[];
  /** Sum of |α̂ × gradient|. */
  readonly total: number;
}

function rowsOf(place: HeadPlace, pattern: Frame, gradient: Frame): readonly RowShares[] {
  const [weights, slopes] = [headMatrix(pattern, place.head), headMatrix(gradient, place.head)];
  return Array.from({ length: weights.T }, (_, query) => query).flatMap((query) => {
    const row = rowOf(weights, query);
    const slope = rowOf(slopes, query);
    const sizes = Array.from(row, (weight, key) => Math.abs(weight * (slope[key] ?? 0)));
    const [shares, weightShares] = [sharesOf(sizes), sharesOf(Array.from(row))];
    if (shares === null || weightShares === null) return [];
    const total = sizes.reduce((a, b) => a + b, 0);
    return [{ place, query, weights: row, weightShares, shares, total }];
  });
}

function largestGap(
  { weightShares, shares }: RowShares,
  sign: 1 | -1,
): { readonly key: number; readonly gap: number } {
  let best = { key: 0, gap: Number.NEGATIVE_INFINITY };
  weightShares.forEach((weight, key) => {
    const gap = sign * (weight - (shares[key] ?? 0));
    if (gap > best.gap) best = { key, gap };
  });
  return best;
}

function asPlace(row: RowShares, key: number, size: number): Disagreement {
  const at = (one: number) => ({ weight: row.weights[one] ?? 0, share: row.shares[one] ?? 0 });
  const other = largestGap(row, -1);
  return {
    ...row.place,
    cell: { query: row.query, key },
    ...at(key),
    instead: other.gap > 0 ? { key: other.key, ...at(other.key) } : null,
    size,
  };
}

/**
 * The place in the whole picture where the weights mislead most about one output word. Of each row of each head both maps are made shares:
 * weight wⱼ = α̂ⱼ ÷ Σ α̂, influence rⱼ = |α̂ⱼ gⱼ| ÷ Σ |α̂ g|. A cell's disagreement is (wⱼ − rⱼ) × m, where m is the row's Σ |α̂ g| divided
 * by the largest of all rows: a row that the word does not depend on misleads nobody. It is 1 for a row that matters most of
 * all, whose brightest cell has all the weight and no influence. Null where nowhere a weight is larger than its influence.
 * @param gradients ∂ log P ÷ ∂ α̂, of the patterns' names and shapes
 * @throws EngineError `shape`
 */
export function disagreement(patterns: Frames, gradients: Frames): Disagreement | null {
  const rows: RowShares[] = [];
  for (const kind of ATTENTION_KINDS) {
    for (let layer = 0; ; layer++) {
      const name = attentionStage(kind, layer, 'pattern');
      const [pattern, gradient] = [patterns.get(name), gradients.get(name)];
      if (!pattern || !gradient) break;
      sameShape(pattern, gradient);
      const [H] = patternShape('disagreement', pattern);
      for (let head = 0; head < H; head++) rows.push(...rowsOf({ kind, layer, head }, pattern, gradient));
    }
  }
  const most = rows.reduce((largest, { total }) => Math.max(largest, total), 0);
  let best: Disagreement | null = null;
  for (const row of rows) {
    const { key, gap } = largestGap(row, 1);
    const size = (gap * row.total) / most;
    // Rounding alone leaves gaps of a ten-millionth.
    if (size > (best?.size ?? 1e-6)) best = asPlace(row, key, size);
  }
  return best;
}
