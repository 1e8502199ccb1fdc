/**
 * Numbers drawn from a seed, the same everywhere: mulberry32 (T. Ettinger, 2017, public domain). All arithmetic is
 * modulo 2³²:
 *
 *     state ← state + 0x6D2B79F5;  t ← (state ⊕ state»15) · (state | 1);  t ← t ⊕ (t + (t ⊕ t»7) · (t | 61));  number
 *     ← t ⊕ t»14
 *
 * The state begins as the seed modulo 2³². training/reference_numbers/places.py does the same in whole numbers.
 * @returns draws a whole number from 0 to `below` − 1: ⌊number · below ÷ 2³²⌋; `below` up to 2²¹, so that doubles are
 * exact
 */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) * below) / 2 ** 32);
  };
}
