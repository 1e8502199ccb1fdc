import {
  ATTENTION,
  type AttentionKind,
  type Cell,
  EngineError,
  type Frame,
  type Shown,
  sizeOf,
} from '../../contract/index.ts';
import { forbiddenInAll, ownForbidden, WHYS, type Why } from '../changes/forbidden.ts';
import { type Forbidden, isMasked, type Matrix, patternShape, type Readable, weightAt } from './matrix.ts';

/**
 * A weight that moved by less than this did not move: half a per cent, so that what is named has two different
 * numbers.
 */
export const LEAST_CHANGE = 5e-3;

/**
 * after − before, cell by cell: the same positions of the same tokens. @throws EngineError `shape` when the sizes
 * differ.
 */
export function differenceOf(after: Matrix, before: Matrix): Matrix {
  const { T, S } = after;
  if (before.T !== T || before.S !== S) {
    throw new EngineError('shape', 'differenceOf', 'before', `[${T},${S}]`, `[${before.T},${before.S}]`);
  }
  return { data: after.data.map((value, i) => value - (before.data[i] ?? 0)), T, S };
}

/** How far the weight that moved most moved; 0 where none did. @throws EngineError `shape` as above */
export function largestChange(after: Matrix, before: Matrix): number {
  return differenceOf(after, before).data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** What to draw. Without a run before there is only the one after. */
export function shownMatrix(shown: Shown, after: Matrix, before: Matrix | null): Matrix {
  if (before === null || shown === 'after') return after;
  return shown === 'before' ? before : differenceOf(after, before);
}

/** Which cells may be read in what is drawn; of a difference, those that may in either run. */
export function shownReadable(shown: Shown, kind: AttentionKind, now: Forbidden | null): Readable {
  if (now === null || shown === 'before') return kind;
  if (shown === 'after') return now;
  return forbiddenInAll([ownForbidden(kind, now.T, now.S), now]) ?? kind;
}

/** The cells that might be read before and may not now. */
export function forbiddenNow(kind: AttentionKind, now: Forbidden): readonly Cell[] {
  return Array.from(now.why.keys())
    .map((i) => ({ query: Math.floor(i / now.S), key: i % now.S }))
    .filter(({ query, key }) => isMasked(now, query, key) && !isMasked(kind, query, key));
}

/** Which marks a drawn head bears, for its legend. */
export interface CellMarks {
  /** Cells that its kind's mask hides, another in its place, or a head off that rests on the first token. */
  readonly masked: boolean;
  readonly before: boolean;
  readonly after: boolean;
  /** In a difference: cells that might be read before and may not now. */
  readonly crossed: boolean;
}

/** The marks of what is drawn. @param now what the head may not read now; null: its kind's own mask */
export function cellMarks(shown: Shown, kind: AttentionKind, now: Forbidden | null): CellMarks {
  const readable = shownReadable(shown, kind, now);
  if (typeof readable === 'string') {
    return { masked: ATTENTION[readable].causal, before: false, after: false, crossed: false };
  }
  const has = (...whys: readonly Why[]) => readable.why.some((code) => whys.includes(WHYS[code] ?? 'none'));
  const crossed = shown === 'difference' && now !== null && forbiddenNow(kind, now).length > 0;
  return { masked: has('own', 'mask', 'first'), before: has('before'), after: has('after'), crossed };
}

const differences = new WeakMap<Frame, WeakMap<Frame, Frame>>();

/** Masked scores are −∞ in one run or both: there is no number between them. */
const minus = (a: number, b: number) => (Number.isFinite(a) && Number.isFinite(b) ? a - b : 0);

/**
 * after − before of any stage, number by number; made once for two frames. Where a number is −∞ the difference is 0.
 * @throws EngineError `shape` when the shapes differ.
 */
export function differenceFrame(after: Frame, before: Frame): Frame {
  const known = differences.get(after)?.get(before);
  if (known) return known;
  if (after.shape.length !== before.shape.length || after.shape.some((n, i) => n !== before.shape[i])) {
    throw new EngineError('shape', 'differenceFrame', after.name, `[${after.shape}]`, `[${before.shape}]`);
  }
  const data = after.data.map((value, i) => minus(value, before.data[i] ?? 0));
  const made: Frame = { name: after.name, shape: after.shape, data };
  const rest = differences.get(after) ?? new WeakMap<Frame, Frame>();
  differences.set(after, rest.set(before, made));
  return made;
}

/** Of each head of two frames [H, T, S], whether any of its numbers moved. */
export function changedHeads(after: Frame, before: Frame, least = LEAST_CHANGE): readonly boolean[] {
  const [H] = patternShape('changedHeads', after);
  const { data } = differenceFrame(after, before);
  const size = sizeOf(after.shape) / Math.max(1, H);
  return Array.from({ length: H }, (_, h) =>
    data.subarray(h * size, (h + 1) * size).some((value) => Math.abs(value) >= least),
  );
}

export interface WeightChange extends Cell {
  readonly before: number;
  readonly after: number;
}

/**
 * The cells whose weights moved most, either way, largest first; equal ones in reading order; none that moved less than
 * LEAST_CHANGE.
 * @param query only this row, or null for all
 */
export function largestChanges(
  after: Matrix,
  before: Matrix,
  count: number,
  query: number | null = null,
): readonly WeightChange[] {
  const { data, S } = differenceOf(after, before);
  const sizeAt = (i: number) => Math.abs(data[i] ?? 0);
  return Array.from(data.keys())
    .filter((i) => sizeAt(i) >= LEAST_CHANGE && (query === null || Math.floor(i / S) === query))
    .sort((a, b) => sizeAt(b) - sizeAt(a) || a - b)
    .slice(0, count)
    .map((i) => {
      const cell = { query: Math.floor(i / S), key: i % S };
      return { ...cell, before: weightAt(before, cell), after: weightAt(after, cell) };
    });
}
