import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ATTENTION_KINDS,
  type AttentionKind,
  type HeadSet,
  type Intervention,
} from '../../contract/index.ts';
import { runs } from '../../testing/long.ts';
import { anyChange, saidChanges } from '../testing/arbitrary.ts';
import { normalChanges } from './normal.ts';

/** More layers, heads and positions than any change here names: the last of each is one that no change names. */
const [LAYERS, HEADS, LENGTH] = [4, 5, 5];
const count = (n: number) => Array.from({ length: n }, (_, i) => i);

const concerns = (set: HeadSet, kind: AttentionKind, layer: number, head: number): boolean =>
  set.kind === kind && (set.layer ?? layer) === layer && (set.heads?.includes(head) ?? true);

/** What changes do to one head, worked out one after another as src/contract/intervention.ts says. */
function effectOn(changes: readonly Intervention[], kind: AttentionKind, layer: number, head: number) {
  let off = 'on';
  let factor: number | null = 1;
  let masks: Record<string, number> = kind === 'decoder' ? { causal: 1 } : {};
  const cells = count(LENGTH).map(() => count(LENGTH).map(() => 'read'));
  for (const change of changes) {
    if (change.type === 'positions' || !concerns(change, kind, layer, head)) continue;
    if (change.type === 'off') off = change.way;
    if (change.type === 'scale') factor = change.factor;
    if (change.type === 'mask')
      masks =
        change.mask === 'none' ? {} : { ...masks, [change.mask]: change.mask === 'causal' ? 1 : change.size };
    if (change.type !== 'forbid') continue;
    for (const { query, key } of change.cells) {
      cells.forEach((row, q) => {
        row.forEach((now, k) => {
          const here = (query ?? q) === q && (key ?? k) === k;
          if (here && now !== 'before') row[k] = change.mode;
        });
      });
    }
  }
  const sorted = Object.fromEntries(Object.entries(masks).sort());
  return { off, factor, masks: sorted, cells };
}

function positionsOf(changes: readonly Intervention[]) {
  const own: Record<string, string> = {};
  for (const change of changes) {
    if (change.type !== 'positions') continue;
    const { part, way, by, seed } = change;
    own[part] = { off: 'off', shifted: by === 0 ? 'own' : `shifted ${by}`, shuffled: `shuffled ${seed}` }[
      way
    ];
  }
  return { encoder: own.encoder ?? 'own', decoder: own.decoder ?? 'own' };
}

/** What changes do, to every head. */
const effectOf = (changes: readonly Intervention[]) => ({
  heads: ATTENTION_KINDS.map((kind) =>
    count(LAYERS).map((layer) => count(HEADS).map((head) => effectOn(changes, kind, layer, head))),
  ),
  positions: positionsOf(changes),
});

test('the one form of changes does what the changes did', () => {
  fc.assert(
    fc.property(saidChanges, (changes) => {
      expect(effectOf(normalChanges(changes))).toEqual(effectOf(changes));
    }),
    { numRuns: runs(1000, 5000) },
  );
});

test('the one form has no other form', () => {
  fc.assert(
    fc.property(saidChanges, (changes) => {
      const once = normalChanges(changes);
      expect(normalChanges(once)).toEqual(once);
    }),
    { numRuns: runs(400, 2000) },
  );
});

test('what does the same has the same form: offs, scales, positions said again, any order of forbidden cells', () => {
  fc.assert(
    fc.property(saidChanges, fc.array(anyChange, { maxLength: 3 }), (changes, more) => {
      const once = normalChanges([...changes, ...more]);
      expect(normalChanges([...normalChanges(changes), ...more])).toEqual(once);
      const cells = changes.filter(({ type }) => type === 'forbid');
      expect(normalChanges([...cells].reverse())).toEqual(normalChanges(cells));
    }),
    { numRuns: runs(400, 2000) },
  );
});

test('an entry says no more than it must', () => {
  fc.assert(
    fc.property(saidChanges, (changes) => {
      const once = normalChanges(changes);
      once.forEach((change, i) => {
        if (change.type === 'mask') return; // several of them say together what holds
        expect(effectOf(once.filter((_, j) => j !== i))).not.toEqual(effectOf(once));
      });
    }),
    { numRuns: runs(100, 500) },
  );
});

const off = (layer: number | null, heads: readonly number[] | null, way: 'zero' | 'mean' = 'zero') =>
  ({ type: 'off', kind: 'encoder', layer, heads, way }) as const;

test('heads off in one layer and way are one entry, ascending; the later way holds', () => {
  expect(normalChanges([off(2, [5]), off(2, [1]), off(2, [3], 'mean'), off(2, [5])])).toEqual([
    off(2, [1, 5]),
    off(2, [3], 'mean'),
  ]);
  expect(normalChanges([off(2, [5], 'mean'), off(2, null)])).toEqual([off(2, null)]);
  expect(normalChanges([off(null, null), off(2, [5], 'mean')])).toEqual([
    off(null, null),
    off(2, [5], 'mean'),
  ]);
});

test('cells of one place and mode are one entry; a column holds its cells; before softmax is stronger', () => {
  const forbid = (mode: 'before' | 'after', ...cells: (readonly [number | null, number | null])[]) =>
    ({
      type: 'forbid',
      kind: 'cross',
      layer: 0,
      heads: [1],
      mode,
      cells: cells.map(([query, key]) => ({ query, key })),
    }) as const;
  expect(normalChanges([forbid('before', [8, 1]), forbid('before', [2, 3], [8, 0])])).toEqual([
    forbid('before', [2, 3], [8, 0], [8, 1]),
  ]);
  expect(normalChanges([forbid('before', [8, 1]), forbid('before', [null, 1])])).toEqual([
    forbid('before', [null, 1]),
  ]);
  expect(normalChanges([forbid('after', [8, 1], [8, 2]), forbid('before', [8, 1])])).toEqual([
    forbid('before', [8, 1]),
    forbid('after', [8, 2]),
  ]);
});

test('what is as usual is no change', () => {
  const all = { kind: 'decoder', layer: null, heads: null } as const;
  expect(
    normalChanges([
      { type: 'scale', ...all, factor: 1 },
      { type: 'mask', ...all, mask: 'none', size: 1 },
      { type: 'mask', ...all, mask: 'causal', size: 1 },
      { type: 'positions', part: 'encoder', way: 'off', by: 0, seed: 0 },
      { type: 'positions', part: 'encoder', way: 'shifted', by: 0, seed: 0 },
    ]),
  ).toEqual([]);
});
