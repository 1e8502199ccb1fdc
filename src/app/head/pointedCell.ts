import type { AttentionKind, Cell, Token } from '../../contract/index.ts';
import { type AppState, chosenOf, memoize, pinnedOf } from '../../state/index.ts';
import { type HeadPicture, headPicturesOf } from './headPicture.ts';

/** The drawing under the pointer; else the one where the pin was set; else the first. */
export const pointedPictureOf = (state: AppState): HeadPicture | null => {
  const pictures = headPicturesOf(state);
  const pinned = pictures.find(({ heads }) => heads[0] === state.pinnedHead);
  return (state.hover ? pictures[state.hover.drawing] : pinned) ?? pictures[0] ?? null;
};

/** The cell under the pointer, when it is one of the picture. */
export const pointedCellOf = memoize(
  (state: AppState) => [state.hover, pointedPictureOf(state)],
  (hover, picture): Cell | null => {
    if (!hover || !picture) return null;
    const { T, S } = picture.matrix;
    return hover.query < T && hover.key < S ? { query: hover.query, key: hover.key } : null;
  },
);

/** Words joined by the pointed cell, or by the pinned one: in the sentence and in the French. */
export interface JoinedWords {
  readonly kind: AttentionKind;
  readonly query: Token;
  readonly key: Token;
}

export const joinedWordsOf = memoize(
  (state: AppState) => [
    pointedCellOf(state) ?? pinnedOf(state),
    pointedPictureOf(state),
    chosenOf(state).kind,
  ],
  (cell, picture, kind): JoinedWords | null => {
    if (!cell || !picture) return null;
    const query = picture.queryTokens[cell.query];
    const key = picture.keyTokens[cell.key];
    return query && key ? { kind, query, key } : null;
  },
);

export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a piece of a text stands after the text was edited in one place; null when the edit touched it. While a new
 * picture is on its way, the words of the last one stay tinted.
 */
export function followRange({ start, end }: Range, before: string, after: string): Range | null {
  if (before === after) return { start, end };
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  if (end <= head) return { start, end };
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (before.length - start > tail) return null;
  const by = after.length - before.length;
  return { start: start + by, end: end + by };
}
