import {
  axesOf,
  type Frame,
  type Level,
  type Picture,
  type StageName,
  type Token,
} from '../../contract/index.ts';
import {
  type Forbidden,
  joinForbidden,
  joinWords,
  type Matrix,
  type Pooled,
  type PoolingChoice,
  pooledForbidden,
  pooledPatterns,
} from '../../layout/index.ts';
import {
  type AppState,
  type Besides,
  type Choice,
  type Chosen,
  choiceOf,
  chosenOf,
  memoize,
} from '../../state/index.ts';
import { framesOf } from '../session/questions/drawing.ts';

/** One matrix to draw: a head, or several heads and layers as one. */
export interface HeadPicture {
  readonly matrix: Matrix;
  readonly heads: readonly number[];
  readonly queryTokens: readonly Token[];
  readonly keyTokens: readonly Token[];
  /** The unchanged model's, over the same words; null while nothing is changed. */
  readonly before: Matrix | null;
  /** What may not be read; null is the kind's own mask. */
  readonly forbidden: Forbidden | null;
  /** The number that gets the full colour. */
  readonly full: number;
  /** A head's own weights: each row sums to 1, but for changes. */
  readonly bare: boolean;
}

export type HeadsPooling = Pick<Choice, 'combine' | 'depth' | 'sink' | 'weigh'>;

/** The choice as the layout puts it together; a rollout is of all heads, whichever are chosen. */
export function poolingOf(chosen: Chosen, { combine, depth, sink, weigh }: HeadsPooling): PoolingChoice {
  const { kind, layer, heads } = chosen;
  return { kind, layer, heads, combine, depth, sink, byValue: weigh === 'value' };
}

/** Nothing is put together, left out or weighed. */
const isBare = ({ depth, sink, byValue }: PoolingChoice, { heads }: Pooled): boolean =>
  depth === 'layer' && sink === 'shown' && !byValue && heads.length === 1;

/** The same from pieces to words. */
function toWords(picture: HeadPicture): HeadPicture {
  const { matrix, before, forbidden, queryTokens, keyTokens } = picture;
  const joined = joinWords(matrix, queryTokens, keyTokens);
  return {
    ...picture,
    matrix: joined.matrix,
    before: before && joinWords(before, queryTokens, keyTokens).matrix,
    forbidden: forbidden && joinForbidden(forbidden, queryTokens, keyTokens),
    queryTokens: joined.queries,
    keyTokens: joined.keys,
  };
}

const NO_FRAMES: ReadonlyMap<StageName, Frame> = new Map();

/** The chosen heads of a picture, over pieces or words. */
export function drawHeads(
  picture: Picture | null,
  how: PoolingChoice,
  level: Level,
  besides: Besides = new Map(),
): readonly HeadPicture[] {
  if (picture === null) return [];
  const { queries: queryTokens, keys: keyTokens } = axesOf(how.kind, picture);
  const pooled = (frames: Picture['frames'], side: 'after' | 'before') =>
    pooledPatterns(frames, framesOf(besides, side), keyTokens, how);
  const before = pooled(picture.before?.frames ?? NO_FRAMES, 'before');
  return pooled(picture.frames, 'after').map((one, i): HeadPicture => {
    const { matrix, heads, full } = one;
    const drawn: HeadPicture = {
      matrix,
      heads,
      queryTokens,
      keyTokens,
      before: before[i]?.matrix ?? null,
      forbidden: pooledForbidden(picture.changes, how, heads, matrix),
      full,
      bare: isBare(how, one),
    };
    return level === 'piece' ? drawn : toWords(drawn);
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
  (state: AppState) => {
    const { combine, depth, sink, weigh, level } = choiceOf(state);
    return [drawnOf(state), chosenOf(state), combine, depth, sink, weigh, level, state.besides];
  },
  (picture, chosen, combine, depth, sink, weigh, level, besides) =>
    drawHeads(picture, poolingOf(chosen, { combine, depth, sink, weigh }), level, besides),
);
