import {
  type Frame,
  type Intervention,
  makeFrame,
  meaningOf,
  type StageName,
} from '../../../src/contract/index.ts';
import {
  type Forbidden,
  forbiddenOf,
  type Matrix,
  ownForbidden,
  rowOf,
  whyForbidden,
} from '../../../src/layout/index.ts';

/** Made-up numbers that feel changes as a model's would: a pattern is taken for the softmax of its logarithms. */

export interface SceneHead {
  readonly kind: 'encoder' | 'decoder' | 'cross';
  readonly layer: number;
  readonly head: number;
}

const MAY_NOT = -1e9;

/** One row: scaled scores, masked before softmax, softmax, zeroed after it. */
function changedRow(row: Float32Array, query: number, grid: Forbidden, factor: number): readonly number[] {
  const scores = Array.from(row, (weight, key) => {
    const why = whyForbidden(grid, { query, key });
    const shut = why !== 'none' && why !== 'after';
    return shut ? MAY_NOT : factor * Math.log(weight > 0 ? weight : 0.3 * Math.exp((query - key) / 2));
  });
  const most = Math.max(...scores);
  if (most === MAY_NOT) return scores.map(() => 0);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power, key) => (whyForbidden(grid, { query, key }) === 'after' ? 0 : power / sum));
}

/** A head's pattern once the changes are made. */
export function changedMatrix(before: Matrix, changes: readonly Intervention[], at: SceneHead): Matrix {
  const grid = forbiddenOf(changes, at, before.T, before.S);
  const own = ownForbidden(at.kind, before.T, before.S);
  const factor = meaningOf(changes, at).factor ?? Math.sqrt(24);
  if (factor === 1 && grid.why.every((code, i) => code === own.why[i])) return before;
  const data = new Float32Array(before.data.length);
  for (let query = 0; query < before.T; query++) {
    data.set(changedRow(rowOf(before, query), query, grid, factor), query * before.S);
  }
  return { data, T: before.T, S: before.S };
}

const wave = (i: number, seed: number) => Math.sin(i * 12.9898 + seed * 78.233) * Math.cos(i * 0.7 + seed);

/** A stage of any shape, its numbers between about −3 and 3. */
export function stageOf(name: StageName, shape: readonly number[], seed: number): Frame {
  const size = shape.reduce((a, b) => a * b, 1);
  return makeFrame(
    name,
    shape,
    Float32Array.from({ length: size }, (_, i) => 2.5 * wave(i, seed) + 0.5 * wave(3 * i, seed + 1)),
  );
}

/** q or k of a trained head: some dimensions count for more than others. */
export function vectorsOf(name: StageName, H: number, T: number, Dh: number, seed: number): Frame {
  const data = Float32Array.from(
    { length: H * T * Dh },
    (_, i) => 3 * wave(i, seed) * (0.5 + ((i % Dh) % 5) / 4),
  );
  return makeFrame(name, [H, T, Dh], data);
}
