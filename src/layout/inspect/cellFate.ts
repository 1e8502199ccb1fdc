import type { AttentionKind, CellSet, HeadSet, Intervention, Mask, OffWay } from '../../contract/index.ts';

/** `open`: read. `forbidden`: its score is −∞ for the softmax. `zeroed`: weighed by the softmax and then set to 0. */
export type Fate = 'open' | 'forbidden' | 'zeroed';

/** What decides: a mask, or a person who forbade this cell, this query's whole row or this key's whole column. */
export type FateReason = Exclude<Mask, 'none'> | 'cell' | 'row' | 'column';

export interface CellFate {
  readonly fate: Fate;
  /** Null for an open cell. */
  readonly reason: FateReason | null;
}

/** What the changes mean for one head. */
export interface HeadRules {
  readonly kind: AttentionKind;
  /** Sizes of the masks that hold, in the order they are looked at. */
  readonly masks: readonly { readonly mask: Exclude<Mask, 'none'>; readonly size: number }[];
  readonly forbidden: readonly (CellSet & { readonly mode: 'before' | 'after' })[];
  /** What q·k is multiplied by besides 1 ÷ √d; null when it is not divided at all; 1 in the unchanged model. */
  readonly factor: number | null;
  readonly off: OffWay | null;
}

const OPEN: CellFate = { fate: 'open', reason: null };

function concerns(set: HeadSet, kind: AttentionKind, layer: number, head: number): boolean {
  return (
    set.kind === kind &&
    (set.layer === null || set.layer === layer) &&
    (set.heads === null || set.heads.includes(head))
  );
}

/**
 * The changes that concern one head, put together as `Intervention` says: the later one holds, masks and cells add
 * up.
 */
export function headRules(
  changes: readonly Intervention[],
  kind: AttentionKind,
  layer: number,
  head: number,
): HeadRules {
  const masks = new Map<Exclude<Mask, 'none'>, number>(kind === 'decoder' ? [['causal', 0]] : []);
  const forbidden: (CellSet & { readonly mode: 'before' | 'after' })[] = [];
  let factor: number | null = 1;
  let off: OffWay | null = null;
  for (const change of changes) {
    if (change.type === 'positions' || !concerns(change, kind, layer, head)) continue;
    if (change.type === 'scale') factor = change.factor;
    if (change.type === 'off') off = change.way;
    if (change.type === 'forbid')
      forbidden.push(...change.cells.map((cell) => ({ ...cell, mode: change.mode })));
    if (change.type === 'mask' && change.mask === 'none') masks.clear();
    if (change.type === 'mask' && change.mask !== 'none') masks.set(change.mask, change.size);
  }
  return { kind, masks: Array.from(masks, ([mask, size]) => ({ mask, size })), forbidden, factor, off };
}

function shuts(mask: Mask, size: number, query: number, key: number): boolean {
  if (mask === 'causal') return key > query;
  if (mask === 'padding') return key >= size;
  if (mask === 'window') return Math.abs(key - query) > size;
  return mask === 'block' && Math.floor(key / size) !== Math.floor(query / size);
}

function reasonOf({ query, key }: CellSet): FateReason {
  if (query === null) return 'column';
  return key === null ? 'row' : 'cell';
}

/**
 * What becomes of one cell. Before the softmax is stronger than after it: what it never sees has no weight to set to
 * 0.
 */
export function fateOf(rules: HeadRules, query: number, key: number): CellFate {
  const mask = rules.masks.find((one) => shuts(one.mask, one.size, query, key));
  if (mask) return { fate: 'forbidden', reason: mask.mask };
  const here = rules.forbidden.filter(
    (cell) => (cell.query === null || cell.query === query) && (cell.key === null || cell.key === key),
  );
  const before = here.find((cell) => cell.mode === 'before');
  const [first] = here;
  if (before) return { fate: 'forbidden', reason: reasonOf(before) };
  return first ? { fate: 'zeroed', reason: reasonOf(first) } : OPEN;
}
