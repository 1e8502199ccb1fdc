import type { Decoding, Picture } from '../../contract/index.ts';
import { type ChangeLine, listChanges } from '../../layout/index.ts';
import { type AppState, changesOf, choiceOf, isUnchanged, memoize } from '../../state/index.ts';

const NOBODY: Pick<Picture, 'source' | 'target'> = { source: [], target: [] };

/** The chosen changes as lines; words are those of the picture whose positions they count. */
export const changeLinesOf = memoize(
  (state: AppState) => [changesOf(state), state.picture, state.work.anchors.changes, state.card],
  (changes, picture, anchor, card): readonly ChangeLine[] => {
    const counts =
      picture !== null && (!anchor || (anchor.text === picture.text && anchor.target === picture.targetText));
    return listChanges(changes, counts ? picture : NOBODY, card?.info ?? null);
  },
);

/** How the French is written, where that is not greedily. */
export const decodingOf = (state: AppState): Decoding | null => {
  const { decoding } = choiceOf(state);
  return isUnchanged({ changes: [], decoding }) ? null : decoding;
};
