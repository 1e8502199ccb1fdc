/** How a share is written as per cent: `value` with so many decimals; a sign where it is less or more than that. */
export interface WrittenPercent {
  readonly sign: '' | '<' | '>';
  readonly value: number;
  readonly decimals: 0 | 1;
}

/**
 * The one rule by which shares are written: whole per cents; with one decimal where whole ones would say nothing, or
 * all, of what is neither. Closer still it is less than 0.1 %, more than 99.9 %.
 */
export function writtenPercent(share: number): WrittenPercent {
  const value = share * 100;
  if (share > 0 && value < 0.05) return { sign: '<', value: 0.1, decimals: 1 };
  if (share < 1 && value >= 99.95) return { sign: '>', value: 99.9, decimals: 1 };
  const fine = (share > 0 && value < 0.95) || (share < 1 && value >= 99.5);
  return { sign: '', value, decimals: fine ? 1 : 0 };
}
