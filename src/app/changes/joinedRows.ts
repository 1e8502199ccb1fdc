import type { RowsAs } from '../../contract/index.ts';
import { type Forbidden, type Matrix, poolRows, tokenLabel } from '../../layout/index.ts';
import { type AppState, choiceOf, memoize } from '../../state/index.ts';
import type { HeadPicture } from '../head/headPicture.ts';
import { pointedPictureOf } from '../head/pointedCell.ts';

/** A cell of the joined row may not be read when none of the rows may read it; why, the first one says. */
function joinForbiddenRows({ S, why }: Forbidden, rows: readonly number[]): Forbidden {
  const codes = Uint8Array.from({ length: S }, (_, key) => {
    const each = rows.map((row) => why[row * S + key] ?? 0);
    return each.includes(0) ? 0 : (each[0] ?? 0);
  });
  return { T: 1, S, why: codes };
}

/**
 * Several rows of a picture as one row of a picture with nothing else; its token bears all their words. Null where
 * none is in it.
 */
export function joinRows(picture: HeadPicture, rows: readonly number[], how: RowsAs): HeadPicture | null {
  const there = rows.filter((row) => row < picture.matrix.T);
  const tokens = there.flatMap((row) => picture.queryTokens[row] ?? []);
  const [first] = tokens;
  if (!first) return null;
  const pool = (matrix: Matrix): Matrix => poolRows(matrix, there, how);
  return {
    ...picture,
    matrix: pool(picture.matrix),
    before: picture.before && pool(picture.before),
    forbidden: picture.forbidden && joinForbiddenRows(picture.forbidden, there),
    queryTokens: [{ ...first, role: 'text', byte: undefined, text: tokens.map(tokenLabel).join(' + ') }],
    full: picture.full * (how === 'sum' ? there.length : 1),
  };
}

/** The rows chosen to be read together, as one, in the drawing pointed at; null while there are none. */
export const joinedRowsOf = memoize(
  (state: AppState) => [pointedPictureOf(state), choiceOf(state).rows, choiceOf(state).rowsAs],
  (picture, rows, how): HeadPicture | null => picture && joinRows(picture, rows, how),
);
