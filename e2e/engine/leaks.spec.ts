import { expect, test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

test('a hundred runs on webgl leave no tensor and no texture behind', async ({ page }) => {
  await openHarness(page);
  const { counts, outcomes, left } = await ask(page, 'worker', 'leaks', {
    backend: 'webgl',
    runs: 100,
    changed: false,
  });
  expect(outcomes).toEqual({ came: 50, outdated: 25, 'bad-request': 25 });
  for (const count of counts) expect(count).toEqual(counts[0]);
  expect(left).toEqual({ tensors: 0, held: 0 });
});

test('a hundred runs with random changes on webgl leave no tensor behind', async ({ page }) => {
  await openHarness(page);
  const { counts, outcomes, left } = await ask(page, 'worker', 'leaks', {
    backend: 'webgl',
    runs: 100,
    changed: true,
  });
  expect(outcomes).toEqual({ came: 50, outdated: 25, 'bad-request': 25 });
  // Layers taken over share their textures, more or fewer of them.
  for (const count of counts) expect(count.tensors).toBe(counts[0]?.tensors);
  expect(left).toEqual({ tensors: 0, held: 0 });
});
