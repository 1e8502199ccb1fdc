import { describe, expect, it } from 'vitest';
import { headSetOf, headsIn } from './changeScope.ts';

const chosen = { kind: 'encoder', layer: 2, heads: [4, 5] } as const;

describe('headSetOf', () => {
  it('reaches from the chosen heads to every layer of their kind', () => {
    expect(headSetOf('head', chosen)).toEqual({ kind: 'encoder', layer: 2, heads: [4, 5] });
    expect(headSetOf('layer', chosen)).toEqual({ kind: 'encoder', layer: 2, heads: null });
    expect(headSetOf('kind', chosen)).toEqual({ kind: 'encoder', layer: null, heads: null });
  });
});

describe('headsIn', () => {
  it('names each head of a set, of those the model has', () => {
    const site = { layers: 2, heads: 3 };
    expect(headsIn(headSetOf('head', chosen), site).map(({ head }) => head)).toEqual([4, 5]);
    expect(headsIn(headSetOf('layer', chosen), site)).toHaveLength(3);
    expect(headsIn(headSetOf('kind', chosen), site)).toEqual(
      [0, 1].flatMap((layer) => [0, 1, 2].map((head) => ({ kind: 'encoder', layer, head }))),
    );
    expect(headsIn(headSetOf('kind', chosen), null)).toEqual([]);
  });
});
