import type {
  AttentionKind,
  HeadSet,
  Intervention,
  InterventionType,
  OffWay,
  Part,
  PositionsReplaced,
  ScaleReplaced,
} from '../../contract/index.ts';
import { covers } from './forbidden.ts';

/** How far a change reaches: the chosen heads, their layer, or every layer of their kind. */
export const CHANGE_SCOPES = ['head', 'layer', 'kind'] as const;
export type ChangeScope = (typeof CHANGE_SCOPES)[number];

/** The chosen heads; counted from 0. */
export interface ChangedHeads {
  readonly kind: AttentionKind;
  readonly layer: number;
  readonly heads: readonly number[];
}

/** The heads a change of this scope is about. */
export function headSetOf(scope: ChangeScope, { kind, layer, heads }: ChangedHeads): HeadSet {
  if (scope === 'kind') return { kind, layer: null, heads: null };
  return { kind, layer, heads: scope === 'layer' ? null : heads };
}

type AboutHeads<Type extends InterventionType> = Extract<Intervention, { readonly type: Type } & HeadSet>;

/** The changes of one sort that concern a head, in their order. */
export function changesAt<Type extends 'off' | 'forbid' | 'mask' | 'scale'>(
  changes: readonly Intervention[],
  type: Type,
  { kind, layer, head }: { readonly kind: AttentionKind; readonly layer: number; readonly head: number },
): readonly AboutHeads<Type>[] {
  return changes.filter(
    (change): change is AboutHeads<Type> =>
      change.type !== 'positions' && change.type === type && covers(change, kind, layer, head),
  );
}

/** What a head gives instead of its output; null while it is on. */
export function offWayAt(
  changes: readonly Intervention[],
  at: { readonly kind: AttentionKind; readonly layer: number; readonly head: number },
): OffWay | null {
  return changesAt(changes, 'off', at).at(-1)?.way ?? null;
}

/** The scale that holds for a head; null while it is the model's own. */
export function scaleAt(
  changes: readonly Intervention[],
  at: { readonly kind: AttentionKind; readonly layer: number; readonly head: number },
): ScaleReplaced | null {
  return changesAt(changes, 'scale', at).at(-1) ?? null;
}

/** What became of a part's positions; null while they are the model's own. */
export function positionsAt(changes: readonly Intervention[], part: Part): PositionsReplaced | null {
  const last = changes.findLast(
    (change): change is PositionsReplaced => change.type === 'positions' && change.part === part,
  );
  return last ?? null;
}
