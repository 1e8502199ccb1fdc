/**
 * Float widening. Typed arrays read in the machine's byte order; every machine a browser runs on is little-endian, as
 * the files are.
 */
export type FloatKind = 'F32' | 'F16' | 'BF16';

/** Bytes of one number. */
export const FLOAT_BYTES: Readonly<Record<FloatKind, number>> = { F32: 4, F16: 2, BF16: 2 };

/** What widening gives: the numbers, and the index of the first that is a NaN or an infinity (−1: none). */
export interface Widened {
  readonly data: Float32Array;
  readonly notFinite: number;
}

/** Reads `count` numbers that start at byte `start`. A copy, so that the file's own bytes can be let go. */
export function widen(kind: FloatKind, bytes: ArrayBuffer, start: number, count: number): Widened {
  // A slice starts at a fresh, aligned buffer; the file's own offsets need not be multiples of the number's size.
  const own = bytes.slice(start, start + count * FLOAT_BYTES[kind]);
  if (kind === 'F32') return checked(new Float32Array(own));
  return kind === 'F16' ? fromHalf(new Uint16Array(own)) : fromBrain(new Uint16Array(own));
}

function checked(data: Float32Array): Widened {
  // x − x is 0 for every finite x, and NaN for the others: one subtraction instead of three comparisons.
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    if (value - value !== 0) return { data, notFinite: i };
  }
  return { data, notFinite: -1 };
}

let halves: Float32Array | null = null;

/** All 65,536 float16 values; made at the first use. */
function halfTable(): Float32Array {
  if (halves) return halves;
  const table = new Float32Array(65536);
  for (let bits = 0; bits < 65536; bits++) {
    const exponent = (bits >> 10) & 31;
    const fraction = bits & 1023;
    const sign = bits & 0x8000 ? -1 : 1;
    if (exponent === 0) table[bits] = sign * fraction * 2 ** -24;
    else if (exponent === 31) table[bits] = fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
    else table[bits] = sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  }
  halves = table;
  return table;
}

function fromHalf(bits: Uint16Array): Widened {
  const table = halfTable();
  const data = new Float32Array(bits.length);
  let notFinite = -1;
  for (let i = 0; i < bits.length; i++) {
    const half = bits[i] as number;
    if ((half & 0x7c00) === 0x7c00 && notFinite < 0) notFinite = i;
    data[i] = table[half] as number;
  }
  return { data, notFinite };
}

function fromBrain(bits: Uint16Array): Widened {
  const wide = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) wide[i] = (bits[i] as number) << 16;
  return checked(new Float32Array(wide.buffer));
}
