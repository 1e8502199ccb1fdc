import type { HeadMeasure } from '../../contract/index.ts';
import type { Translate } from '../../i18n/index.ts';
import { powerOfTen, signed, unitOf } from '../../layout/index.ts';

const DIGITS = { tokens: 1, bits: 2 } as const;

/** Sizes below the first would be written as 0, those below the second are noise of 32 bits. */
const LEAST_DECIMAL_NATS = 5e-4;
const LEAST_NATS = 1e-6;

/** A number of nats without the unit: three decimals, `−0.068`; a smaller one by its power of ten, `3 × 10⁻⁵`. */
export function effectNumber({ language }: Translate<'finder'>, nats: number): string {
  const size = Math.abs(nats);
  if (size < LEAST_NATS || size >= LEAST_DECIMAL_NATS) return signed(nats, 3, language);
  return powerOfTen(nats, language);
}

/** A measure's number with its unit: shares as per cent, distances in tokens, entropies in bits, effects in nats. */
export function valueText(t: Translate<'finder'>, measure: HeadMeasure, value: number): string {
  const unit = unitOf(measure);
  if (unit === 'share') return t.percent(value);
  if (unit === 'nats') return t('finder.nats', { number: effectNumber(t, value) });
  const digits = DIGITS[unit];
  const number = t.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return t(`finder.${unit}`, { number });
}

/** The same in a column of numbers: nats are said above it. */
export function columnText(t: Translate<'finder'>, measure: HeadMeasure, value: number): string {
  return unitOf(measure) === 'nats' ? effectNumber(t, value) : valueText(t, measure, value);
}
