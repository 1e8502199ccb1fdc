import type { AttentionKind, HeadSet, Mask, MaskReplaced } from '../../contract/index.ts';

/** The masks of one head, which hold together; null where there is none of that sort. */
export interface Masks {
  readonly causal: boolean;
  readonly padding: number | null;
  readonly window: number | null;
  readonly block: number | null;
}

const OPEN: Masks = { causal: false, padding: null, window: null, block: null };

/** What a kind has by itself: the decoder does not look ahead. */
export const ownMasks = (kind: AttentionKind): Masks => ({ ...OPEN, causal: kind === 'decoder' });

export const idOfMasks = ({ causal, padding, window, block }: Masks): string =>
  `${causal} ${padding} ${window} ${block}`;

/** Sizes count for these only. */
export const hasSize = (mask: Mask): boolean => mask === 'padding' || mask === 'window' || mask === 'block';

/** `none` takes away all that held before; the others add up, and of two of one sort the later one holds. */
export function addMask(masks: Masks, mask: Mask, size: number): Masks {
  if (mask === 'none') return OPEN;
  return mask === 'causal' ? { ...masks, causal: true } : { ...masks, [mask]: size };
}

/**
 * One mask alone in the place of the kind's own: in the decoder those with a size hold besides its own; null is the
 * own.
 */
export function onlyMask(kind: AttentionKind, mask: Mask | null, size: number): Masks {
  if (mask === null) return ownMasks(kind);
  return addMask(hasSize(mask) ? ownMasks(kind) : OPEN, mask, size);
}

/**
 * Changes that make `masks` of what held before: only what comes in addition where nothing but the kind's own held
 * (`fresh`), else all of it after a `none`.
 */
export function printMasks(set: HeadSet, masks: Masks, fresh: boolean): readonly MaskReplaced[] {
  const { kind, layer, heads } = set;
  const made = (mask: Mask, size: number | null): MaskReplaced => ({
    type: 'mask',
    kind,
    layer,
    heads,
    mask,
    size: size ?? 1,
  });
  const own = ownMasks(kind);
  const adds = fresh && (masks.causal || !own.causal);
  const sorts = (['padding', 'window', 'block'] as const).flatMap((sort) =>
    masks[sort] === null ? [] : [made(sort, masks[sort])],
  );
  const causal = masks.causal && !(adds && own.causal) ? [made('causal', null)] : [];
  return [...(adds ? [] : [made('none', null)]), ...causal, ...sorts];
}
