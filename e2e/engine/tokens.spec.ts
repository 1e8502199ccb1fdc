import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

test('10,000 random strings have in the browser the ids that Python gives them', async ({ page }) => {
  const file = readFileSync('e2e/fixtures/tokenizer.json.gz');
  const cases: [string, number[]][] = JSON.parse(gunzipSync(file).toString('utf8'));
  expect(cases).toHaveLength(10_000);
  await openHarness(page);
  const found = await ask(page, 'worker', 'tokens', { texts: cases.map(([text]) => text) });
  expect(found).toHaveLength(cases.length);
  const differing = cases.filter(([, ids], i) => found[i]?.join() !== ids.join());
  expect(differing.slice(0, 3)).toEqual([]);
});
