import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../contract/index.ts';
import { changesAt, headSetOf, offWayAt, positionsAt, scaleAt } from './changeScope.ts';

const at = { kind: 'encoder', layer: 2, head: 4 } as const;
const chosen = { kind: 'encoder', layer: 2, heads: [4, 5] } as const;

describe('headSetOf', () => {
  it('reaches from the chosen heads to every layer of their kind', () => {
    expect(headSetOf('head', chosen)).toEqual({ kind: 'encoder', layer: 2, heads: [4, 5] });
    expect(headSetOf('layer', chosen)).toEqual({ kind: 'encoder', layer: 2, heads: null });
    expect(headSetOf('kind', chosen)).toEqual({ kind: 'encoder', layer: null, heads: null });
  });
});

describe('what holds for a head', () => {
  const changes: readonly Intervention[] = [
    { type: 'off', way: 'zero', ...headSetOf('kind', chosen) },
    { type: 'scale', factor: null, ...headSetOf('layer', chosen) },
    { type: 'off', way: 'mean', ...headSetOf('head', chosen) },
    { type: 'off', way: 'first', kind: 'encoder', layer: 3, heads: null },
    { type: 'scale', factor: 4, kind: 'cross', layer: null, heads: null },
    { type: 'positions', part: 'encoder', way: 'off', by: 0, seed: 1 },
    { type: 'positions', part: 'encoder', way: 'shifted', by: 3, seed: 1 },
  ];

  it('is what was said last', () => {
    expect(offWayAt(changes, at)).toBe('mean');
    expect(offWayAt(changes, { ...at, head: 0 })).toBe('zero');
    expect(offWayAt(changes, { ...at, kind: 'cross' })).toBeNull();
    expect(scaleAt(changes, at)?.factor).toBeNull();
    expect(scaleAt(changes, { ...at, layer: 0 })).toBeNull();
    expect(changesAt(changes, 'off', at)).toHaveLength(2);
    expect(positionsAt(changes, 'encoder')).toMatchObject({ way: 'shifted', by: 3 });
    expect(positionsAt(changes, 'decoder')).toBeNull();
  });
});
