import type { CellsForbidden, HeadSet, Intervention, OffWay } from '../intervention.ts';
import type { HeadAt } from '../look.ts';
import { addMask, type Masks, ownMasks } from './masks.ts';

/** A change about heads. */
type HeadChange = Extract<Intervention, HeadSet>;

/** What all changes together make of one head. */
export interface HeadMeaning {
  /** Its masks, its kind's own among them. */
  readonly masks: Masks;
  /** What was forbidden by hand, in the order in which it was said. */
  readonly forbidden: readonly CellsForbidden[];
  /** What q·k is multiplied by besides 1 ÷ √Dh: 1 in the unchanged model; null where it is not divided at all. */
  readonly factor: number | null;
  /** What it gives instead of its output; null while it is on. */
  readonly off: OffWay | null;
}

/** Whether a change speaks of a head; without `head`, of some head of the layer. */
export function concerns(
  change: Intervention,
  { kind, layer, head }: Omit<HeadAt, 'head'> & { readonly head?: number },
): change is HeadChange {
  return (
    change.type !== 'positions' &&
    change.kind === kind &&
    (change.layer === null || change.layer === layer) &&
    (change.heads === null || head === undefined || change.heads.includes(head))
  );
}

/** What changes mean for one head: the later one holds, masks and forbidden cells add up (`Intervention`). */
export function meaningOf(changes: readonly Intervention[], at: HeadAt): HeadMeaning {
  let masks = ownMasks(at.kind);
  let factor: number | null = 1;
  let off: OffWay | null = null;
  const forbidden: CellsForbidden[] = [];
  for (const change of changes) {
    if (!concerns(change, at)) continue;
    if (change.type === 'mask') masks = addMask(masks, change.mask, change.size);
    else if (change.type === 'scale') factor = change.factor;
    else if (change.type === 'off') off = change.way;
    else forbidden.push(change);
  }
  return { masks, forbidden, factor, off };
}

/** What q·k is multiplied by. @param headWidth Dh */
export function scaleOf({ factor }: Pick<HeadMeaning, 'factor'>, headWidth: number): number {
  return factor === null ? 1 : factor * (1 / Math.sqrt(headWidth));
}

/** True where no query reads a key after it: rows do not depend on later ones. */
export const isCausal = ({ masks }: Pick<HeadMeaning, 'masks'>): boolean =>
  masks.some(({ mask }) => mask === 'causal');
