import { type Intervention, type ModelInfo, siteOf } from '../../contract/index.ts';
import { normalChanges } from './normal.ts';

type Changes = readonly Intervention[];

/** Changes without the layers and heads that a model does not have. */
export function clampChanges(changes: Changes, info: ModelInfo): Changes {
  const clamped = changes.flatMap((change): Changes => {
    if (change.type === 'positions') return [change];
    const stack = siteOf(info, change.kind);
    if (change.layer !== null && change.layer >= stack.layers) return [];
    const heads = change.heads?.filter((head) => head < stack.heads) ?? null;
    if (heads?.length === 0) return [];
    return heads?.length === change.heads?.length ? [change] : [{ ...change, heads }];
  });
  const same = clamped.length === changes.length && clamped.every((change, i) => change === changes[i]);
  return same ? changes : normalChanges(clamped);
}

/** True when a change holds positions of tokens, which follow their words. */
export function holdsPlaces(changes: Changes): boolean {
  return changes.some(
    (change) =>
      change.type === 'forbid' && change.cells.some(({ query, key }) => query !== null || key !== null),
  );
}
