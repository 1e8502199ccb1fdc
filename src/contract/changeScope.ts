import type { HeadSet } from './intervention.ts';
import type { HeadAt } from './look.ts';
import type { AttentionKind, Site } from './sites.ts';

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

/** Each head of a set, layer by layer. @param site of its kind; null: a set that names no numbers has none */
export function headsIn(
  { kind, layer, heads }: HeadSet,
  site: Pick<Site, 'layers' | 'heads'> | null,
): HeadAt[] {
  const upTo = (count = 0) => Array.from({ length: count }, (_, n) => n);
  const layers = layer === null ? upTo(site?.layers) : [layer];
  return layers.flatMap((one) => (heads ?? upTo(site?.heads)).map((head) => ({ kind, layer: one, head })));
}
