import {
  type CellSet,
  type CellsForbidden,
  FORBID_MODES,
  type ForbidMode,
  type HeadSet,
  type Intervention,
} from '../../contract/index.ts';

/** How far `null` reaches in each direction: layers, heads, rows and columns; null where that is not known. */
export interface Room {
  readonly layers: number;
  readonly heads: number;
  readonly rows: number;
  readonly columns: number;
}

/** Layer, head, query, key: `null` is every one. */
type Box = readonly [number | null, number | null, number | null, number | null];

const meets = (a: Box, b: Box): boolean => a.every((n, i) => n === null || b[i] === null || n === b[i]);

/**
 * What is left of a box without another: as many boxes as it takes, in whole layers, heads and rows where that can
 * be.
 */
function without(box: Box, gone: Box, room: readonly number[]): readonly Box[] {
  if (!meets(box, gone)) return [box];
  const left: Box[] = [];
  let rest = [...box] as (number | null)[];
  gone.forEach((n, i) => {
    if (n === null || rest[i] !== null) return;
    for (let other = 0; other < (room[i] ?? 0); other++) {
      if (other !== n) left.push(rest.map((own, j) => (j === i ? other : own)) as unknown as Box);
    }
    rest = rest.map((own, j) => (j === i ? n : own));
  });
  return left;
}

const boxesOf = (
  layer: number | null,
  heads: readonly number[] | null,
  { query, key }: CellSet,
): readonly Box[] => (heads ?? [null]).map((head) => [layer, head, query, key]);

const changeOf = (change: CellsForbidden, [layer, head, query, key]: Box): CellsForbidden => ({
  ...change,
  layer,
  heads: head === null ? null : [head],
  cells: [{ query, key }],
});

/** Changes in which these cells are not forbidden for these heads, in these modes. Not in their one form. */
export function cutCells(
  changes: readonly Intervention[],
  set: HeadSet,
  cells: readonly CellSet[],
  { layers, heads, rows, columns }: Room,
  modes: readonly ForbidMode[] = FORBID_MODES,
): readonly Intervention[] {
  const gone = cells.flatMap((cell) => boxesOf(set.layer, set.heads, cell));
  const room = [layers, heads, rows, columns];
  return changes.flatMap((change): readonly Intervention[] => {
    if (change.type !== 'forbid' || change.kind !== set.kind || !modes.includes(change.mode)) return [change];
    const boxes = change.cells.flatMap((cell) => boxesOf(change.layer, change.heads, cell));
    if (!boxes.some((box) => gone.some((one) => meets(box, one)))) return [change];
    const left = gone.reduce<readonly Box[]>(
      (now, one) => now.flatMap((box) => without(box, one, room)),
      boxes,
    );
    return left.map((box) => changeOf(change, box));
  });
}
