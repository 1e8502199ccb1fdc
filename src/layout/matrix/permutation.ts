import {
  ATTENTION,
  type CellSet,
  EngineError,
  type Frame,
  type Intervention,
  TEXT_OF,
} from '../../contract/index.ts';

/**
 * Where each of these ids went when they only changed places: of equal ones, each takes the place of the one that is
 * as many-th there. Null when they are not the same ids.
 */
export function permutationOf(before: readonly number[], after: readonly number[]): readonly number[] | null {
  if (before.length !== after.length) return null;
  const places = new Map<number, number[]>();
  after.forEach((id, at) => {
    places.set(id, [...(places.get(id) ?? []), at]);
  });
  const moved = before.map((id) => places.get(id)?.shift() ?? -1);
  return moved.includes(-1) ? null : moved;
}

/**
 * The largest |output(permuted) − permuted output| over all numbers of two frames [S, D] whose rows are the same
 * tokens in two orders.
 * @param moved S numbers: the row of `permuted` that each row of `output` went to. @throws EngineError `shape`.
 */
export function permutedDifference(output: Frame, permuted: Frame, moved: readonly number[]): number {
  const [S = 0, D = 0] = output.shape;
  if (`${output.shape}` !== `${permuted.shape}` || moved.length !== S) {
    const got = `[${permuted.shape}] and ${moved.length} places`;
    throw new EngineError('shape', 'permutedDifference', permuted.name, `[${output.shape}]`, got);
  }
  let most = 0;
  moved.forEach((to, from) => {
    for (let d = 0; d < D; d++) {
      const gone = Math.abs((output.data[from * D + d] ?? 0) - (permuted.data[to * D + d] ?? 0));
      most = Math.max(most, gone);
    }
  });
  return most;
}

/**
 * Changes of the encoder for its words in another order: a forbidden cell goes along with its two words; those whose
 * rows are the target's words are left out.
 */
export function permutedChanges(
  changes: readonly Intervention[],
  moved: readonly number[],
): readonly Intervention[] {
  const to = (at: number | null): number | null => (at === null ? null : (moved[at] ?? at));
  return changes.flatMap((change): Intervention[] => {
    if (change.type === 'positions') return TEXT_OF[change.part] === 'source' ? [change] : [];
    if (ATTENTION[change.kind].queries !== 'source') return [];
    if (change.type !== 'forbid') return [change];
    const cells = change.cells.map(({ query, key }): CellSet => ({ query: to(query), key: to(key) }));
    return [{ ...change, cells }];
  });
}
