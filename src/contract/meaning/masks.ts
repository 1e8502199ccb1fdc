import { ATTENTION, type AttentionKind } from '../sites.ts';

/** What a mask does. */
interface MaskRule {
  /** The least size it may have; null where a size has no meaning. */
  readonly least: number | null;
  /** Whether a query may not read a key; positions from 0. */
  readonly shuts: (query: number, key: number, size: number) => boolean;
}

/**
 * The masks that can be put on: all that is known of one, but for the words on screen. Where several shut a cell, the
 * first of them here is named.
 */
const RULES = {
  causal: { least: null, shuts: (query, key) => key > query },
  padding: { least: 1, shuts: (_, key, size) => key >= size },
  window: { least: 0, shuts: (query, key, size) => Math.abs(key - query) > size },
  block: { least: 1, shuts: (query, key, size) => Math.floor(key / size) !== Math.floor(query / size) },
} as const satisfies Readonly<Record<string, MaskRule>>;

export type MaskName = keyof typeof RULES;
export const MASK_NAMES = Object.keys(RULES) as readonly MaskName[];

/** What a change can say: a mask, or that there is none. */
export type Mask = 'none' | MaskName;
export const MASKS: readonly Mask[] = ['none', ...MASK_NAMES];

/** The masks whose size has a meaning. */
export type SizedMask = {
  [Name in MaskName]: (typeof RULES)[Name]['least'] extends number ? Name : never;
}[MaskName];

/** The least size of a mask, in positions; null where a size has no meaning. */
export const leastSize = (mask: Mask): number | null => (mask === 'none' ? null : RULES[mask].least);

export const hasSize = (mask: Mask): mask is SizedMask => leastSize(mask) !== null;

/** A mask that is on; of no meaning is the size of one without (1). */
export interface MaskHeld {
  readonly mask: MaskName;
  readonly size: number;
}
/** The masks of one head, which hold together: each once, in the order of MASKS. */
export type Masks = readonly MaskHeld[];

/** How a mask tells whether it hides a key from a query, positions from 0. */
export const shutsOf = (mask: MaskName): MaskRule['shuts'] => RULES[mask].shuts;

const NONE: Masks = [];
const CAUSAL: Masks = [{ mask: 'causal', size: 1 }];

/** What a kind has by itself: the decoder does not look ahead. */
export const ownMasks = (kind: AttentionKind): Masks => (ATTENTION[kind].causal ? CAUSAL : NONE);

/** `none` takes away all that held before; the others add up, and of two of one sort the later one holds. */
export function addMask(masks: Masks, mask: Mask, size: number): Masks {
  if (mask === 'none') return NONE;
  const added: MaskHeld = { mask, size: leastSize(mask) === null ? 1 : size };
  return MASK_NAMES.flatMap((name) => (name === mask ? [added] : masks.filter((held) => held.mask === name)));
}
