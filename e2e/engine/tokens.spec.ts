import { tokenizerCases } from '../../src/testing/fixtures.ts';
import { expect, test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

test('10,000 random strings have in the browser the ids that Python gives them', async ({ page }) => {
  const cases = tokenizerCases();
  expect(cases).toHaveLength(10_000);
  await openHarness(page);
  const found = await ask(page, 'worker', 'tokens', { texts: cases.map(([text]) => text) });
  expect(found).toHaveLength(cases.length);
  const differing = cases.filter(([, ids], i) => found[i]?.join() !== ids.join());
  expect(differing.slice(0, 3)).toEqual([]);
});
