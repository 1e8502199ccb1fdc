import { writtenPercent } from '../contract/index.ts';

/** Weights below this stay without a number in their cell; their colour says enough. */
export const LEAST_SHOWN = 0.01;

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale}/${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, made);
  return made;
}

/**
 * A share as per cent with its sign, `62 %` (narrow no-break space; Chinese is written without): whole, with one
 * decimal nearer than that to nothing or all, `0.4 %`, `99.6 %`; what is neither but rounds to it is `<0.1 %`,
 * `>99.9 %`.
 */
export function percent(share: number, locale: string): string {
  const { sign, value, decimals } = writtenPercent(share);
  const written = formatOf(locale, decimals).format(value);
  return `${sign}${written}${locale.startsWith('zh') ? '' : '\u202f'}%`;
}

/** The least weight whose four decimals hold two digits that count. */
const LEAST_DECIMAL = 1e-3;

/**
 * A weight exactly enough to compare: four decimals, `0.0250`; a smaller one keeps two digits, `5.6 × 10⁻⁶`; what is
 * not 1 but rounds to it is `>0.9999`.
 */
export function exact(weight: number, locale: string): string {
  if (weight > 0 && weight < LEAST_DECIMAL) return scientific(weight, 2, locale);
  const most = 0.9999;
  if (weight < 1 && weight >= 0.99995) return `>${formatOf(locale, 4).format(most)}`;
  return formatOf(locale, 4).format(weight);
}

/** The number inside a cell: per cent without the sign; nothing under one per cent. */
export function cellNumber(weight: number): string {
  return weight >= LEAST_SHOWN ? String(Math.round(weight * 100)) : '';
}

/** A number of either sign with so many decimals, with a real minus and never a minus before 0: `−2.310`. */
export function signed(value: number, decimals: number, locale: string): string {
  if (!Number.isFinite(value)) return value < 0 ? '−∞' : '∞';
  const text = formatOf(locale, decimals).format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** The same of a number above 0, but one that would be written as 0 keeps its digits: `5.6 × 10⁻⁶`. */
export function keptDigits(value: number, decimals: number, locale: string): string {
  const small = value > 0 && value < 0.5 * 10 ** -decimals;
  return small ? scientific(value, 2, locale) : signed(value, decimals, locale);
}

/** A true minus sign: as wide as the plus. */
const MINUS = '\u2212';

/** The number inside a cell of a difference: points of per cent with their sign; nothing under one. */
export function cellDifference(change: number): string {
  if (Math.abs(change) < LEAST_SHOWN) return '';
  return `${change > 0 ? '+' : MINUS}${Math.round(Math.abs(change) * 100)}`;
}

/** A change as points of per cent with its sign, `+30`, `−89`, `0` where it rounds to nothing. */
export function signedPercent(change: number, locale: string): string {
  const points = Math.round(Math.abs(change) * 100);
  if (points === 0) return formatOf(locale, 0).format(0);
  return `${change > 0 ? '+' : MINUS}${formatOf(locale, 0).format(points)}`;
}

/** A number of two or three digits that count, for legends and axes: `0.38`, `12.4`, `−3.14`, `2`. */
export function short(value: number, locale: string): string {
  const size = Math.abs(value);
  const decimals = size >= 100 || Number.isInteger(size) ? 0 : size >= 10 ? 1 : 2;
  return `${value < 0 && size > 0 ? MINUS : ''}${formatOf(locale, decimals).format(size)}`;
}

const SUPERSCRIPT: Readonly<Record<string, string>> = {
  '-': '\u207b',
  0: '\u2070',
  1: '\u00b9',
  2: '\u00b2',
  3: '\u00b3',
  4: '\u2074',
  5: '\u2075',
  6: '\u2076',
  7: '\u2077',
  8: '\u2078',
  9: '\u2079',
};

/** So many digits that count, and the power of ten: `5.6 × 10⁻⁶`. @param size above 0 */
function scientific(size: number, digits: number, locale: string): string {
  const [first = '0', power = '0'] = size.toExponential(digits - 1).split('e');
  const raised = [...power.replace('+', '')].map((sign) => SUPERSCRIPT[sign] ?? sign).join('');
  return `${formatOf(locale, digits - 1).format(Number(first))} × 10${raised}`;
}

/** A number of any size by its first digit and its power of ten: `2 × 10⁻⁶`; plain from a hundredth to a thousand. */
export function powerOfTen(value: number, locale: string): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 0.01 && size < 1000)) return short(value, locale);
  return `${value < 0 ? MINUS : ''}${scientific(size, 1, locale)}`;
}
