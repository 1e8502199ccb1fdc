import {
  attentionStage,
  axesOf,
  type Cell,
  type HeadAt,
  headsOfSite,
  isWriting,
  siteOf,
} from '../../contract/index.ts';
import { headMatrix, tokenLabel, weightAt } from '../../layout/index.ts';
import {
  type AppState,
  type Choice,
  choiceOf,
  chosenOf,
  INITIAL_CHOICE,
  memoize,
  type WorkPatch,
} from '../../state/index.ts';
import { headPicturesOf } from '../head/headPicture.ts';
import { pinnedPieceOf, type Viewed, viewedOf } from '../head/viewedPicture.ts';
import { examplePatch, linkedBy, shownExample } from './currentExample.ts';

/** By so much more another head must read the word, that the one on screen is said not to. */
const CLEARLY = 0.5;

/** Another head in which a row reads its word, while it hardly does so in the one on screen. */
export interface Elsewhere {
  readonly at: HeadAt;
  readonly query: string;
  readonly key: string;
  /** α̂ of the word in the head on screen, and in the other one. */
  readonly here: number;
  readonly there: number;
  /** What leads to the other head. */
  readonly patch: WorkPatch;
}

type Asked = Pick<Elsewhere, 'at' | 'patch'> & { readonly cell: Cell };

/** α̂ of a cell counted in pieces; NaN without its numbers. */
function weightOf({ frames }: Viewed, { kind, layer, head }: HeadAt, cell: Cell): number {
  const frame = frames.get(attentionStage(kind, layer, 'pattern'));
  if (!frame || head >= (frame.shape[0] ?? 0)) return Number.NaN;
  const matrix = headMatrix(frame, head);
  return cell.query < matrix.T && cell.key < matrix.S ? weightAt(matrix, cell) : Number.NaN;
}

/** The head and the cell of the example on screen, `undefined` where there is no example. */
function ofExample(choice: Choice): Asked | null | undefined {
  const example = choice.model === INITIAL_CHOICE.model ? shownExample(choice) : null;
  if (example === null) return undefined;
  const { kind, layer, heads: [head] = [], cell } = linkedBy(example.half);
  if (kind === undefined || layer === undefined || head === undefined || !cell) return null;
  return { at: { kind, layer, head }, cell, patch: examplePatch(example.half, choice.model) };
}

/** Of a pinned cell of two words the head of this kind that reads it most; rows that write have no one word. */
function ofPinned(
  viewed: Viewed,
  kind: HeadAt['kind'],
  cell: Cell | null,
  info: Parameters<typeof siteOf>[0],
) {
  if (cell === null || isWriting(kind) || cell.query === cell.key) return null;
  if (axesOf(kind, viewed).keys[cell.key]?.role !== 'text') return null;
  const all = headsOfSite(siteOf(info, kind));
  const weights = all.map((at) => weightOf(viewed, at, cell));
  const at = all[weights.indexOf(Math.max(...weights))];
  return at ? { at, cell, patch: { layer: at.layer, heads: [at.head] } } : null;
}

/** Null where one head alone is on screen that shows it, or nothing can be said. */
export const elsewhereOf = memoize(
  (state: AppState) => [
    viewedOf(state),
    chosenOf(state),
    choiceOf(state),
    headPicturesOf(state).length,
    pinnedPieceOf(state),
    state.card?.info ?? null,
  ],
  (viewed, { kind, layer, heads }, choice, pictures, pinned, info): Elsewhere | null => {
    if (viewed === null || info === null || viewed.picture.text !== choice.text || pictures !== 1)
      return null;
    const example = ofExample(choice);
    const asked = example === undefined ? ofPinned(viewed, kind, pinned, info) : example;
    if (asked === null || asked.at.kind !== kind) return null;
    const { at, cell, patch } = asked;
    const there = weightOf(viewed, at, cell);
    const here = weightOf(viewed, { kind, layer, head: heads[0] ?? 0 }, cell);
    if (!(there - here >= CLEARLY)) return null;
    const { queries, keys } = axesOf(kind, viewed);
    const [query, key] = [queries[cell.query], keys[cell.key]];
    return query && key ? { at, query: tokenLabel(query), key: tokenLabel(key), here, there, patch } : null;
  },
);
