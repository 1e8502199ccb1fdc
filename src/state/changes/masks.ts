import {
  type AttentionKind,
  addMask,
  type HeadSet,
  type Mask,
  type MaskReplaced,
  type Masks,
  ownMasks,
} from '../../contract/index.ts';

const nameOf = ({ mask, size }: Masks[number]): string => `${mask} ${size}`;

export const idOfMasks = (masks: Masks): string => masks.map(nameOf).join();

/** One mask put on besides the kind's own, or none at all; null is the own alone. */
export const onlyMask = (kind: AttentionKind, mask: Mask | null, size: number): Masks =>
  mask === null ? ownMasks(kind) : addMask(ownMasks(kind), mask, size);

/**
 * Changes that make `masks` of what held before: only what comes in addition where nothing but the kind's own held
 * (`fresh`), else all of it after a `none`.
 */
export function printMasks(
  { kind, layer, heads }: HeadSet,
  masks: Masks,
  fresh: boolean,
): readonly MaskReplaced[] {
  const made = (mask: Mask, size: number): MaskReplaced => ({ type: 'mask', kind, layer, heads, mask, size });
  const [own, names] = [ownMasks(kind).map(nameOf), masks.map(nameOf)];
  const adds = fresh && own.every((name) => names.includes(name));
  const put = adds ? masks.filter((held) => !own.includes(nameOf(held))) : masks;
  return [...(adds ? [] : [made('none', 1)]), ...put.map(({ mask, size }) => made(mask, size))];
}
