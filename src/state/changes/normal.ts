import {
  ATTENTION_KINDS,
  type AttentionKind,
  addMask,
  type Intervention,
  type Masks,
  type OffWay,
  ownMasks,
  PARTS,
  positionsOf,
} from '../../contract/index.ts';
import { normalForbidden } from './forbidden.ts';
import { changeRules, groupRules, type HeadRules, tidyRules } from './headRules.ts';
import { idOfMasks, printMasks } from './masks.ts';

type OfType<T extends Intervention['type']> = Extract<Intervention, { type: T }>;

const ofType = <T extends Intervention['type']>(
  changes: readonly Intervention[],
  type: T,
  kind?: AttentionKind,
): readonly OfType<T>[] =>
  changes.filter(
    (change): change is OfType<T> =>
      change.type === type && (kind === undefined || ('kind' in change && change.kind === kind)),
  );

/** How each head of a kind is off; null is on. */
export function offRules(changes: readonly Intervention[], kind: AttentionKind): HeadRules<OffWay | null> {
  const none: HeadRules<OffWay | null> = { base: null, id: String, rules: new Map() };
  return ofType(changes, 'off', kind).reduce((rules, off) => changeRules(rules, off, () => off.way), none);
}

/** The masks of each head of a kind. */
export function maskRules(changes: readonly Intervention[], kind: AttentionKind): HeadRules<Masks> {
  const none: HeadRules<Masks> = { base: ownMasks(kind), id: idOfMasks, rules: new Map() };
  return ofType(changes, 'mask', kind).reduce(
    (rules, change) => changeRules(rules, change, (masks) => addMask(masks, change.mask, change.size)),
    none,
  );
}

/** What the scores of each head of a kind are multiplied by besides ÷ √Dh; null where they are not divided. */
export function scaleRules(changes: readonly Intervention[], kind: AttentionKind): HeadRules<number | null> {
  const none: HeadRules<number | null> = { base: 1, id: String, rules: new Map() };
  return ofType(changes, 'scale', kind).reduce(
    (rules, change) => changeRules(rules, change, () => change.factor),
    none,
  );
}

export function printOffs(rules: HeadRules<OffWay | null>, kind: AttentionKind): readonly Intervention[] {
  return groupRules(tidyRules(rules), kind).flatMap(({ layer, heads, value }) =>
    value === null ? [] : [{ type: 'off', kind, layer, heads, way: value }],
  );
}

export function printMaskRules(rules: HeadRules<Masks>, kind: AttentionKind): readonly Intervention[] {
  const groups = groupRules(tidyRules(rules), kind);
  const general = groups.some(({ layer }) => layer === null);
  return groups.flatMap(({ value, ...set }) => {
    const layerWide = groups.some(({ layer, heads }) => layer === set.layer && heads === null);
    const overAll = groups.some(({ layer, heads }) => layer === null && heads === null);
    const fresh =
      set.layer === null ? set.heads === null || !overAll : !general && (set.heads === null || !layerWide);
    return printMasks(set, value, fresh);
  });
}

export function printScales(rules: HeadRules<number | null>, kind: AttentionKind): readonly Intervention[] {
  return groupRules(tidyRules(rules), kind).map(({ layer, heads, value }) => ({
    type: 'scale',
    kind,
    layer,
    heads,
    factor: value,
  }));
}

/**
 * The one form of changes that say the same: heads off, cells forbidden, masks, scales, positions, each from the
 * general to the particular. Of several that speak of the same the later one holds; forbidden cells add up, and so do
 * masks after the last `none`.
 */
export function normalChanges(changes: readonly Intervention[]): readonly Intervention[] {
  const each = (print: (kind: AttentionKind) => readonly Intervention[]) => ATTENTION_KINDS.flatMap(print);
  return [
    ...each((kind) => printOffs(offRules(changes, kind), kind)),
    ...normalForbidden(ofType(changes, 'forbid')),
    ...each((kind) => printMaskRules(maskRules(changes, kind), kind)),
    ...each((kind) => printScales(scaleRules(changes, kind), kind)),
    ...PARTS.flatMap((part) => positionsOf(changes, part) ?? []),
  ];
}
