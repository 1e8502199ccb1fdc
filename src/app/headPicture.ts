import { attentionStage, type Combine, type Level, type Picture, type Token } from '../contract/index.ts';
import { combineHeads, headMatrix, joinWords, type Matrix } from '../layout/index.ts';
import { type AppState, axesOf, type Chosen, choiceOf, chosenOf, memoize } from '../state/index.ts';

/** One matrix to draw: a head, or several as one. */
export interface HeadPicture {
  readonly matrix: Matrix;
  readonly heads: readonly number[];
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
}

function matricesOf(
  picture: Picture,
  chosen: Chosen,
  combine: Combine,
): readonly Omit<HeadPicture, 'queryTokens' | 'keyTokens'>[] {
  const frame = picture.frames.get(attentionStage(chosen.kind, chosen.layer, 'pattern'));
  if (!frame) return [];
  // A stored picture may be of a model with fewer heads than the link asks for.
  const heads = chosen.heads.filter((head) => head < (frame.shape[0] ?? 0));
  if (heads.length === 0) return [];
  if (heads.length === 1 || combine === 'side') {
    return heads.map((head) => ({ matrix: headMatrix(frame, head), heads: [head] }));
  }
  return [{ matrix: combineHeads(frame, heads, combine), heads }];
}

/** The chosen heads of a picture, over pieces or words. */
export function drawHeads(
  picture: Picture | null,
  chosen: Chosen,
  combine: Combine,
  level: Level,
): readonly HeadPicture[] {
  if (picture === null) return [];
  const { queries, keys } = axesOf(picture, chosen.kind);
  return matricesOf(picture, chosen, combine).map(({ matrix, heads }) => {
    if (level === 'piece') return { matrix, heads, queryTokens: queries, keyTokens: keys };
    const joined = joinWords(matrix, queries, keys);
    return { matrix: joined.matrix, heads, queryTokens: joined.queries, keyTokens: joined.keys };
  });
}

/** The picture to draw: none for a sentence without a word, where only the end mark would read itself. */
export const drawnOf = memoize(
  (state: AppState) => [state.picture],
  (picture): Picture | null => {
    const blank = picture?.source.every(({ role }) => role !== 'text') ?? true;
    return blank && !picture?.targetText ? null : picture;
  },
);

/** What the large panel draws. */
export const headPicturesOf = memoize(
  (state: AppState) => [drawnOf(state), chosenOf(state), choiceOf(state).combine, choiceOf(state).level],
  drawHeads,
);
