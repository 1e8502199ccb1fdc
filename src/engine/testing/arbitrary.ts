import fc from 'fast-check';
import {
  ATTENTION_KINDS,
  FORBID_MODES,
  type Intervention,
  MASKS,
  OFF_WAYS,
  POSITION_WAYS,
} from '../../contract/index.ts';
import type { Input } from './law.ts';

const number = fc.integer({ min: 0, max: 9973 });

const place = fc.option(fc.nat(12), { nil: null });
const seldom = { nil: null, freq: 3 };

/** One or two heads of a layer, or all; some that no model here has. */
const set = {
  kind: fc.constantFrom(...ATTENTION_KINDS),
  layer: fc.option(fc.nat(2), seldom),
  heads: fc.option(fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }), seldom),
};

/** Any change of the forward pass. */
export const change: fc.Arbitrary<Intervention> = fc.oneof(
  fc.record({ type: fc.constant('off' as const), way: fc.constantFrom(...OFF_WAYS), ...set }),
  fc.record({
    type: fc.constant('forbid' as const),
    mode: fc.constantFrom(...FORBID_MODES),
    cells: fc.array(fc.record({ query: place, key: place }), { minLength: 1, maxLength: 4 }),
    ...set,
  }),
  fc.record({
    type: fc.constant('mask' as const),
    mask: fc.constantFrom(...MASKS),
    size: fc.integer({ min: 1, max: 5 }),
    ...set,
  }),
  fc.record({
    type: fc.constant('scale' as const),
    factor: fc.option(fc.float({ min: -2, max: 3, noNaN: true }), seldom),
    ...set,
  }),
  fc.record({
    type: fc.constant('positions' as const),
    part: fc.constantFrom('encoder' as const, 'decoder' as const),
    way: fc.constantFrom(...POSITION_WAYS),
    by: fc.integer({ min: -20, max: 20 }),
    seed: number,
  }),
);

/** Sentences and targets of up to 20 words. */
export const inputs: fc.Arbitrary<Input> = fc.record({
  source: fc.array(number, { minLength: 1, maxLength: 20 }),
  target: fc.array(number, { maxLength: 18 }),
  order: fc.array(number, { minLength: 20, maxLength: 20 }),
  numbers: fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: 40, maxLength: 40 }),
  changes: fc.array(change, { maxLength: 4 }),
  others: fc.array(change, { maxLength: 3 }),
});
