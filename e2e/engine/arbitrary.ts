import fc from 'fast-check';
import type { Input } from './law.ts';

const number = fc.integer({ min: 0, max: 9973 });

/** Sentences and targets of up to 20 words. */
export const inputs: fc.Arbitrary<Input> = fc.record({
  source: fc.array(number, { minLength: 1, maxLength: 20 }),
  target: fc.array(number, { maxLength: 18 }),
  order: fc.array(number, { minLength: 20, maxLength: 20 }),
  numbers: fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: 40, maxLength: 40 }),
});
