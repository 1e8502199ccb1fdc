import { describe, expect, it } from 'vitest';
import type { HeadSet, Intervention } from '../intervention.ts';
import type { HeadAt } from '../look.ts';
import { type AttentionKind, sitesOf } from '../sites.ts';
import { hasHeadsAfter, reaches } from './reach.ts';

const off = (kind: AttentionKind, layer: number | null, over: Partial<HeadSet> = {}): Intervention => ({
  type: 'off',
  way: 'zero',
  kind,
  layer,
  heads: [0],
  ...over,
});
const at = (kind: AttentionKind, layer: number, head = 1): HeadAt => ({ kind, layer, head });
const first: Intervention = { type: 'off', way: 'first', kind: 'encoder', layer: 1, heads: [1] };
const positions = (part: 'encoder' | 'decoder'): Intervention => ({
  type: 'positions',
  part,
  way: 'off',
  by: 0,
  seed: 0,
});

describe('reaches', () => {
  it.each<[string, Intervention, HeadAt, boolean]>([
    ['the head that is off', off('encoder', 1), at('encoder', 1, 0), false],
    ['a head off by reading the first token', first, at('encoder', 1), true],
    ['a head beside it', off('encoder', 1), at('encoder', 1), false],
    ['a head before it', off('encoder', 1), at('encoder', 0), false],
    ['a head above it', off('encoder', 1), at('encoder', 2), true],
    ['in every layer, the lowest', off('encoder', null), at('encoder', 0, 0), false],
    ['in every layer, one above', off('encoder', null), at('encoder', 1, 0), true],
    ['from the encoder, Cross-Attention', off('encoder', 3), at('cross', 0), true],
    ['from the encoder, the first French words', off('encoder', 3), at('decoder', 0), false],
    ['from the encoder, the decoder above', off('encoder', 3), at('decoder', 1), true],
    ['from the decoder, the encoder', off('decoder', 0), at('encoder', 3), false],
    ['Cross-Attention of its own layer', off('decoder', 2), at('cross', 2), true],
    ['from Cross-Attention, its own layer', off('cross', 2), at('decoder', 2), false],
    ['from Cross-Attention, the next layer', off('cross', 2), at('decoder', 3), true],
    ['positions of the English, the encoder', positions('encoder'), at('encoder', 0), true],
    ['positions of the French, the encoder', positions('decoder'), at('encoder', 3), false],
    ['positions of the English, the first French words', positions('encoder'), at('decoder', 0), false],
    ['positions of the English, Cross-Attention', positions('encoder'), at('cross', 0), true],
  ])('%s', (_, change, head, expected) => {
    expect(reaches(change, head)).toBe(expected);
  });
});

describe('hasHeadsAfter', () => {
  const stack = { layers: 2, heads: 2 };
  const sites = sitesOf({ width: 8, encoder: stack, decoder: stack });

  it('is false of the last Cross-Attention alone', () => {
    const none = sites.flatMap(({ kind, layers }) =>
      Array.from({ length: layers }, (_, layer) => ({ kind, layer })).filter(
        (one) => !hasHeadsAfter(one, sites),
      ),
    );
    expect(none).toEqual([{ kind: 'cross', layer: 1 }]);
  });
});
