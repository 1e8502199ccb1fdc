import type { PictureStep } from '../../contract/index.ts';

/** A step whose word stayed, and its probability in two models. */
export interface MovedStep {
  readonly step: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Of a translation that two models write alike, the step whose probability moved most, the first of equals. Null where
 * the words differ, or there is none.
 */
export function mostMoved(before: readonly PictureStep[], after: readonly PictureStep[]): MovedStep | null {
  if (before.length !== after.length) return null;
  const size = (moved: MovedStep | null) => (moved === null ? -1 : Math.abs(moved.after - moved.before));
  let most: MovedStep | null = null;
  for (const [step, old] of before.entries()) {
    const now = after[step];
    if (now?.token.id !== old.token.id) return null;
    const moved = { step, before: old.probability, after: now.probability };
    if (size(moved) > size(most)) most = moved;
  }
  return most;
}
