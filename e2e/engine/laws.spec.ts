import { runs } from '../../src/testing/long.ts';
import { expect, test } from '../support/test.ts';
import { ask, openHarness } from './support.ts';

test('the laws hold on webgl', async ({ page }) => {
  test.setTimeout(300_000);
  await openHarness(page);
  for (const model of ['relu-scaled', 'gelu-odd-width', 'gelu-untied'].slice(0, runs(1, 3))) {
    const outcomes = await ask(page, 'worker', 'laws', { model, backend: 'webgl', runs: runs(3, 8) });
    expect(outcomes.length).toBeGreaterThanOrEqual(5);
    for (const { name, failure } of outcomes) expect(failure, `${model}: ${name}`).toBeNull();
  }
});
