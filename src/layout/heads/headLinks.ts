import {
  ATTENTION,
  type AttentionKind,
  attentionStage,
  axesOf,
  type Cell,
  kindReading,
  type Level,
  OWN_KIND,
  type Picture,
  type TextSide,
  type Token,
} from '../../contract/index.ts';
import { joinTokens, wordPieces } from '../matrix/joinWords.ts';
import { headMatrix, type Matrix, patternShape, weightAt } from '../matrix/matrix.ts';
import { headKey } from './headMeasures.ts';

/**
 * Two words, the first of which may read the second: only heads of one kind do. Words as `joinTokens` counts them,
 * from 0.
 */
export interface WordLink {
  readonly kind: AttentionKind;
  readonly query: number;
  readonly key: number;
}

/** A word of the source or of what the decoder read. */
export interface LinkEnd {
  readonly side: TextSide;
  readonly word: number;
}

type Words = Pick<Picture, 'source' | 'target'>;

/** From which word a link leads, and to which. */
export function linkEnds({ kind, query, key }: WordLink): readonly [from: LinkEnd, to: LinkEnd] {
  const { queries, keys } = ATTENTION[kind];
  return [
    { side: queries, word: query },
    { side: keys, word: key },
  ];
}

/**
 * The link between two words. The source reads only itself: its link to a word of the target becomes one to its own
 * first word.
 */
export function linkBetween(from: LinkEnd, to: LinkEnd): WordLink {
  const kind = kindReading(from.side, to.side);
  return { kind: kind ?? OWN_KIND[from.side], query: from.word, key: kind ? to.word : 0 };
}

function wordOf(tokens: readonly Token[], position: number, level: Level): number {
  return level === 'word' ? position : wordPieces(tokens).findIndex((pieces) => pieces.includes(position));
}

/** The words that a cell joins; null when it lies outside. */
export function linkOfCell(words: Words, kind: AttentionKind, cell: Cell, level: Level): WordLink | null {
  const axes = axesOf(kind, words);
  const query = wordOf(axes.queries, cell.query, level);
  const key = wordOf(axes.keys, cell.key, level);
  return clampLink(words, { kind, query, key });
}

/** The link, if the picture has such words. */
export function clampLink(words: Words, link: WordLink): WordLink | null {
  const axes = axesOf(link.kind, words);
  const inside = (word: number, tokens: readonly Token[]) => word >= 0 && word < joinTokens(tokens).length;
  return inside(link.query, axes.queries) && inside(link.key, axes.keys) ? link : null;
}

/**
 * How much a word reads another: summed over the read word's pieces, averaged over the reading word's, as at word
 * level.
 */
export function linkWeight(matrix: Matrix, queries: readonly number[], keys: readonly number[]): number {
  const all = queries.flatMap((query) => keys.map((key) => weightAt(matrix, { query, key })));
  return queries.length > 0 ? all.reduce((sum, weight) => sum + weight, 0) / queries.length : 0;
}

/** The link's weight in every head of its kind, by `headKey`. */
export function linkWeights(
  picture: Pick<Picture, 'frames' | 'source' | 'target'>,
  { kind, query, key }: WordLink,
): ReadonlyMap<string, number> {
  const axes = axesOf(kind, picture);
  const queries = wordPieces(axes.queries)[query] ?? [];
  const keys = wordPieces(axes.keys)[key] ?? [];
  const weights = new Map<string, number>();
  for (let layer = 0; ; layer++) {
    const frame = picture.frames.get(attentionStage(kind, layer, 'pattern'));
    if (!frame) return weights;
    const [H] = patternShape('linkWeights', frame);
    for (let head = 0; head < H; head++) {
      weights.set(headKey({ kind, layer, head }), linkWeight(headMatrix(frame, head), queries, keys));
    }
  }
}
