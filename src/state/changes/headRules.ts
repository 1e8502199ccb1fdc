import type { AttentionKind, HeadSet } from '../../contract/index.ts';
import { byList, byNumber } from './place.ts';

/**
 * What holds for one head, for every head of a layer (`head` null), for a head in every layer (`layer` null), or for
 * all.
 */
export interface HeadRule<V> {
  readonly layer: number | null;
  readonly head: number | null;
  readonly value: V;
}

/**
 * Rules for the heads of one kind. Of those that speak of a head the most particular holds: its own, then its
 * layer's, then that of its number in every layer, then that of all; `base` where none does.
 */
export interface HeadRules<V> {
  readonly base: V;
  /** Equal values have equal ids. */
  readonly id: (value: V) => string;
  readonly rules: ReadonlyMap<string, HeadRule<V>>;
}

type Spot = Pick<HeadRule<unknown>, 'layer' | 'head'>;

const keyOf = ({ layer, head }: Spot): string => `${layer ?? '*'},${head ?? '*'}`;

/** The rules that may speak of a spot, its own first. */
function chainOf({ layer, head }: Spot): readonly Spot[] {
  const chain: Spot[] = [{ layer, head }];
  if (layer !== null && head !== null) chain.push({ layer, head: null });
  if (head !== null && layer !== null) chain.push({ layer: null, head });
  if (layer !== null || head !== null) chain.push({ layer: null, head: null });
  return chain;
}

function heldAt<V>({ rules, base }: HeadRules<V>, chain: readonly Spot[]): V {
  for (const spot of chain) {
    const rule = rules.get(keyOf(spot));
    if (rule) return rule.value;
  }
  return base;
}

/** What holds for a head; for `null`, for a layer or head that no rule names. */
export function ruleAt<V>(rules: HeadRules<V>, layer: number | null, head: number | null): V {
  return heldAt(rules, chainOf({ layer, head }));
}

const covers = (a: Spot, b: Spot): boolean =>
  (a.layer === null || a.layer === b.layer) && (a.head === null || a.head === b.head);

/**
 * The spots whose rules a change at `spot` touches: its own, those beneath it, and where rules of layers and of heads
 * cross.
 */
function touched<V>({ rules }: HeadRules<V>, spot: Spot): readonly Spot[] {
  if (spot.layer !== null && spot.head !== null) return [spot];
  const found: Spot[] = [spot];
  for (const { layer, head } of rules.values()) {
    if (covers(spot, { layer, head })) found.push({ layer, head });
    else if (spot.layer !== null && layer === null && head !== null) found.push({ layer: spot.layer, head });
    else if (spot.head !== null && head === null && layer !== null) found.push({ layer, head: spot.head });
  }
  return found;
}

function changeAt<V>(all: HeadRules<V>, spot: Spot, change: (value: V) => V): HeadRules<V> {
  const rules = new Map(all.rules);
  for (const one of touched(all, spot)) {
    rules.set(keyOf(one), {
      layer: one.layer,
      head: one.head,
      value: change(ruleAt(all, one.layer, one.head)),
    });
  }
  return { ...all, rules };
}

const spotsOf = ({ layer, heads }: Pick<HeadSet, 'layer' | 'heads'>): readonly Spot[] =>
  heads === null ? [{ layer, head: null }] : heads.map((head) => ({ layer, head }));

/** What holds for every head of the set becomes what `change` makes of it. */
export function changeRules<V>(
  rules: HeadRules<V>,
  set: Pick<HeadSet, 'layer' | 'heads'>,
  change: (value: V) => V,
): HeadRules<V> {
  return spotsOf(set).reduce((now, spot) => changeAt(now, spot, change), rules);
}

/**
 * The one form of rules that say the same: no rule says what would hold without it. A layer's rule that says what
 * holds for all becomes rules for the heads that have one of their own in every layer.
 */
export function tidyRules<V>(all: HeadRules<V>): HeadRules<V> {
  const { id } = all;
  const rules = new Map(all.rules);
  const now = { ...all, rules };
  const says = (rule: HeadRule<V>, chain: readonly Spot[]) => id(rule.value) === id(heldAt(now, chain));
  const drop = (concerns: (rule: HeadRule<V>) => boolean): void => {
    for (const [key, rule] of [...rules]) {
      if (concerns(rule) && says(rule, chainOf(rule).slice(1))) rules.delete(key);
    }
  };
  drop(({ layer }) => layer === null);
  for (const [key, rule] of [...rules]) {
    if (rule.layer === null || rule.head !== null || !says(rule, chainOf(rule).slice(1))) continue;
    rules.delete(key);
    for (const { layer, head } of [...rules.values()]) {
      const own = { layer: rule.layer, head };
      if (layer === null && head !== null && !rules.has(keyOf(own)))
        rules.set(keyOf(own), { ...own, value: rule.value });
    }
  }
  drop(({ layer, head }) => layer !== null && head !== null);
  return now;
}

/** Rules without those of just these places; more general and more particular ones stay. */
export function dropRules<V>(all: HeadRules<V>, set: Pick<HeadSet, 'layer' | 'heads'>): HeadRules<V> {
  const spots = spotsOf(set).map(keyOf);
  return { ...all, rules: new Map([...all.rules].filter(([key]) => !spots.includes(key))) };
}

export interface HeadGroup<V> extends HeadSet {
  readonly value: V;
}

/**
 * Rules as sets of heads, one for each layer and value; from the general to the particular, so that later ones hold.
 */
export function groupRules<V>({ rules, id }: HeadRules<V>, kind: AttentionKind): readonly HeadGroup<V>[] {
  const groups = new Map<string, { layer: number | null; heads: number[] | null; value: V }>();
  for (const { layer, head, value } of rules.values()) {
    const key = `${layer} ${head === null} ${id(value)}`;
    const group = groups.get(key);
    if (group?.heads && head !== null) group.heads.push(head);
    else groups.set(key, { layer, heads: head === null ? null : [head], value });
  }
  for (const { heads } of groups.values()) heads?.sort((a, b) => a - b);
  return [...groups.values()]
    .map((group) => ({ kind, ...group }))
    .sort((a, b) => byNumber(a.layer, b.layer) || byList(a.heads, b.heads));
}
