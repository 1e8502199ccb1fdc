import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellSet, type Intervention, MASKS, type Mask, type Token } from '../../contract/index.ts';
import type { Forbidden } from '../matrix/matrix.ts';
import { isMasked } from '../matrix/matrix.ts';
import { forbiddenInAll, forbiddenOf, joinForbidden, ownForbidden, WHYS, whyForbidden } from './forbidden.ts';

const all = { layer: null, heads: null } as const;
const encoder = { kind: 'encoder', layer: 1, head: 2 } as const;
const decoder = { kind: 'decoder', layer: 1, head: 2 } as const;
const mask = (kind: 'encoder' | 'decoder', word: Mask, size = 1): Intervention => ({
  type: 'mask',
  kind,
  ...all,
  mask: word,
  size,
});
const forbid = (mode: 'before' | 'after', cells: readonly CellSet[], over: object = {}): Intervention => ({
  type: 'forbid',
  kind: 'encoder',
  ...all,
  mode,
  cells,
  ...over,
});

/** Rows as text: `.` may be read, `/` own mask, `m` another, `b` and `a` by hand, `f` rests on the first key. */
function drawn({ T, S, why }: Forbidden): readonly string[] {
  const text = Array.from(why, (code) => './mbaf'[code]).join('');
  return Array.from({ length: T }, (_, t) => text.slice(t * S, (t + 1) * S));
}

describe('forbiddenOf', () => {
  it('is the kind’s own mask where nothing is changed', () => {
    expect(drawn(forbiddenOf([], decoder, 3, 3))).toEqual(['.//', '../', '...']);
    expect(drawn(forbiddenOf([], encoder, 2, 3))).toEqual(['...', '...']);
    const own = ownForbidden('decoder', 4, 4);
    for (let i = 0; i < 16; i++) {
      const at = { query: Math.floor(i / 4), key: i % 4 };
      expect(isMasked(own, at.query, at.key)).toBe(isMasked('decoder', at.query, at.key));
    }
  });

  it.each<[string, readonly Intervention[], readonly string[]]>([
    ['causal', [mask('encoder', 'causal')], ['.mm', '..m', '...']],
    ['padding', [mask('encoder', 'padding', 1)], ['.mm', '.mm', '.mm']],
    ['window', [mask('encoder', 'window', 0)], ['.mm', 'm.m', 'mm.']],
    ['block', [mask('encoder', 'block', 2)], ['..m', '..m', 'mm.']],
    ['two add up', [mask('encoder', 'causal'), mask('encoder', 'block', 2)], ['.mm', '..m', 'mm.']],
    [
      'of one sort the later',
      [mask('encoder', 'window', 0), mask('encoder', 'window', 1)],
      ['..m', '...', 'm..'],
    ],
    ['none takes away', [mask('encoder', 'causal'), mask('encoder', 'none')], ['...', '...', '...']],
  ])('in the encoder: %s', (_, changes, expected) => {
    expect(drawn(forbiddenOf(changes, encoder, 3, 3))).toEqual(expected);
  });

  it('in the decoder: the causal mask can be removed, and a window holds besides it', () => {
    expect(drawn(forbiddenOf([mask('decoder', 'none')], decoder, 3, 3))).toEqual(['...', '...', '...']);
    expect(drawn(forbiddenOf([mask('decoder', 'window', 1)], decoder, 3, 3))).toEqual(['.//', '../', 'm..']);
    const both = [mask('decoder', 'none'), mask('decoder', 'window', 1)];
    expect(drawn(forbiddenOf(both, decoder, 3, 3))).toEqual(['..m', '...', 'm..']);
  });

  it('names cells, rows and columns forbidden by hand, before rather than after', () => {
    const changes = [
      forbid('after', [
        { query: 1, key: null },
        { query: null, key: 0 },
      ]),
      forbid('before', [{ query: 1, key: 2 }]),
    ];
    expect(drawn(forbiddenOf(changes, encoder, 3, 3))).toEqual(['a..', 'aab', 'a..']);
  });

  it('of a head off that rests on the first token is all but that, as the engine masks it', () => {
    const off = (way: 'zero' | 'mean' | 'first'): Intervention => ({
      type: 'off',
      way,
      kind: 'decoder',
      ...all,
    });
    expect(drawn(forbiddenOf([off('first')], decoder, 3, 3))).toEqual(['.ff', '.ff', '.ff']);
    const column = forbid('before', [{ query: null, key: 0 }], { kind: 'decoder' });
    expect(drawn(forbiddenOf([column, off('first')], decoder, 2, 3))).toEqual(['.ff', '.ff']);
    for (const way of ['zero', 'mean'] as const)
      expect(forbiddenOf([off(way)], decoder, 3, 3)).toEqual(ownForbidden('decoder', 3, 3));
  });

  it('hears only what is said of this head', () => {
    const cells = [{ query: 0, key: 0 }];
    const others = [
      forbid('before', cells, { kind: 'cross' }),
      forbid('before', cells, { layer: 0 }),
      forbid('before', cells, { heads: [0, 1] }),
    ];
    expect(drawn(forbiddenOf(others, encoder, 1, 2))).toEqual(['..']);
    expect(drawn(forbiddenOf([forbid('before', cells, { layer: 1, heads: [2] })], encoder, 1, 2))).toEqual([
      'b.',
    ]);
  });

  it('forbids a cell more with every change but a mask taken away', () => {
    const some = fc.record({
      mask: fc.constantFrom(...MASKS.filter((m) => m !== 'none')),
      size: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: (m) => m.mask }), some, (list, more) => {
        if (list.some((one) => one.mask === more.mask)) return;
        const grid = (masks: readonly { mask: Mask; size: number }[]) =>
          forbiddenOf(
            masks.map((m) => mask('encoder', m.mask, m.size)),
            encoder,
            5,
            6,
          ).why;
        const [few, many] = [grid(list), grid([...list, more])];
        few.forEach((code, i) => {
          if (code !== 0) expect(many[i]).not.toBe(0);
        });
      }),
    );
  });
});

describe('whyForbidden', () => {
  it('says the reason, and none outside', () => {
    const grid = forbiddenOf([forbid('after', [{ query: 0, key: 1 }])], encoder, 2, 2);
    expect(whyForbidden(grid, { query: 0, key: 1 })).toBe('after');
    expect(whyForbidden(grid, { query: 1, key: 1 })).toBe('none');
    expect(whyForbidden(grid, { query: 0, key: 2 })).toBe('none');
    expect(WHYS).toHaveLength(6);
  });
});

describe('forbiddenInAll', () => {
  it('keeps what every head is forbidden', () => {
    const one = forbiddenOf([forbid('before', [{ query: 0, key: null }])], encoder, 2, 2);
    const two = forbiddenOf([forbid('after', [{ query: null, key: 1 }])], encoder, 2, 2);
    expect(forbiddenInAll([])).toBeNull();
    expect(drawn(forbiddenInAll([one, two]) ?? one)).toEqual(['.b', '..']);
  });
});

describe('joinForbidden', () => {
  const token = (word: number): Token => ({ id: 0, text: 'x', start: 0, end: 0, word, role: 'text' });
  it('forbids a word only when all its pieces are', () => {
    const grid = forbiddenOf(
      [
        forbid('before', [
          { query: 0, key: 0 },
          { query: 0, key: 1 },
          { query: 1, key: 0 },
          { query: 1, key: 1 },
          { query: 2, key: 0 },
        ]),
      ],
      encoder,
      3,
      3,
    );
    const [queries, keys] = [
      [token(4), token(4), token(5)],
      [token(0), token(0), token(1)],
    ];
    expect(drawn(joinForbidden(grid, queries, keys))).toEqual(['b.', '..']);
    expect(() => joinForbidden(grid, keys.slice(1), keys)).toThrow(
      'expected 3 queries and 3 keys, got 2 and 3',
    );
  });
});
