import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttentionKind, CellSet, Intervention, Mask, MaskReplaced } from '../../contract/index.ts';
import {
  type AttentionPlan,
  type AttentionSite,
  attentionPlan,
  FORBIDDEN,
  looksAhead,
  OPEN,
  samePlan,
  unchangedPlan,
  ZEROED,
} from './plan.ts';

/** Sizes that all differ: H = 2, Dh = 9, T = 3 from position 1 on, S = 5. */
const siteOf = (kind: AttentionKind): AttentionSite => ({
  kind,
  layer: 1,
  heads: 2,
  headWidth: 9,
  queryStart: 1,
  rows: 3,
  keys: 5,
});
const encoder = siteOf('encoder');

const all = { kind: 'encoder', layer: null, heads: null } as const;
const mask = (word: Mask, size = 1, over: object = {}): MaskReplaced => ({
  type: 'mask',
  mask: word,
  size,
  ...all,
  ...over,
});
const forbid = (mode: 'before' | 'after', cells: readonly CellSet[], over: object = {}): Intervention => ({
  type: 'forbid',
  mode,
  cells,
  ...all,
  ...over,
});

/** Rows of a head as text: `.` open, `x` forbidden, `0` zeroed. */
function drawn(plan: AttentionPlan | null, head = 0, { rows, keys } = encoder): string[] {
  const cells = plan?.cells.subarray(head * rows * keys, (head + 1) * rows * keys) ?? [];
  const text = [...cells].map((cell) => ({ [OPEN]: '.', [FORBIDDEN]: 'x', [ZEROED]: '0' })[cell]).join('');
  return Array.from({ length: rows }, (_, t) => text.slice(t * keys, (t + 1) * keys));
}

const planFor = (changes: readonly Intervention[], kind: AttentionKind = 'encoder') =>
  attentionPlan(changes, siteOf(kind));

describe('attentionPlan', () => {
  it('is null without changes that make a difference here', () => {
    const elsewhere: Intervention[] = [
      { type: 'off', way: 'zero', kind: 'cross', layer: 1, heads: null },
      { type: 'off', way: 'zero', kind: 'encoder', layer: 0, heads: null },
      { type: 'off', way: 'zero', kind: 'encoder', layer: 1, heads: [2, 7] },
      { type: 'scale', factor: 1, ...all },
      forbid('before', [
        { query: 0, key: 0 },
        { query: 4, key: null },
        { query: null, key: 5 },
      ]),
      mask('none'),
      mask('window', 9),
      mask('causal', 1, { kind: 'decoder' }),
      { type: 'positions', part: 'encoder', way: 'off', by: 0, seed: 0 },
    ];
    for (const kind of ['encoder', 'decoder'] as const) expect(planFor(elsewhere, kind)).toBeNull();
    expect(planFor([])).toBeNull();
  });

  it('says all of what attention does: a factor of 1 ÷ √Dh, every cell open but those the kind masks', () => {
    const plan = unchangedPlan(siteOf('decoder'));
    expect(plan).toMatchObject({ factors: [1 / 3, 1 / 3], off: [null, null] });
    expect(drawn(plan)).toEqual(['..xxx', '...xx', '....x']);
    expect(drawn(unchangedPlan(encoder))).toEqual(['.....', '.....', '.....']);
    expect(drawn(unchangedPlan(siteOf('cross')))).toEqual(['.....', '.....', '.....']);
  });

  it('scales q·k of the heads named, the later change in the place of the earlier', () => {
    const scale = (factor: number | null, heads: number[] | null): Intervention => ({
      type: 'scale',
      ...all,
      factor,
      heads,
    });
    expect(planFor([scale(null, null), scale(6, [1])])?.factors).toEqual([1, 2]);
    expect(planFor([scale(6, [1]), scale(0, null)])?.factors).toEqual([0, 0]);
  });

  it('switches heads off, the later way in the place of the earlier', () => {
    const off = (way: 'zero' | 'mean' | 'first', heads: number[] | null): Intervention => ({
      type: 'off',
      ...all,
      layer: 1,
      way,
      heads,
    });
    expect(planFor([off('zero', null), off('first', [1])])?.off).toEqual(['zero', 'first']);
    expect(planFor([off('mean', [0])])).toMatchObject({ off: ['mean', null], readsAsEver: true });
  });

  it('opens the first key alone to a head whose attention is on it, whatever is forbidden', () => {
    const first: Intervention = { type: 'off', ...all, layer: 1, way: 'first', heads: [1] };
    const plan = planFor([first, forbid('before', [{ query: 1, key: 0 }]), mask('window', 1)]);
    expect(plan?.readsAsEver).toBe(false);
    expect(drawn(plan, 0)).toEqual(['x..xx', 'x...x', 'xx...']);
    expect(drawn(plan, 1)).toEqual(['.xxxx', '.xxxx', '.xxxx']);
  });
});

describe('masks', () => {
  it.each<[string, readonly Intervention[], string[]]>([
    ['causal', [mask('causal')], ['..xxx', '...xx', '....x']],
    ['padding', [mask('padding', 2)], ['..xxx', '..xxx', '..xxx']],
    ['window', [mask('window', 1)], ['...xx', 'x...x', 'xx...']],
    ['window of the word itself', [mask('window', 0)], ['x.xxx', 'xx.xx', 'xxx.x']],
    ['block', [mask('block', 2)], ['..xxx', 'xx..x', 'xx..x']],
    ['two sorts add up', [mask('causal'), mask('window', 1)], ['..xxx', 'x..xx', 'xx..x']],
    ['of one sort the later holds', [mask('window', 0), mask('window', 1)], ['...xx', 'x...x', 'xx...']],
    [
      'none takes away those before',
      [mask('causal'), mask('none'), mask('padding', 4)],
      ['....x', '....x', '....x'],
    ],
  ])('in the encoder: %s', (_, changes, expected) => {
    expect(drawn(planFor(changes))).toEqual(expected);
  });

  const own = { kind: 'decoder' } as const;
  it.each<[string, readonly Intervention[], string[]]>([
    ['none', [mask('none', 1, own)], ['.....', '.....', '.....']],
    ['window besides the causal mask', [mask('window', 1, own)], ['..xxx', 'x..xx', 'xx..x']],
    ['block besides the causal mask', [mask('block', 2, own)], ['..xxx', 'xx.xx', 'xx..x']],
    ['none, then a window', [mask('none', 1, own), mask('window', 1, own)], ['...xx', 'x...x', 'xx...']],
  ])('in the decoder: %s', (_, changes, expected) => {
    expect(drawn(planFor(changes, 'decoder'))).toEqual(expected);
  });

  it('hold for the heads named', () => {
    const plan = planFor([mask('padding', 1, { heads: [1] })]);
    expect([drawn(plan, 0)[0], drawn(plan, 1)[0]]).toEqual(['.....', '.xxxx']);
  });

  it('can leave a row nothing to read', () => {
    expect(drawn(planFor([mask('padding', 1), mask('window', 1)]))).toEqual(['.xxxx', 'xxxxx', 'xxxxx']);
  });
});

describe('forbidden cells', () => {
  it('stand where rows begin at another position than 0', () => {
    expect(drawn(planFor([forbid('before', [{ query: 2, key: 4 }])]))).toEqual(['.....', '....x', '.....']);
  });

  it('may be whole rows, whole columns, or all', () => {
    expect(
      drawn(
        planFor([
          forbid('after', [
            { query: 3, key: null },
            { query: null, key: 1 },
          ]),
        ]),
      ),
    ).toEqual(['.0...', '.0...', '00000']);
    expect(drawn(planFor([forbid('before', [{ query: null, key: null }])]))[2]).toBe('xxxxx');
  });

  it('add up, with each other and with masks; before is stronger than after, in either order', () => {
    const [before, after] = [
      forbid('before', [{ query: 1, key: 0 }]),
      forbid('after', [{ query: 1, key: null }]),
    ];
    for (const changes of [
      [before, after],
      [after, before],
    ])
      expect(drawn(planFor([...changes, mask('padding', 4)]))[0]).toBe('x000x');
  });
});

const heads = fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }), { nil: null });
const place = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
const someSet = fc.record({
  kind: fc.constantFrom<AttentionKind>('encoder', 'decoder', 'cross'),
  layer: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
  heads,
});
const somewhere: fc.Arbitrary<Intervention> = fc.oneof(
  someSet.chain((set) =>
    fc
      .constantFrom('zero', 'mean', 'first')
      .map((way) => ({ type: 'off' as const, way: way as 'zero', ...set })),
  ),
  someSet.chain((set) =>
    fc.record({ query: place, key: place }).map((cell) => forbid('before', [cell], set)),
  ),
  someSet.chain((set) => fc.record({ query: place, key: place }).map((cell) => forbid('after', [cell], set))),
  someSet.chain((set) =>
    fc.constantFrom<Mask>('none', 'causal', 'padding', 'window', 'block').map((word) => mask(word, 2, set)),
  ),
  someSet.map((set) => ({ type: 'scale' as const, factor: 3, ...set })),
);
const lists = fc.array(somewhere, { maxLength: 6 });
const kinds = fc.constantFrom<AttentionKind>('encoder', 'decoder', 'cross');

describe('for any changes', () => {
  it('rows asked for one by one are the rows asked for at once', () => {
    const holds = (changes: Intervention[], kind: AttentionKind) => {
      const site = siteOf(kind);
      const whole = attentionPlan(changes, site) ?? unchangedPlan(site);
      for (let t = 0; t < site.rows; t++) {
        const one = { ...site, queryStart: site.queryStart + t, rows: 1 };
        const plan = attentionPlan(changes, one) ?? unchangedPlan(one);
        for (let h = 0; h < site.heads; h++) expect(drawn(plan, h, one)[0]).toBe(drawn(whole, h)[t]);
      }
    };
    fc.assert(fc.property(lists, kinds, holds));
  });

  it('looksAhead: some cell above the diagonal could be read but for painted cells and heads off', () => {
    const sites = [{ kind: 'decoder', causal: true, layers: 2, heads: 2 } as const];
    const holds = (changes: Intervention[]) => {
      const unpainted = changes.filter(({ type }) => type !== 'forbid' && type !== 'off');
      const layers = [0, 1].map((layer) => ({ ...siteOf('decoder'), layer, queryStart: 0, rows: 5 }));
      const open = layers.some((site) => {
        const { cells } = attentionPlan(unpainted, site) ?? unchangedPlan(site);
        return cells.some((cell, i) => cell === OPEN && i % 5 > Math.floor(i / 5) % 5);
      });
      // Block and padding of size 2 leave some cell above the diagonal of five, so that every lost causal mask shows.
      expect(looksAhead(changes, sites)).toBe(open);
    };
    fc.assert(fc.property(lists, holds), { numRuns: 500 });
  });
});

it('samePlan compares numbers, not objects', () => {
  const one = planFor([mask('causal')]);
  expect(samePlan(one, planFor([mask('window', 9), mask('causal')]))).toBe(true);
  expect(samePlan(one, planFor([mask('padding', 2)]))).toBe(false);
  expect(samePlan(one, null)).toBe(false);
  expect(samePlan(null, null)).toBe(true);
  const scaled = planFor([{ type: 'scale', factor: 2, ...all }]);
  expect(samePlan(scaled, planFor([{ type: 'scale', factor: 3, ...all }]))).toBe(false);
});
