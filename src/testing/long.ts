/**
 * Whether the long lane runs (`npm run test:long` sets HEADLIGHT_LONG=1). A browser, which has no environment, is told
 * by the test that drives it.
 */
const LONG = typeof process !== 'undefined' && process.env.HEADLIGHT_LONG === '1';

/**
 * How many cases of a law are tried. A file that asks is run twice by continuous integration: once by each lane.
 * @param short in `npm test`: few enough for a minute's wait, and enough to fail when the code is wrong
 * @param long in `npm run test:long`
 */
export const runs = (short: number, long: number): number => (LONG ? long : short);

/** Of stored cases the long lane takes all, and the short one every `nth`, the first among them. */
export const everyNth = <T>(nth: number, cases: readonly T[]): readonly T[] =>
  LONG ? cases : cases.filter((_, i) => i % nth === 0);
