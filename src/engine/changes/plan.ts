import {
  type AttentionKind,
  concerns,
  FATES,
  fatesOf,
  type HeadMeaning,
  headsOfSite,
  type Intervention,
  isCausal,
  meaningOf,
  type OffWay,
  ownMasks,
  type Site,
  scaleOf,
} from '../../contract/index.ts';

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

/** The factor of q·k in the unchanged model: 1 ÷ √Dh. */
export const ownFactor = (headWidth: number): number => scaleOf({ factor: 1 }, headWidth);

/** What becomes of a cell, by its index in FATES. */
const CELL = Uint8Array.from(
  FATES,
  ({ fate }) => ({ open: OPEN, forbidden: FORBIDDEN, zeroed: ZEROED })[fate],
);

/** Of each head of a site what the changes mean; one object for heads of which they say the same. */
function meaningsOf(changes: readonly Intervention[], site: AttentionSite): HeadMeaning[] {
  const known: { readonly said: readonly Intervention[]; readonly meaning: HeadMeaning }[] = [];
  return Array.from({ length: site.heads }, (_, head) => {
    const at = { kind: site.kind, layer: site.layer, head };
    const said = changes.filter((change) => concerns(change, at));
    const isSame = (other: readonly Intervention[]) =>
      other.length === said.length && other.every((change, i) => change === said[i]);
    const before = known.find((one) => isSame(one.said));
    if (before) return before.meaning;
    const meaning = meaningOf(said, at);
    known.push({ said, meaning });
    return meaning;
  });
}

/** [T, S] of one head. */
function headCells(meaning: HeadMeaning, site: AttentionSite): Uint8Array {
  const cells = fatesOf(meaning, site);
  for (let i = 0; i < cells.length; i++) cells[i] = CELL[cells[i] as number] as number;
  return cells;
}

/** True where the masks are the kind's own, and nothing else shuts or opens a cell. */
const hasOwnCells = ({ masks, forbidden, off }: HeadMeaning, kind: AttentionKind): boolean =>
  masks === ownMasks(kind) && forbidden.length === 0 && off !== 'first';

const sameNumbers = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
};

/** What attention does by all of these meanings, said as a plan. */
function planOf(meanings: readonly HeadMeaning[], site: AttentionSite): AttentionPlan {
  const own = headCells(meaningOf([], { ...site, head: 0 }), site);
  const known = new Map<HeadMeaning, Uint8Array>();
  const cells = new Uint8Array(meanings.length * own.length);
  meanings.forEach((meaning, h) => {
    const head = known.get(meaning) ?? (hasOwnCells(meaning, site.kind) ? own : headCells(meaning, site));
    known.set(meaning, head);
    cells.set(head, h * own.length);
  });
  const factors = meanings.map((meaning) => scaleOf(meaning, site.headWidth));
  const readsAsEver =
    factors.every((factor) => factor === ownFactor(site.headWidth)) &&
    [...known.values()].every((head) => head === own || sameNumbers(head, own));
  return { factors, cells, off: meanings.map(({ off }) => off), readsAsEver };
}

/** What these changes mean for one sub-layer; null where it does what it does without them. */
export function attentionPlan(changes: readonly Intervention[], site: AttentionSite): AttentionPlan | null {
  const { kind, layer } = site;
  const own = changes.filter((change) => concerns(change, { kind, layer }));
  if (own.length === 0) return null;
  const plan = planOf(meaningsOf(own, site), site);
  return plan.readsAsEver && plan.off.every((way) => way === null) ? null : plan;
}

/** What attention does without changes, said as a plan. */
export const unchangedPlan = (site: AttentionSite): AttentionPlan => planOf(meaningsOf([], site), site);

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
 * True when some head of an attention that is causal has lost that mask: then a row depends on later ones, and neither
 * keys and values kept from earlier steps nor a draft are of use.
 */
export function looksAhead(
  changes: readonly Intervention[],
  sites: readonly Pick<Site, 'kind' | 'causal' | 'layers' | 'heads'>[],
): boolean {
  if (!changes.some(({ type }) => type === 'mask')) return false;
  const lost = (site: Pick<Site, 'kind' | 'layers' | 'heads'>) =>
    headsOfSite(site).some((at) => !isCausal(meaningOf(changes, at)));
  return sites.some((site) => site.causal && lost(site));
}
