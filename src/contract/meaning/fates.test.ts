import { describe, expect, it } from 'vitest';
import type { CellSet, ForbidMode, Intervention } from '../intervention.ts';
import { type CellFate, FATES, fateOf, fatesOf } from './fates.ts';
import { meaningOf } from './head.ts';
import type { Mask } from './masks.ts';

const all = { kind: 'encoder', layer: null, heads: null } as const;
const at = { kind: 'encoder', layer: 0, head: 0 } as const;
const mask = (word: Mask, size = 1): Intervention => ({ type: 'mask', mask: word, size, ...all });
const forbid = (mode: ForbidMode, ...cells: readonly CellSet[]): Intervention => ({
  type: 'forbid',
  mode,
  cells,
  ...all,
});
const off = (way: 'zero' | 'mean' | 'first'): Intervention => ({ type: 'off', way, ...all });

const LETTERS = { open: '.', forbidden: 'x', zeroed: '0' };

/** Rows as text: `.` open, `x` forbidden, `0` zeroed. T = 3, S = 5. */
function drawn(changes: readonly Intervention[], queryStart = 0): string[] {
  const fates = fatesOf(meaningOf(changes, at), { queryStart, rows: 3, keys: 5 });
  const text = Array.from(fates, (code) => LETTERS[FATES[code]?.fate ?? 'open']).join('');
  return [0, 5, 10].map((start) => text.slice(start, start + 5));
}

describe('a mask', () => {
  it.each<[string, readonly Intervention[], string[]]>([
    ['none', [], ['.....', '.....', '.....']],
    ['causal: no key after the query', [mask('causal')], ['.xxxx', '..xxx', '...xx']],
    ['padding: no key from its size on', [mask('padding', 2)], ['..xxx', '..xxx', '..xxx']],
    ['window: no key further away', [mask('window', 1)], ['..xxx', '...xx', 'x...x']],
    ['window 0: the word itself', [mask('window', 0)], ['.xxxx', 'x.xxx', 'xx.xx']],
    ['block: only the query’s own', [mask('block', 2)], ['..xxx', '..xxx', 'xx..x']],
    ['two that add up', [mask('causal'), mask('window', 1)], ['.xxxx', '..xxx', 'x..xx']],
  ])('%s', (_, changes, expected) => {
    expect(drawn(changes)).toEqual(expected);
  });

  it('counts positions, wherever the rows begin', () => {
    expect(drawn([mask('causal')], 2)).toEqual(['...xx', '....x', '.....']);
    expect(drawn([mask('block', 2)], 3)).toEqual(['xx..x', 'xxxx.', 'xxxx.']);
  });
});

describe('what is forbidden by hand', () => {
  it('is a cell, a row, a column, or all; outside it is nothing', () => {
    expect(drawn([forbid('before', { query: 1, key: 2 })])).toEqual(['.....', '..x..', '.....']);
    expect(drawn([forbid('after', { query: 1, key: null })])).toEqual(['.....', '00000', '.....']);
    expect(drawn([forbid('before', { query: null, key: 4 })])).toEqual(['....x', '....x', '....x']);
    expect(drawn([forbid('before', { query: null, key: null })])[2]).toBe('xxxxx');
    expect(drawn([forbid('before', { query: 9, key: 0 }, { query: 0, key: 9 })])[0]).toBe('.....');
    expect(drawn([forbid('before', { query: 1, key: 0 })], 2)).toEqual(['.....', '.....', '.....']);
  });

  it('before softmax is stronger than after it, in either order, and so is a mask', () => {
    const [before, after] = [
      forbid('before', { query: 0, key: 0 }),
      forbid('after', { query: 0, key: null }),
    ];
    expect(drawn([before, after, mask('padding', 4)])[0]).toBe('x000x');
    expect(drawn([mask('padding', 4), after, before])[0]).toBe('x000x');
  });
});

describe('a head that is off', () => {
  it('reads the first key alone by `first`, whatever is forbidden', () => {
    const changes = [off('first'), forbid('before', { query: 1, key: 0 }), mask('window', 1)];
    expect(drawn(changes)).toEqual(['.xxxx', '.xxxx', '.xxxx']);
  });

  it('reads as it would by the other ways', () => {
    for (const way of ['zero', 'mean'] as const)
      expect(drawn([off(way), mask('padding', 1)])).toEqual(['.xxxx', '.xxxx', '.xxxx']);
  });
});

describe('fateOf says what decides', () => {
  const cases: [string, readonly Intervention[], CellFate][] = [
    ['nothing', [], { fate: 'open', reason: null }],
    ['a mask', [mask('block', 1)], { fate: 'forbidden', reason: 'block' }],
    [
      'the first of several masks in their order',
      [mask('block', 1), mask('padding', 1)],
      { fate: 'forbidden', reason: 'padding' },
    ],
    [
      'a mask rather than a hand',
      [forbid('before', { query: 0, key: 3 }), mask('causal')],
      {
        fate: 'forbidden',
        reason: 'causal',
      },
    ],
    ['a cell', [forbid('before', { query: 0, key: 3 })], { fate: 'forbidden', reason: 'cell' }],
    ['a row', [forbid('after', { query: 0, key: null })], { fate: 'zeroed', reason: 'row' }],
    ['a column', [forbid('after', { query: null, key: 3 })], { fate: 'zeroed', reason: 'column' }],
    [
      'of one mode what was said first',
      [forbid('before', { query: 0, key: null }, { query: null, key: 3 })],
      { fate: 'forbidden', reason: 'row' },
    ],
    [
      'before softmax rather than after',
      [forbid('after', { query: 0, key: 3 }), forbid('before', { query: null, key: 3 })],
      { fate: 'forbidden', reason: 'column' },
    ],
    ['the head’s rest on the first key', [off('first')], { fate: 'forbidden', reason: 'first' }],
  ];
  it.each(cases)('%s', (_, changes, expected) => {
    expect(fateOf(meaningOf(changes, at), 0, 3)).toEqual(expected);
  });

  it('of the first key of such a head: it is read', () => {
    const changes = [off('first'), forbid('before', { query: null, key: 0 })];
    expect(fateOf(meaningOf(changes, at), 2, 0)).toEqual({ fate: 'open', reason: null });
  });
});
