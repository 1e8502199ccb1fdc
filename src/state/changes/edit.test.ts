import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HeadSet, type Intervention, meaningOf, ownMasks, sitesOf } from '../../contract/index.ts';
import { runs } from '../../testing/long.ts';
import { sampleCard } from '../../testing/picture.ts';
import { anyChanges } from '../testing/arbitrary.ts';
import { clampChanges } from './ask.ts';
import {
  allowCells,
  dropChange,
  forbidCells,
  replaceMask,
  replaceScale,
  switchOff,
  switchOn,
} from './edit.ts';
import { normalChanges } from './normal.ts';

const STACK = { layers: 3, heads: 4 };
const ROOM = { ...STACK, rows: 4, columns: 4 };
const count = (n: number) => Array.from({ length: n }, (_, i) => i);
const KIND = 'encoder';

const sets: fc.Arbitrary<HeadSet> = fc.record({
  kind: fc.constant(KIND),
  layer: fc.option(fc.nat(2), { nil: null }),
  heads: fc.option(fc.uniqueArray(fc.nat(3), { minLength: 1 }), { nil: null }),
});
const isIn = ({ layer, heads }: HeadSet, l: number, h: number) =>
  (layer ?? l) === l && (heads?.includes(h) ?? true);

/** Calls with every head of the model, and whether the set has it. */
function each(set: HeadSet, see: (layer: number, head: number, here: boolean) => void): void {
  for (const layer of count(STACK.layers))
    for (const head of count(STACK.heads)) see(layer, head, isIn(set, layer, head));
}
/** What changes mean for one head. */
const meant = (changes: readonly Intervention[], layer: number, head: number) =>
  meaningOf(changes, { kind: KIND, layer, head });
const isOneForm = (changes: readonly Intervention[]) => expect(normalChanges(changes)).toEqual(changes);

test('switching off and on concerns just those heads', () => {
  fc.assert(
    fc.property(anyChanges, sets, (changes, set) => {
      const off = switchOff(changes, set, 'mean');
      const on = switchOn(changes, set, STACK);
      isOneForm(on);
      each(set, (layer, head, here) => {
        const before = meant(changes, layer, head).off;
        expect(meant(off, layer, head).off).toBe(here ? 'mean' : before);
        expect(meant(on, layer, head).off).toBe(here ? null : before);
      });
      const others = changes.filter((change) => change.type !== 'off' || change.kind !== KIND);
      expect(on.filter((change) => change.type !== 'off' || change.kind !== KIND)).toEqual(others);
    }),
    { numRuns: runs(200, 1000) },
  );
});

/** How each cell of a head may not be read, before softmax being stronger. */
function cellsOf(changes: readonly Intervention[], layer: number, head: number) {
  const said = meant(changes, layer, head).forbidden.flatMap(({ mode, cells }) =>
    cells.map((cell) => ({ ...cell, mode })),
  );
  return count(ROOM.rows).map((q) =>
    count(ROOM.columns).map((k) => {
      const here = said.filter(({ query, key }) => (query ?? q) === q && (key ?? k) === k);
      return here.some(({ mode }) => mode === 'before') ? 'before' : (here[0]?.mode ?? 'read');
    }),
  );
}

test('forbidding and allowing concerns just those cells of those heads', () => {
  const spots = fc.array(
    fc.record({ query: fc.option(fc.nat(3), { nil: null }), key: fc.option(fc.nat(3), { nil: null }) }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(
      anyChanges,
      sets,
      spots,
      fc.constantFrom('before' as const, 'after' as const),
      (changes, set, cells, mode) => {
        const forbidden = forbidCells(changes, set, cells, mode, ROOM);
        const allowed = allowCells(changes, set, cells, ROOM);
        isOneForm(allowed);
        each(set, (layer, head, here) => {
          const expected = (to: string) =>
            cellsOf(changes, layer, head).map((row, q) =>
              row.map((was, k) =>
                here && cells.some(({ query, key }) => (query ?? q) === q && (key ?? k) === k) ? to : was,
              ),
            );
          expect(cellsOf(forbidden, layer, head)).toEqual(expected(mode));
          expect(cellsOf(allowed, layer, head)).toEqual(expected('read'));
        });
      },
    ),
    { numRuns: runs(200, 1000) },
  );
});

test('masks and scales replaced and put back concern just those heads', () => {
  fc.assert(
    fc.property(anyChanges, sets, (changes, set) => {
      const windows = replaceMask(changes, set, 'window', 2);
      const own = replaceMask(changes, set, null, 1);
      const scaled = replaceScale(changes, set, null);
      const usual = replaceScale(changes, set, 1);
      for (const made of [windows, own, scaled, usual]) isOneForm(made);
      each(set, (layer, head, here) => {
        const was = meant(changes, layer, head);
        const window = [...ownMasks(KIND), { mask: 'window', size: 2 }];
        expect(meant(windows, layer, head).masks).toEqual(here ? window : was.masks);
        expect(meant(own, layer, head).masks).toEqual(here ? ownMasks(KIND) : was.masks);
        expect(meant(scaled, layer, head).factor).toBe(here ? null : was.factor);
        expect(meant(usual, layer, head).factor).toBe(here ? 1 : was.factor);
      });
    }),
    { numRuns: runs(200, 1000) },
  );
});

test('the decoder’s other masks hold besides its causal one, but for none', () => {
  const set = { kind: 'decoder', layer: 1, heads: null } as const;
  const after = (mask: 'none' | 'block' | null) =>
    meaningOf(replaceMask([], set, mask, 3), { kind: 'decoder', layer: 1, head: 0 }).masks;
  expect(after('block')).toEqual([...ownMasks('decoder'), { mask: 'block', size: 3 }]);
  expect(after('none')).toEqual([]);
  expect(replaceMask(replaceMask([], set, 'none', 1), set, null, 1)).toEqual([]);
});

test('every change taken away, one after another, leaves none; and no other one goes with it', () => {
  fc.assert(
    fc.property(anyChanges, (changes) => {
      let left = changes;
      for (const change of changes) {
        const next = dropChange(left, change);
        const same = (a: Intervention) => JSON.stringify(a);
        const kept = left.filter((one) => one.type !== change.type).map(same);
        expect(next.filter((one) => one.type !== change.type).map(same)).toEqual(kept);
        left = next;
      }
      expect(left).toEqual([]);
    }),
    { numRuns: runs(200, 1000) },
  );
});

describe('in few words', () => {
  const column = {
    type: 'forbid',
    kind: KIND,
    layer: null,
    heads: null,
    mode: 'before',
    cells: [{ query: null, key: 2 }],
  } as const;

  test('a head switched on leaves whole layers and kinds whole where it can', () => {
    const all = switchOff([], { kind: KIND, layer: null, heads: null }, 'zero');
    expect(switchOn(all, { kind: KIND, layer: 1, heads: [2] }, STACK)).toEqual([
      { type: 'off', kind: KIND, layer: 0, heads: null, way: 'zero' },
      { type: 'off', kind: KIND, layer: 1, heads: [0, 1, 3], way: 'zero' },
      { type: 'off', kind: KIND, layer: 2, heads: null, way: 'zero' },
    ]);
  });

  test('a cell allowed leaves the rest of its column, of its layer’s other heads, of other layers', () => {
    const cut = allowCells([column], { kind: KIND, layer: 1, heads: [0] }, [{ query: 0, key: 2 }], ROOM);
    expect(cut).toEqual([
      { ...column, layer: 0 },
      { ...column, layer: 1, heads: [0], cells: [1, 2, 3].map((query) => ({ query, key: 2 })) },
      { ...column, layer: 1, heads: [1, 2, 3] },
      { ...column, layer: 2 },
    ]);
  });

  test('a cell forbidden once more, in the same mode, changes nothing', () => {
    expect(
      forbidCells([column], { kind: KIND, layer: 1, heads: [0] }, [{ query: 0, key: 2 }], 'before', ROOM),
    ).toEqual([column]);
  });

  test('layers and heads beyond the model go', () => {
    const info = { ...sampleCard.info, sites: sitesOf({ encoder: STACK, decoder: STACK, width: 8 }) };
    const off = (layer: number | null, heads: readonly number[] | null) =>
      ({ type: 'off', kind: KIND, layer, heads, way: 'zero' }) as const;
    expect(clampChanges([off(0, [1, 9]), off(1, [9]), off(3, null)], info)).toEqual([off(0, [1])]);
    const fits = [off(null, null)];
    expect(clampChanges(fits, info)).toBe(fits);
  });
});
