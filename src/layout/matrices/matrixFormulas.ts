import { hat, letter, type Maths, number, root, row, sign, up } from '../inspect/mathMl.ts';
import type { MatrixName } from './matrices.ts';

const name = (base: string): Maths => letter(base);
const transposed = (base: string): Maths => up(letter(base), letter('T'));
const map = (of: string): Maths => up(letter('W'), letter(of));

/** A = Q Kᵀ ÷ √d, with what a change of the scale made of it. */
function scores(factor: number | null): Maths {
  const product = [name('Q'), transposed('K')] as const;
  if (factor === null) return row('A', '=', ...product);
  // On one line: there is no room for a fraction over a matrix.
  const divided = row(...product, sign('/'), root(letter('d')));
  if (factor === 1) return row('A', '=', divided);
  const decimals = Math.min(3, (String(factor).split('.')[1] ?? '').length);
  return row('A', '=', number(factor, decimals), '·', divided);
}

export interface CaptionOptions {
  readonly turned: boolean;
  /** Besides ÷ √d; null: not divided. */
  readonly factor: number | null;
  /** What keys and values are made of: I, or in cross-attention E, the encoder's output. */
  readonly source: 'I' | 'E';
}

/** What a matrix is, written over it; words are rows, so the lecture's products are turned round. */
export function matrixCaption(matrix: MatrixName, { turned, factor, source }: CaptionOptions): Maths {
  if (matrix === 'I') return name('I');
  if (matrix === 'Wq') return map('q');
  if (matrix === 'Wk') return map('k');
  if (matrix === 'Wv') return map('v');
  if (matrix === 'Q') return row('Q', '=', name('I'), map('q'));
  if (matrix === 'K') return turned ? row(transposed('K')) : row('K', '=', name(source), map('k'));
  if (matrix === 'V') return row('V', '=', name(source), map('v'));
  if (matrix === 'A') return scores(factor);
  const weights = hat(letter('A'));
  if (matrix === 'Ahat') return row(weights, '=', letter('softmax'), sign('('), 'A', sign(')'));
  return row('O', '=', weights, name('V'));
}

/** The same products as the lecture writes them, with words as columns. */
export const LECTURE_PRODUCTS: readonly Maths[] = [
  row('Q', '=', map('q'), name('I')),
  row('A', '=', transposed('K'), name('Q')),
  row('O', '=', name('V'), hat(letter('A'))),
];
