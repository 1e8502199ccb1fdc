/** 2³² ÷ the golden ratio, odd: SplitMix's step from one state to the next. */
const STEP = 0x9e3779b9;

/**
 * A number from [0, 1) for a seed and a decoder row: the row-th output of SplitMix (Steele, Lea and Flood, 2014) in
 * 32 bits, mixed by the constants of C. Wellons's "hash prospector". It depends on nothing that came before, so the
 * same seed throws the same dice at the same place whatever was written in front of it.
 * @param seed a whole number; its low 32 bits count
 */
export function chance(seed: number, row: number): number {
  let mixed = (seed + Math.imul(row + 1, STEP)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
