import { expect, it } from 'vitest';
import { EngineError, type Intervention } from '../../contract/index.ts';
import { checkChanges } from './check.ts';

const set = { kind: 'encoder', layer: 0, heads: [0] } as const;
const off = { type: 'off', way: 'zero', ...set };
const forbid = { type: 'forbid', mode: 'before', cells: [{ query: 0, key: 0 }], ...set };
const mask = { type: 'mask', mask: 'window', size: 0, ...set };
const scale = { type: 'scale', factor: 2, ...set };
const positions = { type: 'positions', part: 'encoder', way: 'shifted', by: -3, seed: 0 };

const refused: [string, object, string][] = [
  ['another type', { ...off, type: 'on' }, 'type: expected off, forbid, mask, scale, positions, got on'],
  ['another kind', { ...off, kind: 'self' }, 'kind: expected encoder, decoder, cross, got self'],
  ['half a layer', { ...off, layer: 0.5 }, 'layer: expected a whole number from 0, or null, got 0.5'],
  ['a negative layer', { ...scale, layer: -1 }, 'layer: expected a whole number from 0, or null, got -1'],
  ['a negative head', { ...mask, heads: [0, -2] }, 'heads: expected whole numbers from 0, or null, got -2'],
  ['another way off', { ...off, way: 'last' }, 'way: expected zero, mean, first, got last'],
  ['another mode', { ...forbid, mode: 'never' }, 'mode: expected before, after, got never'],
  [
    'a negative cell',
    { ...forbid, cells: [{ query: null, key: -1 }] },
    'cells: expected positions from 0, or null, got -1',
  ],
  [
    'half a cell',
    { ...forbid, cells: [{ query: 1.5, key: null }] },
    'cells: expected positions from 0, or null, got 1.5',
  ],
  ['another mask', { ...mask, mask: 'all' }, 'mask: expected none, causal, padding, window, block, got all'],
  ['a window below 0', { ...mask, size: -1 }, 'size: expected a whole number from 0, got -1'],
  ['blocks of nothing', { ...mask, mask: 'block' }, 'size: expected a whole number from 1, got 0'],
  [
    'padding from half a key',
    { ...mask, mask: 'padding', size: 1.5 },
    'size: expected a whole number from 1, got 1.5',
  ],
  [
    'no number as a factor',
    { ...scale, factor: Number.NaN },
    'factor: expected a number from -1000000 to 1000000, or null, got NaN',
  ],
  [
    'a factor too large',
    { ...scale, factor: 1e7 },
    'factor: expected a number from -1000000 to 1000000, or null, got 10000000',
  ],
  ['another part', { ...positions, part: 'cross' }, 'part: expected encoder, decoder, got cross'],
  ['another way of positions', { ...positions, way: 'on' }, 'way: expected off, shifted, shuffled, got on'],
  [
    'a shift by half',
    { ...positions, by: 0.5 },
    'by: expected a whole number from -1000000 to 1000000, got 0.5',
  ],
  ['half a seed', { ...positions, way: 'shuffled', seed: 0.5 }, 'seed: expected a whole number, got 0.5'],
];

it.each(refused)('refuses %s', (_, change, text) => {
  // The second of two: the text says which.
  const check = () => checkChanges([off, change] as Intervention[]);
  expect(check).toThrow(`run: changes[1].${text}`);
  expect(check).toThrow(EngineError);
  expect(check).toThrow(expect.objectContaining({ code: 'bad-request' }));
});

it('passes over what the model or the sentence does not have, and what has no meaning', () => {
  const far = { kind: 'cross', layer: 99, heads: [98, 99] };
  const changes = [
    { ...off, ...far },
    { ...forbid, cells: [{ query: 5000, key: null }], layer: null, heads: null },
    { ...mask, mask: 'none', size: Number.NaN },
    { ...scale, factor: null },
    { ...scale, factor: -2 },
    { ...positions, way: 'off', by: Number.NaN, seed: Number.NaN },
  ];
  expect(() => checkChanges(changes as Intervention[])).not.toThrow();
});
