import type { Translate } from '../../i18n/index.ts';
import type { MatrixName } from '../../layout/index.ts';

/** A number of a matrix, in words. */
export interface SpokenNumber {
  readonly name: MatrixName;
  /** The word of its row, or the number's place in a vector where a row is none: `no. 7`. */
  readonly row: string;
  readonly column: string;
  readonly value: string;
  readonly shut: boolean;
}

/** Where a number stands, and what it is. */
export function numberText(t: Translate<'matrices'>, number: SpokenNumber): string {
  const { name, row, column, value, shut } = number;
  const said = { name: t(`matrices.name.${name}`), row, column, value };
  if (shut) return t('matrices.shut', said);
  if (name === 'A') return t('matrices.ofScore', said);
  if (name === 'Ahat') return t('matrices.ofWords', said);
  return t(name.startsWith('W') ? 'matrices.ofMap' : 'matrices.ofWord', said);
}
