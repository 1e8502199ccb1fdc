import { attentionStage, axesOf, type HeadAt } from '../../contract/index.ts';
import { headMatrix, tokenLabel, weightAt } from '../../layout/index.ts';
import { type AppState, choiceOf, chosenOf, INITIAL_CHOICE, memoize } from '../../state/index.ts';
import { headPicturesOf } from '../head/headPicture.ts';
import { viewedOf } from '../head/viewedPicture.ts';
import { linkedBy, type ShownExample, shownExample } from './currentExample.ts';

/** By so much more another head must read the word, that the one on screen is said not to. */
const CLEARLY = 0.5;

/** Another head in which the example's row reads its word, while it hardly does so in the one on screen. */
export interface Elsewhere {
  readonly at: HeadAt;
  readonly example: ShownExample;
  readonly query: string;
  readonly key: string;
  /** α̂ of the word in the head on screen, and in the other one. */
  readonly here: number;
  readonly there: number;
}

/** α̂ of a cell counted in pieces; null without its numbers. */
const weightOf = (
  viewed: NonNullable<ReturnType<typeof viewedOf>>,
  at: HeadAt,
  cell: NonNullable<Link['cell']>,
) => {
  const frame = viewed.frames.get(attentionStage(at.kind, at.layer, 'pattern'));
  if (!frame || at.head >= (frame.shape[0] ?? 0)) return null;
  const matrix = headMatrix(frame, at.head);
  return cell.query < matrix.T && cell.key < matrix.S ? weightAt(matrix, cell) : null;
};

type Link = ReturnType<typeof linkedBy>;

/** Null where one head alone of the example's kind is on screen and shows it, or nothing can be said. */
export const elsewhereOf = memoize(
  (state: AppState) => [viewedOf(state), chosenOf(state), choiceOf(state), headPicturesOf(state).length],
  (viewed, { kind, layer, heads }, choice, pictures): Elsewhere | null => {
    const example = choice.model === INITIAL_CHOICE.model ? shownExample(choice) : null;
    if (viewed === null || example === null || viewed.picture.text !== choice.text || pictures !== 1)
      return null;
    const { kind: of, layer: depth, heads: [head] = [], cell } = linkedBy(example.half);
    if (of !== kind || depth === undefined || head === undefined || !cell) return null;
    const at: HeadAt = { kind, layer: depth, head };
    const there = weightOf(viewed, at, cell);
    const here = weightOf(viewed, { kind, layer, head: heads[0] ?? 0 }, cell);
    if (there === null || here === null || there - here < CLEARLY) return null;
    const { queries, keys } = axesOf(kind, viewed);
    const [query, key] = [queries[cell.query], keys[cell.key]];
    return query && key ? { at, example, query: tokenLabel(query), key: tokenLabel(key), here, there } : null;
  },
);
