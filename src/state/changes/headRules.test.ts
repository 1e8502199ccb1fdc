import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../testing/long.ts';
import { changeRules, groupRules, type HeadRules, ruleAt, tidyRules } from './headRules.ts';

const NONE: HeadRules<string> = { base: 'own', id: String, rules: new Map() };
const few = fc.option(fc.nat(2), { nil: null });
const value = fc.constantFrom('own', 'a', 'b');
/** Any rules at all, also some that no change would leave. */
const anyRules: fc.Arbitrary<HeadRules<string>> = fc
  .array(fc.record({ layer: few, head: few, value }), { maxLength: 8 })
  .map((rules) => ({
    ...NONE,
    rules: new Map(rules.map((rule) => [`${rule.layer ?? '*'},${rule.head ?? '*'}`, rule])),
  }));

/** What holds for every head; the last layer and head are ones that no rule names. */
const held = (rules: HeadRules<string>) =>
  [0, 1, 2, 3].map((layer) => [0, 1, 2, 3].map((head) => ruleAt(rules, layer, head)));

test('tidying leaves what holds, and as few rules as say it', () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const tidy = tidyRules(rules);
      expect(held(tidy)).toEqual(held(rules));
      expect(tidyRules(tidy).rules).toEqual(tidy.rules);
      for (const key of tidy.rules.keys()) {
        const without = new Map(tidy.rules);
        without.delete(key);
        expect(held({ ...tidy, rules: without })).not.toEqual(held(tidy));
      }
    }),
    { numRuns: runs(400, 2000) },
  );
});

test('rules that hold the same are the same when tidy', () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const again = groupRules(tidyRules(rules), 'encoder').reduce(
        (now, group) => changeRules(now, group, () => group.value),
        NONE,
      );
      expect(groupRules(tidyRules(again), 'encoder')).toEqual(groupRules(tidyRules(rules), 'encoder'));
    }),
    { numRuns: runs(400, 2000) },
  );
});

test('a change is made of what each head of its set has, and of no other', () => {
  const heads = fc.option(fc.uniqueArray(fc.nat(2), { minLength: 1 }), { nil: null });
  fc.assert(
    fc.property(anyRules, fc.record({ layer: few, heads }), (rules, set) => {
      const concerns = (layer: number, head: number) =>
        (set.layer ?? layer) === layer && (set.heads ?? [head]).includes(head);
      const expected = held(rules).map((row, layer) =>
        row.map((value, head) => (concerns(layer, head) ? `${value}!` : value)),
      );
      expect(held(changeRules(rules, set, (value) => `${value}!`))).toEqual(expected);
    }),
    { numRuns: runs(400, 2000) },
  );
});
