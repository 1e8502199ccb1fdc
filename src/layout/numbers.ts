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

/** A share as whole per cent with its sign, `62 %` (narrow no-break space); what is not nothing but rounds to it is `<1 %`. */
export function percent(share: number, locale: string): string {
  const little = share > 0 && share < 0.005;
  return `${little ? `<${formatOf(locale, 0).format(1)}` : formatOf(locale, 0).format(share * 100)}\u202f%`;
}

/** A weight exactly enough to compare: four decimals. */
export function exact(weight: number, locale: string): string {
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
