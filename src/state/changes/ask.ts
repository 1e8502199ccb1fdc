import type {
  AttentionKind,
  CellSet,
  ForbidMode,
  Intervention,
  ModelInfo,
  OffWay,
} from '../../contract/index.ts';
import { ruleAt } from './headRules.ts';
import type { Masks } from './masks.ts';
import { maskRules, normalChanges, offRules, scaleRules } from './normal.ts';

type Changes = readonly Intervention[];

/** How a head is off; null when it is on. */
export const offWayOf = (changes: Changes, kind: AttentionKind, layer: number, head: number): OffWay | null =>
  ruleAt(offRules(changes, kind), layer, head);

/** The masks that hold for a head, its kind's own among them. */
export const masksOf = (changes: Changes, kind: AttentionKind, layer: number, head: number): Masks =>
  ruleAt(maskRules(changes, kind), layer, head);

/** What a head's scores are multiplied by besides ÷ √Dh: 1 as a rule; null where they are not divided. */
export const scaleOf = (changes: Changes, kind: AttentionKind, layer: number, head: number): number | null =>
  ruleAt(scaleRules(changes, kind), layer, head);

export interface ForbiddenCells extends CellSet {
  readonly mode: ForbidMode;
}

/** The cells, rows and columns a head may not read, in tokens. */
export function forbiddenFor(
  changes: Changes,
  kind: AttentionKind,
  layer: number,
  head: number,
): readonly ForbiddenCells[] {
  return changes.flatMap((change) => {
    const here =
      change.type === 'forbid' &&
      change.kind === kind &&
      (change.layer === null || change.layer === layer) &&
      (change.heads === null || change.heads.includes(head));
    return here ? change.cells.map((cell) => ({ ...cell, mode: change.mode })) : [];
  });
}

/** Changes without the layers and heads that a model does not have. */
export function clampChanges(changes: Changes, info: ModelInfo): Changes {
  const clamped = changes.flatMap((change): Changes => {
    if (change.type === 'positions') return [change];
    const stack = change.kind === 'encoder' ? info.encoder : info.decoder;
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
