import type { HeadMeasure } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { unitOf } from '../../layout/index.ts';

const DIGITS = { tokens: 1, bits: 2, nats: 3 } as const;

/** A measure's number with its unit: shares as per cent, distances in tokens, entropies in bits, effects in nats. */
export function valueText(t: Translate<'finder'>, measure: HeadMeasure, value: number): string {
  const unit = unitOf(measure);
  if (unit === 'share') return t.percent(value);
  const digits = DIGITS[unit];
  const number = t.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return t(`finder.${unit}`, { number });
}
