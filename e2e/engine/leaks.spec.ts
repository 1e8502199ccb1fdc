import { runs } from '../../src/testing/long.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

/** A multiple of four, for the four kinds of runs. */
const RUNS = runs(40, 100);
const OUTCOMES = { came: RUNS / 2, outdated: RUNS / 4, 'bad-request': RUNS / 4 };

test(`${RUNS} runs on webgl leave no tensor and no texture behind`, async ({ page }) => {
  await openHarness(page);
  const { counts, outcomes, left } = await ask(page, 'worker', 'leaks', {
    backend: 'webgl',
    runs: RUNS,
    changed: false,
  });
  expect(outcomes).toEqual(OUTCOMES);
  for (const count of counts) expect(count).toEqual(counts[0]);
  expect(left).toEqual({ tensors: 0, held: 0 });
});

test(`${RUNS} runs with random changes on webgl leave no tensor behind`, async ({ page }) => {
  await openHarness(page);
  const { counts, outcomes, left } = await ask(page, 'worker', 'leaks', {
    backend: 'webgl',
    runs: RUNS,
    changed: true,
  });
  expect(outcomes).toEqual(OUTCOMES);
  // Layers taken over share their textures, more or fewer of them.
  for (const count of counts) expect(count.tensors).toBe(counts[0]?.tensors);
  expect(left).toEqual({ tensors: 0, held: 0 });
});
