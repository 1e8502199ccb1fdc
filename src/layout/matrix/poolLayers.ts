import {
  ATTENTION,
  type AttentionKind,
  attentionStage,
  type Combine,
  type Depth,
  type Frame,
  type Intervention,
  isSelf,
  OWN_KIND,
  type Sink,
  type StageName,
  type Token,
} from '../../contract/index.ts';
import { forbiddenInAll, forbiddenOf } from '../changes/forbidden.ts';
import { combineHeads } from './combineHeads.ts';
import { type Forbidden, headMatrix, type Matrix, patternShape } from './matrix.ts';
import {
  hideSink,
  poolMatrices,
  rollout,
  rolloutAcross,
  rowShares,
  sinkKeys,
  valueNorms,
  weighByValue,
} from './pooling.ts';

export type Frames = ReadonlyMap<StageName, Frame>;

/** What is put together as one picture, and how. */
export interface PoolingChoice {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly heads: readonly number[];
  readonly combine: Combine;
  readonly depth: Depth;
  readonly sink: Sink;
  /** Each weight times the length of the value it hands over, as shares of its row. */
  readonly byValue: boolean;
}

export interface Pooled {
  readonly matrix: Matrix;
  readonly heads: readonly number[];
  /** The number that gets the full colour: of a sum as many as were added, else 1. */
  readonly full: number;
}

const upTo = (n: number): readonly number[] => Array.from({ length: n + 1 }, (_, i) => i);

/** The layers that are drawn as one. */
export const pooledLayers = ({ depth, layer }: Pick<PoolingChoice, 'depth' | 'layer'>): readonly number[] =>
  depth === 'layer' ? [layer] : upTo(layer);

/** The stages whose values vʲ a picture weighs by. Rollout weighs by none. */
export function valueStages(how: Pick<PoolingChoice, 'kind' | 'layer' | 'depth' | 'byValue'>): StageName[] {
  if (!how.byValue || how.depth === 'rollout') return [];
  return pooledLayers(how).map((layer) => attentionStage(how.kind, layer, 'v'));
}

/** Every head's weights times the lengths of its values. @param v [H, S, Dh] */
function weighed(frame: Frame, v: Frame): Frame {
  const [H] = patternShape('weighed', frame);
  const data = new Float32Array(frame.data.length);
  for (let head = 0; head < H; head++) {
    const one = weighByValue(headMatrix(frame, head), valueNorms(v, head)).data;
    data.set(one, head * one.length);
  }
  return { ...frame, data };
}

/** Which heads become one matrix each. */
function groupsOf({ heads, combine }: PoolingChoice, there: number): readonly (readonly number[])[] {
  const known = heads.filter((head) => head < there);
  if (known.length === 0) return [];
  return known.length === 1 || combine === 'side' ? known.map((head) => [head]) : [known];
}

const allHeads = (frame: Frame): readonly number[] => upTo((frame.shape[0] ?? 1) - 1);
const meanOfAll = (frame: Frame): Matrix => combineHeads(frame, allHeads(frame), 'mean');

/** The patterns of a kind from the first layer to this one; null where one is missing. */
function patternsOf(frames: Frames, kind: AttentionKind, layers: readonly number[]): readonly Frame[] | null {
  const found = layers.flatMap((layer) => frames.get(attentionStage(kind, layer, 'pattern')) ?? []);
  return found.length === layers.length ? found : null;
}

/** Every layer of a kind that there are patterns of. */
function everyLayer(frames: Frames, kind: AttentionKind): readonly number[] {
  let count = 0;
  while (frames.has(attentionStage(kind, count, 'pattern'))) count++;
  return upTo(count - 1);
}

/**
 * Attention rollout from the English (or, of the decoder's own, the French) up to this layer, over the mean of all
 * heads.
 */
function rolledOut(frames: Frames, { kind, layer }: PoolingChoice): readonly Pooled[] {
  const [queries, keys] = [OWN_KIND[ATTENTION[kind].queries], OWN_KIND[ATTENTION[kind].keys]];
  const own = patternsOf(frames, queries, upTo(layer));
  const chosen = frames.get(attentionStage(kind, layer, 'pattern'));
  const below = patternsOf(frames, keys, everyLayer(frames, keys));
  if (!own || !chosen || !below) return [];
  const patterns = own.map(meanOfAll);
  const matrix = isSelf(kind)
    ? rollout(patterns)
    : rolloutAcross(patterns, meanOfAll(chosen), below.map(meanOfAll));
  return [{ matrix, heads: allHeads(chosen), full: 1 }];
}

/** Several heads and layers cell by cell; without the values it needs, by weights alone. */
function pooledHeads(frames: Frames, values: Frames, how: PoolingChoice): readonly Pooled[] {
  const layers = pooledLayers(how);
  const patterns = patternsOf(frames, how.kind, layers);
  const [first] = patterns ?? [];
  if (!patterns || !first) return [];
  const lengths = layers.map((layer) => values.get(attentionStage(how.kind, layer, 'v')));
  const byValue = how.byValue && lengths.every((v) => v !== undefined);
  const weights = patterns.map((frame, i) => {
    const v = lengths[i];
    return byValue && v ? weighed(frame, v) : frame;
  });
  const { combine, depth } = how;
  return groupsOf(how, first.shape[0] ?? 0).map((heads) => {
    const each = weights.map((frame) =>
      heads.length === 1 || combine === 'side'
        ? headMatrix(frame, heads[0] ?? 0)
        : combineHeads(frame, heads, combine),
    );
    const [only] = each;
    const matrix = each.length === 1 && only ? only : poolMatrices(each, depth === 'sum' ? 'sum' : 'mean');
    const added = (combine === 'sum' ? heads.length : 1) * (depth === 'sum' ? layers.length : 1);
    return byValue ? { matrix: rowShares(matrix), heads, full: 1 } : { matrix, heads, full: added };
  });
}

/**
 * The pictures of the chosen heads: each by itself, or together with others, over one layer or those up to it. None
 * while their numbers are not there.
 * @param values v [H, S, Dh] of `valueStages`; `keys` the S tokens
 */
export function pooledPatterns(
  frames: Frames,
  values: Frames,
  keys: readonly Token[],
  how: PoolingChoice,
): readonly Pooled[] {
  const pooled = how.depth === 'rollout' ? rolledOut(frames, how) : pooledHeads(frames, values, how);
  if (how.sink === 'shown') return pooled;
  return pooled.map((one) => ({ ...one, matrix: hideSink(one.matrix, sinkKeys(keys)) }));
}

/** Whether a change can open or shut cells: masks, cells by hand, and heads off that rest on the first token. */
const movesCells = (change: Intervention): boolean =>
  change.type === 'mask' || change.type === 'forbid' || (change.type === 'off' && change.way === 'first');

/**
 * What none of the heads and layers drawn as one may read; null is the kind's own mask. Through several layers a word
 * reaches what no layer by itself may read, so that rollout has but the decoder's own mask, and none where some head
 * of it has another.
 */
export function pooledForbidden(
  changes: readonly Intervention[],
  how: PoolingChoice,
  heads: readonly number[],
  { T, S }: Pick<Matrix, 'T' | 'S'>,
): Forbidden | null {
  const { kind, layer, depth } = how;
  const about = changes.filter((change) => 'kind' in change && change.kind === kind);
  if (!about.some(movesCells)) return null;
  if (depth === 'rollout') {
    const masked = about.some(({ type }) => type === 'mask');
    return masked ? { T, S, why: new Uint8Array(T * S) } : null;
  }
  const layers = pooledLayers({ depth, layer });
  return forbiddenInAll(
    layers.flatMap((one) => heads.map((head) => forbiddenOf(about, { kind, layer: one, head }, T, S))),
  );
}
