import type { Translate } from '../../i18n/index.ts';

/** Sizes below this are noise of 32 bits. */
const LEAST_NATS = 1e-7;
const MINUS = '\u2212';

/** A number of nats with its sign and two digits that count, without the unit: "+0.0096", "−0.35", "0". */
export function natsText(t: Translate<'gradient'>, nats: number): string {
  if (!(Math.abs(nats) >= LEAST_NATS)) return '0';
  const size = t.number(Math.abs(nats), { maximumSignificantDigits: 2 });
  return `${nats < 0 ? MINUS : '+'}${size}`;
}

/** What a cell has room for: thousandths of a nat, whole; nothing where that is 0. */
export function thousandths(nats: number): string {
  const whole = Math.round(Math.abs(nats) * 1000);
  if (whole === 0) return '';
  return `${nats < 0 ? MINUS : '+'}${whole}`;
}
