import { type AttentionKind, type Cell, isWriting, type Picture, type Token } from '../../contract/index.ts';
import { type Matrix, strongestKey, tokenLabel } from '../../layout/index.ts';
import { type AppState, chosenOf, memoize, type Pointed } from '../../state/index.ts';
import { headPicturesOf } from '../head/headPicture.ts';
import { joinedWordsOf, pointedPictureOf } from '../head/pointedCell.ts';

const holds = (row: Token, token: Token): boolean =>
  row.role === token.role && row.start <= token.start && token.end <= row.end;

/**
 * The step that a decoder's row writes: the word after the one it holds (a word's last piece). Null where none is
 * written.
 */
export function stepOfRow({ target, steps }: Picture, row: Token): number | null {
  const itself = target.lastIndexOf(row);
  const step = itself >= 0 ? itself : target.findLastIndex((token) => holds(row, token));
  return step >= 0 && step < steps.length ? step : null;
}

/** The text that a decoder's row writes, empty for the end mark; null where nothing is written. */
export function writtenBy(picture: Picture, row: Token): string | null {
  const token = picture.steps[stepOfRow(picture, row) ?? -1]?.token;
  if (token === undefined) return null;
  return token.role === 'end' ? '' : tokenLabel(token);
}

/** The step that the pointed or pinned row writes. */
export const joinedStepOf = memoize(
  (state: AppState) => [state.picture, joinedWordsOf(state)],
  (picture, joined): number | null =>
    picture !== null && joined !== null && isWriting(joined.kind) ? stepOfRow(picture, joined.query) : null,
);

function cellOfRow(matrix: Matrix, query: number, kind: AttentionKind): Cell | null {
  const key = strongestKey(matrix, query, kind);
  return key === null ? null : { query, key };
}

/**
 * The place to read when a French word is pointed at: the row that wrote it, and what that reads most. Null where
 * there is none.
 */
export function cellOfStep(state: AppState, step: number): Pointed | null {
  const { kind } = chosenOf(state);
  const drawn = pointedPictureOf({ ...state, hover: null });
  // The decoder's row t holds its t-th input, and from it the t-th word is written.
  const input = state.picture?.target[step];
  if (!isWriting(kind) || !drawn || !input) return null;
  const itself = drawn.queryTokens.indexOf(input);
  const query = itself >= 0 ? itself : drawn.queryTokens.findIndex((row) => holds(row, input));
  const cell = query < 0 ? null : cellOfRow(drawn.matrix, query, kind);
  return cell && { ...cell, drawing: Math.max(0, headPicturesOf(state).indexOf(drawn)) };
}
