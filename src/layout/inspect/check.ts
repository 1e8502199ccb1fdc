import type { StageName } from '../../contract/index.ts';

/** A number computed here from Frames, beside the Frame that holds the engine's. */
export interface Check {
  readonly stage: StageName;
  /** Where in the compared row they differ most, for their size. */
  readonly index: number;
  readonly computed: number;
  readonly frame: number;
  /** Largest difference that rounding explains. */
  readonly tolerance: number;
  readonly agrees: boolean;
}

/**
 * Of the sum of the terms' sizes. The engine computes in single precision, whose sums of some hundred terms are good
 * to about a hundred-thousandth of that; webgl may lose a digit more.
 */
const RELATIVE = 1e-4;
const ABSOLUTE = 1e-5;

/**
 * Compares two rows, number by number.
 * @param sizes for each number the sum of the sizes of the terms it is made of: what its rounding is measured by
 * @returns the worst place
 */
export function checkRow(
  stage: StageName,
  computed: ArrayLike<number>,
  frame: ArrayLike<number>,
  sizes: ArrayLike<number>,
): Check {
  let worst: Check | null = null;
  let most = -1;
  for (let i = 0; i < computed.length; i++) {
    const [mine = 0, its = Number.NaN] = [computed[i], frame[i]];
    const tolerance = RELATIVE * (sizes[i] ?? 0) + ABSOLUTE;
    // Equal infinities agree; a number that is none agrees with nothing.
    const off = mine === its ? 0 : Math.abs(mine - its) / tolerance;
    if (!(off <= most) && !(most === Number.POSITIVE_INFINITY)) {
      most = Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
      worst = { stage, index: i, computed: mine, frame: its, tolerance, agrees: off <= 1 };
    }
  }
  return worst ?? { stage, index: 0, computed: 0, frame: 0, tolerance: ABSOLUTE, agrees: true };
}

/** One number against the Frame's. */
export function checkNumber(stage: StageName, computed: number, frame: number, size: number): Check {
  return checkRow(stage, [computed], [frame], [size]);
}
