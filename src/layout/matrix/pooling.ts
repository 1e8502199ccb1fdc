import { EngineError, type Frame, type Token } from '../../contract/index.ts';
import { headMatrix, type Matrix, patternShape, rowOf } from './matrix.ts';
import { rowSums, scaleRows } from './rows.ts';

/**
 * Many patterns, or parts of one, as one picture. None of these is what the model computes: they are ways of looking at
 * what it computed, and the page says so beside them.
 */
export type Pooling = 'sum' | 'mean';

function sameSizes(where: string, matrices: readonly Matrix[]): Matrix {
  const [first] = matrices;
  if (!first) throw new EngineError('bad-request', where, 'matrices', 'at least one', 'none');
  for (const { T, S } of matrices) {
    if (T !== first.T || S !== first.S) {
      throw new EngineError('shape', where, 'matrices', `[${first.T},${first.S}]`, `[${T},${S}]`);
    }
  }
  return first;
}

/**
 * Several matrices [T, S], such as one for each layer, cell by cell. @throws EngineError `bad-request` for none,
 * `shape` for unequal ones.
 */
export function poolMatrices(matrices: readonly Matrix[], how: Pooling): Matrix {
  const { T, S } = sameSizes('poolMatrices', matrices);
  const share = how === 'mean' ? 1 / matrices.length : 1;
  const data = new Float32Array(T * S);
  for (const one of matrices) {
    for (let i = 0; i < data.length; i++) data[i] = (data[i] ?? 0) + (one.data[i] ?? 0) * share;
  }
  return { data, T, S };
}

/**
 * Several query rows read together, as a matrix of one row [1, S]. @throws EngineError `bad-request` for no row or
 * one that is not there.
 */
export function poolRows(matrix: Matrix, queries: readonly number[], how: Pooling): Matrix {
  const { T, S } = matrix;
  if (queries.length === 0)
    throw new EngineError('bad-request', 'poolRows', 'queries', 'at least one', 'none');
  const data = new Float32Array(S);
  const share = how === 'mean' ? 1 / queries.length : 1;
  for (const query of queries) {
    if (!Number.isInteger(query) || query < 0 || query >= T) {
      throw new EngineError('bad-request', 'poolRows', 'queries', `0 … ${T - 1}`, `${query}`);
    }
    rowOf(matrix, query).forEach((weight, key) => {
      data[key] = (data[key] ?? 0) + weight * share;
    });
  }
  return { data, T: 1, S };
}

/** [T, N] times [N, S]. @throws EngineError `shape`. */
function product(a: Matrix, b: Matrix): Matrix {
  if (a.S !== b.T) throw new EngineError('shape', 'rollout', 'matrices', `${a.S} rows`, `${b.T}`);
  const data = new Float32Array(a.T * b.S);
  for (let t = 0; t < a.T; t++) {
    for (let n = 0; n < a.S; n++) {
      const weight = a.data[t * a.S + n] ?? 0;
      if (weight === 0) continue;
      for (let s = 0; s < b.S; s++) {
        data[t * b.S + s] = (data[t * b.S + s] ?? 0) + weight * (b.data[n * b.S + s] ?? 0);
      }
    }
  }
  return { data, T: a.T, S: b.S };
}

/** Half of what a word reads, half of what it carries on past the sub-layer (the residual), every row summing to 1. */
function withResidual(pattern: Matrix): Matrix {
  const { T, S } = pattern;
  if (T !== S) throw new EngineError('shape', 'rollout', 'pattern', '[T, T]', `[${T},${S}]`);
  const data = pattern.data.map((weight, i) => 0.5 * weight + (Math.floor(i / S) === i % S ? 0.5 : 0));
  return scaleRows({ data, T, S }, () => 1);
}

/**
 * Attention rollout (Abnar & Zuidema 2020, *Quantifying Attention Flow in Transformers*): how much of each
 * first-layer word reaches each word of the last given layer, if attention and the residual carried half each and
 * nothing else mattered. A heuristic, and to be labelled as one: values, W^O and the feed-forward networks are left
 * out.
 * @param patterns [T, T] of each layer from the first one on, heads already averaged.
 * @throws EngineError `bad-request` for none, `shape` for one that is not square or not of the others' size.
 */
export function rollout(patterns: readonly Matrix[]): Matrix {
  sameSizes('rollout', patterns);
  return patterns.map(withResidual).reduce((below, layer) => product(layer, below));
}

/**
 * The same for cross-attention: through the decoder's own layers up to this one, across, and through the encoder.
 * There is no residual across: English and French are different positions.
 * @param decoder [T, T] of each decoder layer up to the cross layer. @param cross [T, S]. @param encoder [S, S] of
 * each encoder layer.
 */
export function rolloutAcross(decoder: readonly Matrix[], cross: Matrix, encoder: readonly Matrix[]): Matrix {
  const rows = scaleRows(cross, () => 1);
  return product(product(rollout(decoder), rows), rollout(encoder));
}

/** Where heads rest that have nothing to read: the first token and the end mark. */
export function sinkKeys(tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap(({ role }, key) => (key === 0 || role === 'end' ? [key] : []));
}

/**
 * Without these columns, what is left of each row grown to the row's former sum. A row that read nothing else is
 * empty.
 */
export function hideSink(matrix: Matrix, sinks: readonly number[]): Matrix {
  const sums = rowSums(matrix);
  const hidden = new Set(sinks);
  const data = matrix.data.map((weight, i) => (hidden.has(i % matrix.S) ? 0 : weight));
  return scaleRows({ data, T: matrix.T, S: matrix.S }, (query) => sums[query] ?? 0);
}

/**
 * The length ‖vʲ‖ of each of the S value vectors of one head. @param v [H, S, Dh] @throws EngineError `shape`,
 * `bad-request`.
 */
export function valueNorms(v: Frame, head: number): Float32Array {
  const [, S, Dh] = patternShape('valueNorms', v);
  const one = headMatrix(v, head).data;
  return Float32Array.from({ length: S }, (_, j) =>
    Math.sqrt(one.subarray(j * Dh, (j + 1) * Dh).reduce((sum, x) => sum + x * x, 0)),
  );
}

/**
 * ‖α̂ᵢⱼ vʲ‖ of every cell: how long a vector each key hands over, not only how strongly it is read (after Kobayashi
 * et al. 2020, *Attention is Not Only a Weight*, who also send vʲ through W^O). A large weight on a short value
 * counts for little.
 * @param norms S lengths. @throws EngineError `shape`.
 */
export function weighByValue(matrix: Matrix, norms: Float32Array): Matrix {
  const { T, S } = matrix;
  if (norms.length !== S) {
    throw new EngineError('shape', 'weighByValue', 'norms', `${S} numbers`, `${norms.length}`);
  }
  return { data: matrix.data.map((weight, i) => weight * (norms[i % S] ?? 0)), T, S };
}

/** Each row as shares of its own sum, so that it can be drawn on the scale 0 … 1. */
export function rowShares(matrix: Matrix): Matrix {
  return scaleRows(matrix, () => 1);
}
