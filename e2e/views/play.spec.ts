import { painted } from '../steps.ts';
import { expect, test } from '../support/test.ts';
import { checkRow, open, translationOf, viewOf } from './decoding.ts';
import { set, stateOf } from './looking.ts';

test('Space opens the view and plays, and pauses; played to its end it stops', async ({ page }) => {
  await page.clock.install();
  await open(page, { view: 'heatmap', step: 'none' });
  await page.locator('body').press('Space');
  await expect(viewOf(page)).toBeVisible();
  await expect(viewOf(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  expect((await stateOf(page)).step).toBe(0);
  await expect.poll(async () => (await stateOf(page)).step, { timeout: 5000 }).toBe(2);
  await page.keyboard.press('Space');
  await expect(viewOf(page).getByRole('button', { name: 'Play' })).toBeVisible();
  // Longer than a step takes.
  await page.clock.runFor(1400);
  await painted(page);
  expect((await stateOf(page)).step).toBe(2);
  await checkRow(page, 'cross', 2);
  const last = (await translationOf(page)).tokens.length - 1;
  await set(page, { step: last - 1 });
  await page.keyboard.press('Space');
  await expect.poll(async () => (await stateOf(page)).step, { timeout: 5000 }).toBe(last);
  await expect(viewOf(page).getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(viewOf(page).locator('.dt-fed-back')).toHaveText('The end mark: the sentence is done.');
  // Several steps in a row are one step of undo.
  await page.keyboard.press('Escape');
  expect((await stateOf(page)).view).toBe('heatmap');
});
