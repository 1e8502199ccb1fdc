import type { AttentionKind, HeadSet, Intervention, MaskReplaced, OffWay } from '../../contract/index.ts';

/** One attention sub-layer, and the rows and keys it is asked for. */
export interface AttentionSite {
  readonly kind: AttentionKind;
  readonly layer: number;
  /** H */
  readonly heads: number;
  /** Dh */
  readonly headWidth: number;
  /** Position of the first query: row t stands at `queryStart` + t. */
  readonly queryStart: number;
  /** T */
  readonly rows: number;
  /** S, padding not counted. */
  readonly keys: number;
}

/** What becomes of one cell: read; forbidden before the softmax; weighed by it and then set to 0. */
export const OPEN = 0;
export const FORBIDDEN = 1;
export const ZEROED = 2;

/** What attention must do instead of what it does. All of it is said anew: the kind's own mask is among the cells. */
export interface AttentionPlan {
  /** [H]: what q·k is multiplied by. */
  readonly factors: readonly number[];
  /**
   * [H, T, S], row-major: OPEN, FORBIDDEN or ZEROED. Of a head off by `first` key 0 alone is open, whatever else is
   * said.
   */
  readonly cells: Uint8Array;
  /** [H]: `zero` and `mean` take the head output's place; `first` is said by the cells already. */
  readonly off: readonly (OffWay | null)[];
  /** True where factors and cells are the unchanged model's, so that no weight changes. */
  readonly readsAsEver: boolean;
}

const concerns = (set: HeadSet, { kind, layer }: Pick<AttentionSite, 'kind' | 'layer'>): boolean =>
  set.kind === kind && (set.layer === null || set.layer === layer);

/** Calls with each head of the set that the site has. */
function eachHead({ heads }: HeadSet, { heads: count }: AttentionSite, act: (head: number) => void): void {
  for (let h = 0; h < count; h++) if (heads === null || heads.includes(h)) act(h);
}

/** The masks that hold for a head, together. */
interface Masks {
  causal: boolean;
  padding: number;
  window: number;
  block: number;
}

const NO_LIMIT = Number.POSITIVE_INFINITY;
const open = (causal: boolean): Masks => ({ causal, padding: NO_LIMIT, window: NO_LIMIT, block: NO_LIMIT });

const isOpen = ({ causal, padding, window, block }: Masks): boolean =>
  !causal && padding === NO_LIMIT && window === NO_LIMIT && block === NO_LIMIT;

/** `none` takes away what was before it; the others add up, and of two of one sort the later one holds. */
function replaceMask(masks: Masks, { mask, size }: MaskReplaced): Masks {
  if (mask === 'none') return open(false);
  return { ...masks, [mask]: mask === 'causal' ? true : size };
}

function shuts({ causal, padding, window, block }: Masks, query: number, key: number): boolean {
  if ((causal && key > query) || key >= padding || Math.abs(key - query) > window) return true;
  return block !== NO_LIMIT && Math.floor(key / block) !== Math.floor(query / block);
}

/** Of each head. */
function masksOf(changes: readonly Intervention[], site: AttentionSite): Masks[] {
  const masks = Array.from({ length: site.heads }, () => open(site.kind === 'decoder'));
  for (const change of changes) {
    if (change.type !== 'mask' || !concerns(change, site)) continue;
    eachHead(change, site, (h) => {
      masks[h] = replaceMask(masks[h] as Masks, change);
    });
  }
  return masks;
}

/** [T, S] of one head. */
function maskCells(masks: Masks, { queryStart, rows, keys }: AttentionSite): Uint8Array {
  const cells = new Uint8Array(rows * keys);
  if (isOpen(masks)) return cells;
  for (let t = 0; t < rows; t++) {
    for (let s = 0; s < keys; s++) if (shuts(masks, queryStart + t, s)) cells[t * keys + s] = FORBIDDEN;
  }
  return cells;
}

/** Forbids cells of one head. Before the softmax is stronger: what it never sees has no weight to set to 0. */
function forbid(
  cells: Uint8Array,
  { queryStart, rows, keys }: AttentionSite,
  change: Extract<Intervention, { type: 'forbid' }>,
): void {
  const fate = change.mode === 'before' ? FORBIDDEN : ZEROED;
  for (const { query, key } of change.cells) {
    const [from, to] = query === null ? [0, rows] : [query - queryStart, query - queryStart + 1];
    const [left, right] = key === null ? [0, keys] : [key, key + 1];
    for (let t = Math.max(0, from); t < Math.min(rows, to); t++) {
      for (let s = left; s < Math.min(keys, right); s++)
        if (cells[t * keys + s] !== FORBIDDEN) cells[t * keys + s] = fate;
    }
  }
}

/** [T, S] of a head whose whole attention is on the first token. */
function firstCells({ rows, keys }: AttentionSite): Uint8Array {
  const cells = new Uint8Array(rows * keys).fill(FORBIDDEN);
  for (let t = 0; t < rows; t++) cells[t * keys] = OPEN;
  return cells;
}

/** [H, T, S]: each head's masks, and what is forbidden besides. */
function cellsOf(
  changes: readonly Intervention[],
  site: AttentionSite,
  off: readonly (OffWay | null)[],
): Uint8Array {
  const size = site.rows * site.keys;
  const cells = new Uint8Array(site.heads * size);
  const of = (h: number) => cells.subarray(h * size, (h + 1) * size);
  masksOf(changes, site).forEach((masks, h) => {
    of(h).set(maskCells(masks, site));
  });
  for (const change of changes) {
    if (change.type === 'forbid' && concerns(change, site))
      eachHead(change, site, (h) => forbid(of(h), site, change));
  }
  off.forEach((way, h) => {
    if (way === 'first') of(h).set(firstCells(site));
  });
  return cells;
}

/** The factor of q·k in the unchanged model: 1 ÷ √Dh. */
export const ownFactor = (headWidth: number): number => 1 / Math.sqrt(headWidth);

function factorsOf(changes: readonly Intervention[], site: AttentionSite): number[] {
  const own = ownFactor(site.headWidth);
  const factors = new Array<number>(site.heads).fill(own);
  for (const change of changes) {
    if (change.type !== 'scale' || !concerns(change, site)) continue;
    eachHead(change, site, (h) => {
      factors[h] = change.factor === null ? 1 : change.factor * own;
    });
  }
  return factors;
}

function offOf(changes: readonly Intervention[], site: AttentionSite): (OffWay | null)[] {
  const off = new Array<OffWay | null>(site.heads).fill(null);
  for (const change of changes) {
    if (change.type !== 'off' || !concerns(change, site)) continue;
    eachHead(change, site, (h) => {
      off[h] = change.way;
    });
  }
  return off;
}

const sameNumbers = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
};

/** What these changes mean for one sub-layer; null where it does what it does without them. */
export function attentionPlan(changes: readonly Intervention[], site: AttentionSite): AttentionPlan | null {
  const own = changes.filter((change) => change.type !== 'positions' && concerns(change, site));
  if (own.length === 0) return null;
  const unchanged = unchangedPlan(site);
  const off = offOf(own, site);
  const isCut = own.some(({ type }) => type === 'mask' || type === 'forbid') || off.includes('first');
  const cells = isCut ? cellsOf(own, site, off) : unchanged.cells;
  const factors = factorsOf(own, site);
  const readsAsEver =
    sameNumbers(factors, unchanged.factors) && (!isCut || sameNumbers(cells, unchanged.cells));
  const isChanged = !readsAsEver || off.some((way) => way !== null);
  return isChanged ? { factors, cells, off, readsAsEver } : null;
}

/** What attention does without changes, said as a plan. */
export function unchangedPlan(site: AttentionSite): AttentionPlan {
  const off = offOf([], site);
  return { factors: factorsOf([], site), cells: cellsOf([], site, off), off, readsAsEver: true };
}

/** True when two plans of one site give the same numbers. */
export function samePlan(a: AttentionPlan | null, b: AttentionPlan | null): boolean {
  if (!a || !b) return a === b;
  return (
    sameNumbers(a.factors, b.factors) &&
    sameNumbers(a.cells, b.cells) &&
    a.off.every((way, h) => way === b.off[h])
  );
}

/**
 * True when some head of the decoder's self-attention has lost its causal mask: then a row depends on later ones, and
 * neither keys and values kept from earlier steps nor a draft are of use.
 */
export function looksAhead(
  changes: readonly Intervention[],
  decoder: { readonly layers: number; readonly heads: number },
): boolean {
  const isHere = (layer: number) => {
    const place = { kind: 'decoder' as const, layer, heads: decoder.heads };
    const site = { ...place, headWidth: 1, queryStart: 0, rows: 0, keys: 0 };
    return masksOf(changes, site).some(({ causal }) => !causal);
  };
  return Array.from({ length: decoder.layers }, (_, layer) => layer).some(isHere);
}
