import type { MatrixWords } from '../../contract/index.ts';
import { hat, letter, type Maths, number, root, row, sign, up } from '../inspect/mathMl.ts';
import type { MatrixName } from './matrices.ts';

const name = (base: string): Maths => letter(base);
const transposed = (base: string): Maths => up(letter(base), letter('T'));
const map = (of: string): Maths => up(letter('W'), letter(of));

/** A = Q Kᵀ ÷ √d, or with words as columns Kᵀ Q ÷ √d, with what a change of the scale made of it. */
function scores(factor: number | null, words: MatrixWords): Maths {
  const product = inOrder(words, name('Q'), transposed('K'));
  if (factor === null) return row('A', '=', ...product);
  // On one line: there is no room for a fraction over a matrix.
  const divided = row(...product, sign('/'), root(letter('d')));
  if (factor === 1) return row('A', '=', divided);
  const decimals = Math.min(3, (String(factor).split('.')[1] ?? '').length);
  return row('A', '=', number(factor, decimals), '·', divided);
}

/** Two factors; with words as columns every product is turned round, and its factors with it. */
function inOrder(words: MatrixWords, left: Maths, right: Maths): readonly [Maths, Maths] {
  return words === 'rows' ? [left, right] : [right, left];
}

export interface CaptionOptions {
  /** What a word is. */
  readonly words: MatrixWords;
  /** Drawn with its columns as rows. */
  readonly turned: boolean;
  /** Besides ÷ √d; null: not divided. */
  readonly factor: number | null;
  /** What keys and values are made of: I, or in cross-attention E, the encoder's output. */
  readonly source: 'I' | 'E';
}

/** What a matrix is, written over it. */
export function matrixCaption(matrix: MatrixName, { words, turned, factor, source }: CaptionOptions): Maths {
  if (matrix === 'I') return name('I');
  if (matrix === 'Wq') return map('q');
  if (matrix === 'Wk') return map('k');
  if (matrix === 'Wv') return map('v');
  if (matrix === 'Q') return row('Q', '=', ...inOrder(words, name('I'), map('q')));
  const keys = inOrder(words, name(source), map('k'));
  if (matrix === 'K' && turned === (words === 'rows')) {
    // With words as columns it is narrow; the sentence above the picture says what it is made of.
    const made = ['=', up(row(sign('('), ...keys, sign(')')), letter('T'))] as const;
    return row(transposed('K'), ...(words === 'rows' ? made : []));
  }
  if (matrix === 'K') return row('K', '=', ...keys);
  if (matrix === 'V') return row('V', '=', ...inOrder(words, name(source), map('v')));
  if (matrix === 'A') return scores(factor, words);
  const weights = hat(letter('A'));
  if (matrix === 'Ahat') return row(weights, '=', letter('softmax'), sign('('), 'A', sign(')'));
  return row('O', '=', ...inOrder(words, weights, name('V')));
}
