import type { Cell, Picture, Token } from '../contract/index.ts';
import { type Matrix, strongestKey } from '../layout/index.ts';
import { type AppState, chosenOf, memoize, type Pointed } from '../state/index.ts';
import { type HeadPicture, headPicturesOf } from './headPicture.ts';
import { joinedWordsOf } from './pointing.ts';

const holds = (row: Token, step: Token): boolean =>
  row.role === 'text' && step.role === 'text' && row.start <= step.start && step.end <= row.end;

/** The word of the French strip that a decoder row's word is; null for the start mark. */
export function stepOfToken(picture: Picture, row: Token): number | null {
  const step = picture.steps.findIndex(({ token }) => holds(row, token));
  return step < 0 ? null : step;
}

/** The step that the pointed or pinned cell's French word is. */
export const joinedStepOf = memoize(
  (state: AppState) => [state.picture, joinedWordsOf(state)],
  (picture, joined): number | null =>
    picture === null || joined === null || joined.kind === 'encoder'
      ? null
      : stepOfToken(picture, joined.query),
);

function cellOfRow(matrix: Matrix, query: number, kind: 'decoder' | 'cross'): Cell | null {
  const key = strongestKey(matrix, query, kind);
  return key === null ? null : { query, key };
}

/** The place to read when a French word is pointed at: its own row, and what it reads most. Null where no row is its. */
export function cellOfStep(state: AppState, step: number): Pointed | null {
  const { kind } = chosenOf(state);
  const [drawn]: readonly HeadPicture[] = headPicturesOf(state);
  const token = state.picture?.steps[step]?.token;
  if (kind === 'encoder' || !drawn || !token) return null;
  const query = drawn.queryTokens.findIndex((row) => holds(row, token));
  const cell = query < 0 ? null : cellOfRow(drawn.matrix, query, kind);
  return cell && { ...cell, drawing: 0 };
}
