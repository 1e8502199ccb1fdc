import type {
  AttentionKind,
  CellSet,
  ForbidMode,
  HeadSet,
  Intervention,
  Mask,
  OffWay,
  Part,
  PositionsReplaced,
} from '../../contract/index.ts';
import { cutCells, type Room } from './cut.ts';
import { changeRules, dropRules, type HeadRules, ruleAt } from './headRules.ts';
import { onlyMask } from './masks.ts';
import {
  maskRules,
  normalChanges,
  offRules,
  printMaskRules,
  printOffs,
  printScales,
  scaleRules,
} from './normal.ts';

type Changes = readonly Intervention[];

/** Layers and heads of the part where a kind lives. */
export interface HeadGridSize {
  readonly layers: number;
  readonly heads: number;
}

/** The other changes, and these in the place of one type's of one kind. */
function replaceOf(changes: Changes, type: Intervention['type'], kind: AttentionKind, by: Changes): Changes {
  const others = changes.filter(
    (change) => change.type !== type || !('kind' in change) || change.kind !== kind,
  );
  return normalChanges([...others, ...by]);
}

/** Only what a set of heads is: a caller may hand over more. */
const headSet = ({ kind, layer, heads }: HeadSet): HeadSet => ({ kind, layer, heads });

export function switchOff(changes: Changes, set: HeadSet, way: OffWay): Changes {
  return normalChanges([...changes, { type: 'off', ...headSet(set), way }]);
}

const count = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);

/**
 * Rules for all, for layers or for a head's number in every layer, said head by head, so that some of them can be
 * taken away.
 */
function spellOut<V>(all: HeadRules<V>, { layers, heads }: HeadGridSize): HeadRules<V> {
  const rules = new Map(all.rules);
  for (const layer of count(layers)) {
    for (const head of count(heads))
      rules.set(`${layer},${head}`, { layer, head, value: ruleAt(all, layer, head) });
  }
  for (const [key, { layer, head }] of all.rules) if (layer === null || head === null) rules.delete(key);
  return { ...all, rules };
}

/**
 * The other way round: one rule for a layer whose heads have all the same one, and one for all when all layers have.
 */
function gather<V>(all: HeadRules<V>, { layers, heads }: HeadGridSize): HeadRules<V> {
  const same = (values: readonly V[]): boolean => new Set(values.map(all.id)).size === 1;
  const rows = count(layers).map((layer) => count(heads).map((head) => ruleAt(all, layer, head)));
  const [first] = rows[0] ?? [];
  const set = (layer: number | null, value: V) => ({ layer, heads: null, value });
  const gathered =
    first !== undefined && same(rows.flat())
      ? [set(null, first)]
      : rows.flatMap((row, layer) => (row[0] !== undefined && same(row) ? [set(layer, row[0])] : []));
  return gathered.reduce((now, one) => changeRules(now, one, () => one.value), all);
}

/** Heads of the set that the model has, as sets without `null`; nothing while the model is not known. */
export function eachHead(
  set: HeadSet,
  stack: HeadGridSize | null,
): readonly { layer: number; head: number }[] {
  const layers = set.layer === null ? count(stack?.layers ?? 0) : [set.layer];
  const heads = set.heads ?? count(stack?.heads ?? 0);
  return layers.flatMap((layer) => heads.map((head) => ({ layer, head })));
}

/** On again. Where a change speaks of more heads than these, it goes on for the others. */
export function switchOn(changes: Changes, set: HeadSet, stack: HeadGridSize | null): Changes {
  const { kind } = set;
  const rules = offRules(changes, kind);
  const spelt = stack === null ? rules : spellOut(rules, stack);
  const gone = new Set(eachHead(set, stack).map(({ layer, head }) => `${layer},${head}`));
  const left = { ...spelt, rules: new Map([...spelt.rules].filter(([key]) => !gone.has(key))) };
  return replaceOf(changes, 'off', kind, printOffs(stack === null ? left : gather(left, stack), kind));
}

/**
 * Forbids these cells in one mode, and no longer in the other (before softmax is stronger: beside it, after says
 * nothing).
 */
export function forbidCells(
  changes: Changes,
  set: HeadSet,
  cells: readonly CellSet[],
  mode: ForbidMode,
  room: Room,
): Changes {
  const others = mode === 'after' ? cutCells(changes, set, cells, room, ['before']) : changes;
  return normalChanges([...others, { type: 'forbid', ...headSet(set), mode, cells }]);
}

/** Allows these cells again. Where a change speaks of more than these, it goes on for the rest. */
export function allowCells(changes: Changes, set: HeadSet, cells: readonly CellSet[], room: Room): Changes {
  return normalChanges(cutCells(changes, set, cells, room));
}

/** One mask in the place of the kind's own; null is its own again. */
export function replaceMask(changes: Changes, set: HeadSet, mask: Mask | null, size: number): Changes {
  const rules = changeRules(maskRules(changes, set.kind), set, () => onlyMask(set.kind, mask, size));
  return replaceOf(changes, 'mask', set.kind, printMaskRules(rules, set.kind));
}

/** What scores are multiplied by besides ÷ √Dh: 1 is as usual, null not divided at all. */
export function replaceScale(changes: Changes, set: HeadSet, factor: number | null): Changes {
  const rules = changeRules(scaleRules(changes, set.kind), set, () => factor);
  return replaceOf(changes, 'scale', set.kind, printScales(rules, set.kind));
}

/** Null is as usual. */
export function replacePositions(changes: Changes, part: Part, to: PositionsReplaced | null): Changes {
  const others = changes.filter((change) => change.type !== 'positions' || change.part !== part);
  return normalChanges(to === null ? others : [...others, to]);
}

/** Without one line of the list of changes: a change or a part of one, as it stands there. */
export function dropChange(changes: Changes, part: Intervention): Changes {
  if (part.type === 'positions') return replacePositions(changes, part.part, null);
  const { type, kind } = part;
  if (type === 'off')
    return replaceOf(changes, type, kind, printOffs(dropRules(offRules(changes, kind), part), kind));
  if (type === 'scale')
    return replaceOf(changes, type, kind, printScales(dropRules(scaleRules(changes, kind), part), kind));
  if (type === 'mask')
    return replaceOf(changes, type, kind, printMaskRules(dropRules(maskRules(changes, kind), part), kind));
  const gone = new Set(part.cells.map(({ query, key }) => `${query} ${key}`));
  return normalChanges(
    changes.map((change) => {
      const place = change.type === 'forbid' && change.mode === part.mode && change.kind === kind;
      if (!place || change.layer !== part.layer || `${change.heads}` !== `${part.heads}`) return change;
      return { ...change, cells: change.cells.filter(({ query, key }) => !gone.has(`${query} ${key}`)) };
    }),
  );
}
