import type { Shown } from '../../contract/index.ts';
import type { Forbidden, Matrix } from '../../layout/index.ts';

/** What a person changed about the head that is drawn; beside it the numbers of the unchanged model. */
export interface ChangedHead {
  /** The unchanged model's weights over the same tokens [T, S]; null where there are none to compare with. */
  readonly before: Matrix | null;
  readonly shown: Shown;
  /** What the head may not read now [T, S]; null: its kind's own mask. */
  readonly forbidden: Forbidden | null;
}

/**
 * What of it belongs to this matrix: both may be of another sentence for a moment. Without a run before there is only
 * the one after to show.
 */
export function comparedMatrices(matrix: Matrix, changed: ChangedHead | undefined) {
  const fits = (one: { readonly T: number; readonly S: number } | null | undefined) =>
    one?.T === matrix.T && one.S === matrix.S;
  const before = changed?.before && fits(changed.before) ? changed.before : null;
  const shown: Shown = before === null ? 'after' : (changed?.shown ?? 'after');
  return { before, shown, now: changed?.forbidden && fits(changed.forbidden) ? changed.forbidden : null };
}
