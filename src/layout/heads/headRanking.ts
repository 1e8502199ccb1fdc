import type { AttentionKind, HeadEffect, HeadMeasure, RankOrder } from '../../contract/index.ts';
import { effectAt } from './headEffects.ts';
import { type HeadMeasures, headKey } from './headMeasures.ts';

/** What a measure's numbers count. */
export type MeasureUnit = 'share' | 'tokens' | 'bits' | 'nats';

const UNITS: Readonly<Record<HeadMeasure, MeasureUnit>> = {
  distance: 'tokens',
  entropy: 'bits',
  evenness: 'share',
  same: 'share',
  previous: 'share',
  next: 'share',
  first: 'share',
  separator: 'share',
  strongest: 'share',
  link: 'share',
  effect: 'nats',
};

export const unitOf = (measure: HeadMeasure): MeasureUnit => UNITS[measure];

/** Measures that need more than the pattern, both by `headKey`; heads without an entry have no value. */
export interface MoreMeasures {
  readonly links: ReadonlyMap<string, number>;
  readonly effects: ReadonlyMap<string, HeadEffect>;
  /** The decoder row whose word the effects are ranked by; null is the mean over all words. */
  readonly effectRow: number | null;
}

/** A head's value in a measure; null when it has none. */
export function measureOf(head: HeadMeasures, measure: HeadMeasure, more: MoreMeasures): number | null {
  if (measure === 'link') return more.links.get(headKey(head)) ?? null;
  if (measure === 'effect') return effectAt(more.effects.get(headKey(head)), more.effectRow);
  return head.values[measure];
}

export interface HeadFilter {
  readonly kinds: readonly AttentionKind[];
  /** From 0; null for all. */
  readonly layer: number | null;
}

export interface RankedHead {
  readonly head: HeadMeasures;
  readonly value: number;
}

export interface HeadRanking {
  readonly ranked: readonly RankedHead[];
  /** Heads that pass the filter but have no value. */
  readonly without: number;
}

/** The heads that pass a filter, in order of a measure; equal ones in the order they came. */
export function rankHeads(
  heads: readonly HeadMeasures[],
  value: (head: HeadMeasures) => number | null,
  filter: HeadFilter,
  order: RankOrder,
): HeadRanking {
  const passing = heads.filter(
    ({ kind, layer }) => filter.kinds.includes(kind) && (filter.layer === null || filter.layer === layer),
  );
  const ranked = passing.flatMap((head): RankedHead[] => {
    const own = value(head);
    return own === null ? [] : [{ head, value: own }];
  });
  const sign = order === 'most' ? -1 : 1;
  ranked.sort((a, b) => sign * (a.value - b.value));
  return { ranked, without: passing.length - ranked.length };
}

/** Where a head stands among all that have a value, the largest first. */
export interface Standing {
  /** From 1. */
  readonly place: number;
  readonly count: number;
  readonly value: number;
}

/** A head's standing, whatever is listed; null when it has no value. Equal ones share the first place of theirs. */
export function standingOf(
  heads: readonly HeadMeasures[],
  value: (head: HeadMeasures) => number | null,
  key: string,
): Standing | null {
  const known = heads.flatMap((head) => {
    const own = value(head);
    return own === null ? [] : [{ key: headKey(head), own }];
  });
  const own = known.find((one) => one.key === key)?.own;
  if (own === undefined) return null;
  return { place: 1 + known.filter((one) => one.own > own).length, count: known.length, value: own };
}

/**
 * The ends of a measure's bars: shares run from 0 to 1, other numbers to the largest there is, and below 0 where some
 * are.
 */
export function barEnds(
  values: readonly (number | null)[],
  unit: MeasureUnit,
): readonly [low: number, high: number] {
  if (unit === 'share') return [0, 1];
  const known = values.flatMap((value) => value ?? []);
  return [Math.min(0, ...known), Math.max(0, ...known)];
}

/**
 * Where a value's bar begins and how long it is, both as shares of the room between the ends; it starts at 0's place.
 */
export function barOf(
  value: number,
  [low, high]: readonly [number, number],
): { readonly from: number; readonly length: number } {
  if (high <= low) return { from: 0, length: 0 };
  const place = (n: number) => (Math.min(high, Math.max(low, n)) - low) / (high - low);
  const [zero, end] = [place(0), place(value)];
  return { from: Math.min(zero, end), length: Math.abs(end - zero) };
}

/** Characters a person may name a head with. */
export const NAME_MOST = 40;

/** A head's name as it is kept: blanks joined and trimmed, at most 40 characters; null when nothing is left. */
export function headName(text: string): string | null {
  const joined = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const short = Array.from(joined).slice(0, NAME_MOST).join('').trim();
  return short === '' ? null : short;
}
