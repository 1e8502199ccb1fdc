/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number below `count`. */
export const below = (roll: () => number, count: number): number => Math.floor(roll() * count);

const WORDS =
  `the a dog cat animal street teacher she he it they was is were ran sleeps saw because when and but not too very tired
  wide red naïve 42 don't “well” (so) x-ray, however; crossed bought yesterday`.split(/\s+/);

/** A sentence, or what only looks like one: 1 to 18 words. */
export function randomSentence(roll: () => number): string {
  const words = Array.from({ length: 1 + below(roll, 18) }, () => WORDS[below(roll, WORDS.length)] ?? 'a');
  const text = words.join(' ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}${roll() < 0.8 ? '.' : ''}`;
}
