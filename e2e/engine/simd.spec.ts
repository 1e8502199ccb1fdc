import { runs } from '../../src/testing/long.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

// Node 20 runs the plain version alone, and a browser takes the fused one by itself: here both must run.
for (const version of ['fused', 'plain'] as const) {
  test(`the laws hold with the ${version} SIMD loops`, async ({ page }) => {
    test.setTimeout(300_000);
    await openHarness(page);
    const outcomes = await ask(page, 'worker', 'simd', { version, runs: runs(4, 10) });
    expect(outcomes.length).toBeGreaterThanOrEqual(9);
    for (const { name, failure } of outcomes) expect(failure, name).toBeNull();
  });
}
