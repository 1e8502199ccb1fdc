import { expect, test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

test('a hundred runs on webgl leave no tensor and no texture behind', async ({ page }) => {
  await openHarness(page);
  const { counts, outcomes, left } = await ask(page, 'worker', 'leaks', { backend: 'webgl', runs: 100 });
  expect(outcomes).toEqual({ came: 50, outdated: 25, 'bad-request': 25 });
  for (const count of counts) expect(count).toEqual(counts[0]);
  expect(left).toEqual({ tensors: 0, held: 0 });
});
