import fc from 'fast-check';
import {
  ATTENTION_KINDS,
  type AttentionKind,
  type CellSet,
  FORBID_MODES,
  type HeadWeights,
  type Intervention,
  isSelf,
  MASKS,
  OFF_WAYS,
} from '../contract/index.ts';
import type { SubLayer } from './subLayer.ts';

/** Numbers of about variance 1 from a seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32 - 0.5) * 3.46;
  };
}

export interface SubLayerSizes {
  readonly kind: AttentionKind;
  readonly T: number;
  readonly S: number;
  readonly H: number;
  readonly Dh: number;
}

/** A sub-layer of made-up numbers; in self-attention S is T. */
export function subLayerOf(
  { kind, T, S, H, Dh }: SubLayerSizes,
  seed: number,
  changes: readonly Intervention[],
): SubLayer {
  const next = numbersFrom(seed);
  const D = H * Dh;
  const rows = (count: number) => Array.from({ length: count }, () => Array.from({ length: D }, next));
  const floats = (length: number, spread: number) => Float32Array.from({ length }, () => next() * spread);
  const shared = {
    oBias: floats(D, 0.2),
    normGain: floats(D, 0.3).map((x) => x + 1),
    normBias: floats(D, 0.2),
  };
  const heads = Array.from({ length: H }, (): HeadWeights => {
    const map = () => floats(D * Dh, 1 / Math.sqrt(D));
    const bias = () => floats(Dh, 0.2);
    return {
      q: map(),
      k: map(),
      v: map(),
      o: map(),
      qBias: bias(),
      kBias: bias(),
      vBias: bias(),
      ...shared,
    };
  });
  const queries = rows(T);
  const keys = isSelf(kind) ? queries : rows(S);
  return { kind, layer: 1, encoderLayers: 3, queries, keys, heads, changes };
}

const place = fc.option(fc.nat({ max: 6 }));
const heads = fc.record({
  kind: fc.constantFrom(...ATTENTION_KINDS),
  layer: fc.option(fc.nat({ max: 2 })),
  heads: fc.option(fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 })),
});
const cells: fc.Arbitrary<CellSet> = fc.record({ query: place, key: place });

/** Changes that attention feels, of any kind, layer and head. */
export const attentionChanges: fc.Arbitrary<readonly Intervention[]> = fc.array(
  fc
    .tuple(
      heads,
      fc.oneof(
        fc.record({ type: fc.constant('off' as const), way: fc.constantFrom(...OFF_WAYS) }),
        fc.record({
          type: fc.constant('forbid' as const),
          mode: fc.constantFrom(...FORBID_MODES),
          cells: fc.array(cells, { maxLength: 3 }),
        }),
        fc.record({
          type: fc.constant('mask' as const),
          mask: fc.constantFrom(...MASKS),
          size: fc.integer({ min: 1, max: 4 }),
        }),
        fc.record({
          type: fc.constant('scale' as const),
          factor: fc.option(fc.double({ min: -3, max: 6, noNaN: true })),
        }),
      ),
    )
    .map(([set, change]): Intervention => ({ ...set, ...change })),
  { maxLength: 4 },
);

/** Sizes that mostly differ from one another. */
export const subLayerSizes: fc.Arbitrary<SubLayerSizes> = fc.record({
  kind: fc.constantFrom(...ATTENTION_KINDS),
  T: fc.integer({ min: 1, max: 6 }),
  S: fc.integer({ min: 1, max: 7 }),
  H: fc.integer({ min: 1, max: 4 }),
  Dh: fc.integer({ min: 1, max: 9 }),
});
