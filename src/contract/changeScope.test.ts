import { describe, expect, it } from 'vitest';
import { headSetOf } from './changeScope.ts';

const chosen = { kind: 'encoder', layer: 2, heads: [4, 5] } as const;

describe('headSetOf', () => {
  it('reaches from the chosen heads to every layer of their kind', () => {
    expect(headSetOf('head', chosen)).toEqual({ kind: 'encoder', layer: 2, heads: [4, 5] });
    expect(headSetOf('layer', chosen)).toEqual({ kind: 'encoder', layer: 2, heads: null });
    expect(headSetOf('kind', chosen)).toEqual({ kind: 'encoder', layer: null, heads: null });
  });
});
