import { expect, it } from 'vitest';
import { type AttentionKind, type Intervention, type Mask, meaningOf } from '../../contract/index.ts';
import { commonOf, MIXED, shownMask } from './notes.ts';

const shown = (kind: AttentionKind, ...masks: readonly (readonly [Mask, number])[]) => {
  const set = { kind, layer: null, heads: null };
  const changes = masks.map(([mask, size]): Intervention => ({ type: 'mask', mask, size, ...set }));
  return shownMask(meaningOf(changes, { kind, layer: 0, head: 3 }), kind);
};

it('the panel shows the mask put on, none where its own is gone, and nothing where it has its own alone', () => {
  expect(shown('decoder')).toBeNull();
  expect(shown('decoder', ['none', 1])).toMatchObject({ mask: 'none' });
  expect(shown('decoder', ['window', 2])).toEqual({ mask: 'window', size: 2 });
  expect(shown('decoder', ['none', 1], ['window', 0])).toEqual({ mask: 'window', size: 0 });
  expect(shown('encoder')).toBeNull();
  expect(shown('encoder', ['causal', 1])).toEqual({ mask: 'causal', size: 1 });
  expect(shown('cross', ['padding', 4], ['block', 3])).toEqual({ mask: 'block', size: 3 });
});

it('its own put on again is its own', () => {
  expect(shown('decoder', ['none', 1], ['causal', 1])).toBeNull();
  expect(shown('encoder', ['causal', 1], ['none', 1])).toBeNull();
});

it('of several heads is shown what they have in common, and that they differ', () => {
  const layer = Array.from({ length: 8 }, (_, head) => ({ kind: 'encoder' as const, layer: 2, head }));
  const undivided: Intervention = { type: 'scale', factor: null, kind: 'encoder', layer: 2, heads: [1, 2] };
  const factorOf = (inScope: typeof layer) =>
    commonOf({ inScope, changes: [undivided] }, ({ factor }) => factor);
  expect(factorOf(layer)).toBe(MIXED);
  expect(factorOf(layer.slice(1, 3))).toBeNull();
  expect(factorOf(layer.slice(3))).toBe(1);
});
