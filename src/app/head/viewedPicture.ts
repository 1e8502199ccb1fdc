import {
  attentionStage,
  axesOf,
  type Cell,
  type HeadAt,
  type Intervention,
  isSelf,
  type Picture,
  type PictureBeam,
} from '../../contract/index.ts';
import { headMatrix } from '../../layout/index.ts';
import { type AppState, choiceOf, chosenOf, memoize, pinnedOf, relevelCell } from '../../state/index.ts';
import type { Side } from '../session/questions/question.ts';
import { drawnOf } from './headPicture.ts';

/** The picture as a view shows it: of the changed model, or of the unchanged one on the same words. */
export interface Viewed extends Pick<Picture, 'frames' | 'source' | 'target' | 'steps'> {
  readonly picture: Picture;
  readonly side: Side;
  readonly changes: readonly Intervention[];
  readonly beam: PictureBeam | null;
}

/** Null for a sentence without a word. */
export const viewedOf = memoize(
  (state: AppState) => [drawnOf(state), choiceOf(state).shown],
  (picture, shown): Viewed | null => {
    if (picture === null) return null;
    const { source, target, frames, steps, changes, beam, before } = picture;
    const base = { picture, source, target };
    if (shown !== 'before' || before === null)
      return { ...base, side: 'after', frames, steps, changes, beam };
    const own = { frames: before.frames, steps: before.onSameTarget };
    return { ...base, side: 'before', ...own, changes: [], beam: null };
  },
);

/** The head that views of one head are about: the one whose cell was pinned, or the first of those chosen. */
export const oneHeadOf = memoize(
  (state: AppState) => [chosenOf(state), state.pinnedHead],
  ({ kind, layer, heads }, pinned): HeadAt => {
    const head = heads.find((one) => one === pinned) ?? heads[0] ?? 0;
    return { kind, layer, head };
  },
);

/** The strongest weight of a head that is not a word's own; of the first row where there is none. */
function strongestCell({ frames }: Viewed, { kind, layer, head }: HeadAt): Cell {
  const frame = frames.get(attentionStage(kind, layer, 'pattern'));
  if (!frame || head >= (frame.shape[0] ?? 0)) return { query: 0, key: 0 };
  const { data, S } = headMatrix(frame, head);
  let most = 0;
  let at = 0;
  data.forEach((weight, i) => {
    const own = isSelf(kind) && Math.floor(i / S) === i % S;
    if (!own && weight > most) [most, at] = [weight, i];
  });
  return { query: Math.floor(at / S), key: at % S };
}

/** The pinned cell, counted in pieces; null when none is pinned. */
export const pinnedPieceOf = memoize(
  (state: AppState) => [pinnedOf(state), chosenOf(state).kind, choiceOf(state).level, state.picture],
  (cell, kind, level, picture): Cell | null =>
    cell === null || picture === null ? null : relevelCell(cell, kind, level, 'piece', picture),
);

/** What the views of one head are about. */
export interface HeadSetting extends HeadAt {
  readonly viewed: Viewed;
  readonly queryTokens: Picture['source'];
  readonly keyTokens: Picture['source'];
}

export const headSettingOf = memoize(
  (state: AppState) => [viewedOf(state), oneHeadOf(state)],
  (viewed, at): HeadSetting | null => {
    if (viewed === null) return null;
    const { queries, keys } = axesOf(at.kind, viewed);
    return { ...at, viewed, queryTokens: queries, keyTokens: keys };
  },
);

export interface CellSetting extends HeadSetting {
  readonly cell: Cell;
}

/** The one number that is followed: the pinned cell's, or the strongest one of the head. Counted in pieces. */
export const cellSettingOf = memoize(
  (state: AppState) => [headSettingOf(state), pinnedPieceOf(state)],
  (setting, pinned): CellSetting | null =>
    setting && { ...setting, cell: pinned ?? strongestCell(setting.viewed, setting) },
);
