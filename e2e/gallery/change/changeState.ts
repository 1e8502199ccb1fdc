import { useState } from 'react';
import {
  type ChangedHeads,
  type ChangeScope,
  concerns,
  type Decoding,
  type ForbidMode,
  GREEDY,
  type HeadAt,
  type HeadSet,
  headSetOf,
  type Intervention,
  meaningOf,
  type OffWay,
  type Part,
  type Shown,
} from '../../../src/contract/index.ts';
import type { Stroke } from '../../../src/layout/index.ts';
import { applyStroke } from '../../../src/testing/index.ts';
import type { ChangeSection, HeadAct, ShownHeadState } from '../../../src/views/index.ts';

/** A little store for the gallery alone: enough for every control to do what it says. */

const HEADS = 8;
const nameOf = ({ kind, layer, head }: HeadAt) => `${kind}/${layer}/${head}`;

const touches = (a: HeadSet, b: HeadSet) =>
  a.kind === b.kind &&
  (a.layer === null || b.layer === null || a.layer === b.layer) &&
  (a.heads === null || b.heads === null || a.heads.some((head) => b.heads?.includes(head)));

function without(
  changes: readonly Intervention[],
  type: Intervention['type'],
  set: HeadSet,
): readonly Intervention[] {
  return changes.filter((one) => one.type !== type || one.type === 'positions' || !touches(one, set));
}

/** The heads an act is about, one by one. */
function headsOf(act: HeadAct, at: HeadAt): readonly HeadAt[] {
  const all = Array.from({ length: 4 }, (_, layer) =>
    Array.from({ length: HEADS }, (_, head) => ({ kind: at.kind, layer, head })),
  ).flat();
  if (act.type === 'hide' || act.type === 'show' || act.of === 'head') return [at];
  const layer = all.filter((one) => one.layer === at.layer);
  if (act.of === 'kind') return all;
  return act.of === 'layer' ? layer : layer.filter((one) => one.head !== at.head);
}

function switched(
  changes: readonly Intervention[],
  heads: readonly HeadAt[],
  way: OffWay | null,
): readonly Intervention[] {
  const sets = heads.map(({ kind, layer, head }): HeadSet => ({ kind, layer, heads: [head] }));
  const rest = sets.reduce((list, set) => without(list, 'off', set), changes);
  return way === null ? rest : [...rest, ...sets.map((set): Intervention => ({ type: 'off', way, ...set }))];
}

/** Which heads are off, hidden or read differently. */
function useHeadStates(changes: readonly Intervention[], setChanges: Setter, at: ChangedHeads) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(['cross/1/2', 'encoder/0/6']));
  const act = (what: HeadAct, head: HeadAt) => {
    const heads = headsOf(what, head);
    if (what.type === 'off') return setChanges((last) => switched(last, heads, what.way));
    if (what.type === 'on') return setChanges((last) => switched(last, heads, null));
    setHidden((last) => {
      const next = new Set(last);
      for (const one of heads) next[what.type === 'hide' ? 'add' : 'delete'](nameOf(one));
      return next;
    });
  };
  const above = ({ kind, layer }: HeadAt) =>
    kind === at.kind ? layer > at.layer : kind === 'cross' && layer === 3;
  const stateOf = (head: HeadAt): ShownHeadState => ({
    hidden: hidden.has(nameOf(head)),
    off: meaningOf(changes, head).off,
    changed: changes.length > 0 && above(head),
  });
  return { act, stateOf, hidden: hidden.size, off: changes.filter(({ type }) => type === 'off').length };
}
type Setter = (next: (last: readonly Intervention[]) => readonly Intervention[]) => void;

/** A stroke over one head's cells, all of one mode here. */
function painted(
  last: readonly Intervention[],
  stroke: Stroke,
  mode: ForbidMode,
  scope: ChangeScope,
  at: ChangedHeads,
  size: { T: number; S: number },
) {
  const mine = (change: Intervention) =>
    change.type === 'forbid' && concerns(change, { kind: at.kind, layer: at.layer, head: at.heads[0] ?? 0 });
  const cells = last.flatMap((change) => (change.type === 'forbid' && mine(change) ? change.cells : []));
  const next = applyStroke(cells, stroke, size);
  const rest = last.filter((change) => !mine(change));
  const forbid: Intervention = { type: 'forbid', mode, cells: next, ...headSetOf(scope, at) };
  return next.length === 0 ? rest : [...rest, forbid];
}

function put(last: readonly Intervention[], change: Intervention): readonly Intervention[] {
  const rest =
    change.type === 'positions'
      ? last.filter((one) => one.type !== 'positions' || one.part !== change.part)
      : without(last, change.type, change);
  return [...rest, change];
}

/** A list with one item taken from its place to another. */
function moveItem(list: readonly string[], from: number, to: number): readonly string[] {
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), list[from] ?? '', ...rest.slice(to)];
}

export function useChanges(
  first: readonly Intervention[],
  at: ChangedHeads,
  section: ChangeSection | null,
  words: readonly string[],
) {
  const [changes, setChanges] = useState(first);
  const [scope, setScope] = useState<ChangeScope>('head');
  const [open, setOpen] = useState(section);
  const [decoding, setDecoding] = useState<Decoding>(GREEDY);
  const [paint, setPaint] = useState<{ on: boolean; mode: ForbidMode }>({ on: false, mode: 'before' });
  const [order, setOrder] = useState(words);
  const [shown, setShown] = useState<Shown>('after');
  const heads = useHeadStates(changes, setChanges, at);
  return {
    ...heads,
    ...{ changes, decoding, scope, open, paint, order, shown },
    ...{ setShown, setScope, setOpen, setDecoding, setPaint },
    stroke: (one: Stroke, T: number, S: number) =>
      setChanges((last) => painted(last, one, paint.mode, scope, at, { T, S })),
    move: (from: number, to: number) => setOrder((last) => moveItem(last, from, to)),
    put: (change: Intervention) => setChanges((last) => put(last, change)),
    take: (type: Intervention['type'], set: HeadSet) => setChanges((last) => without(last, type, set)),
    takePositions: (part: Part) =>
      setChanges((last) => last.filter((one) => one.type !== 'positions' || one.part !== part)),
  };
}

export type Changes = ReturnType<typeof useChanges>;
