import { type AttentionKind, axesOf, type Cell, isWriting, type Picture } from '../../contract/index.ts';
import { alignedRow } from '../../layout/index.ts';
import { type AppState, choiceOf, chosenOf, memoize } from '../../state/index.ts';
import { stepOfRow } from '../target/frenchSteps.ts';
import { pinnedPieceOf, type Viewed, viewedOf } from './viewedPicture.ts';

/** The output word whose log-probability gradients are of: after which decoder row, and which token there. */
export interface GradientWord {
  readonly row: number;
  readonly id: number;
}

/** The word the model was least sure of: there is most to ask. */
function leastSure(steps: Picture['steps']): number {
  return steps.reduce((least, { probability }, row) => {
    return probability < (steps[least]?.probability ?? 1) ? row : least;
  }, 0);
}

/**
 * The row whose word a cell is about: in a decoder the one that its row writes; in the encoder the one whose French
 * word stands for the word that reads, by the cross-attention.
 */
function rowOfCell(viewed: Viewed, kind: AttentionKind, cell: Cell): number | null {
  if (!isWriting(kind)) return alignedRow(viewed.frames, cell.query);
  const query = axesOf(kind, viewed).queries[cell.query];
  return query ? stepOfRow(viewed.picture, query) : null;
}

/**
 * The chosen word; else the one that the pinned cell is about; else the least sure one. Null where nothing is
 * written.
 */
export const gradientWordOf = memoize(
  (state: AppState) => [
    viewedOf(state),
    choiceOf(state).word,
    choiceOf(state).candidate,
    pinnedPieceOf(state),
    chosenOf(state).kind,
  ],
  (viewed: Viewed | null, word, candidate, pinned, kind): GradientWord | null => {
    if (viewed === null || viewed.steps.length === 0) return null;
    const { steps } = viewed;
    const about = pinned && rowOfCell(viewed, kind, pinned);
    const row = word !== null && word < steps.length ? word : (about ?? leastSure(steps));
    const step = steps[row];
    if (!step) return null;
    const known = step.best.some(({ id }) => id === candidate);
    return { row, id: candidate !== null && known ? candidate : step.token.id };
  },
);
