import { type AttentionKind, type HeadMeaning, isSelf, type MatrixWords } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import type { HeadTable, MatrixName } from '../../layout/index.ts';
import type { PointedNumber } from './props.ts';

type Say = Translate<'matrices'>;

/** The matrix whose column meets the row: of Q, K and V the map, of O the values. */
const COLUMN_OF = { Q: 'Wq', K: 'Wk', V: 'Wv', O: 'V' } as const;

/**
 * The column that a number is made of, in the matrix that holds it as it is (a row where words are columns); null where
 * it is none, or a word's own row.
 */
export function columnMet(
  at: PointedNumber | null,
): { readonly name: MatrixName; readonly column: number } | null {
  if (at === null || !(at.name === 'Q' || at.name === 'K' || at.name === 'V' || at.name === 'O')) return null;
  return { name: COLUMN_OF[at.name], column: at.column };
}

/** The scores' factor in words: ÷ √d, or what a change made of it. */
function scaledText(t: Say, factor: number | null, d: number): string {
  if (factor === null) return '';
  return factor === 1 ? t('matrices.scaled', { d }) : t('matrices.scaledBy', { d, factor: t.number(factor) });
}

/**
 * Which product a number is, as it is drawn: which row times which column, of how many terms. Empty where it is none:
 * of maps, words and weights, of a cell that may not be read, of what a head that is off gives.
 */
export function productText(
  t: Say,
  at: PointedNumber,
  source: {
    readonly kind: AttentionKind;
    readonly words: MatrixWords;
    readonly tables: ReadonlyMap<MatrixName, HeadTable>;
    readonly meaning: Pick<HeadMeaning, 'factor' | 'off'>;
  },
): string {
  const { kind, words, tables, meaning } = source;
  const across = (name: MatrixName) => tables.get(name)?.columns ?? 0;
  const [n, E] = [at.column + 1, isSelf(kind) ? 'I' : 'E'];
  if (at.name === 'Q') return t(`matrices.product.${words}.Q`, { n, count: across('I') });
  if (at.name === 'K' || at.name === 'V')
    return t(`matrices.product.${words}.${at.name}`, {
      n,
      source: E,
      count: tables.get(COLUMN_OF[at.name])?.rows ?? 0,
    });
  const table = tables.get(at.name);
  if (table?.shut?.[at.row * table.columns + at.column]) return '';
  if (at.name === 'A') {
    const count = across('Q');
    return t(`matrices.product.${words}.A`, { count, scaled: scaledText(t, meaning.factor, count) });
  }
  if (at.name !== 'O' || meaning.off !== null) return '';
  return t(`matrices.product.${words}.O`, { n, count: across('Ahat') });
}
