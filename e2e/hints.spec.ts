import { gridOf, openLive } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

test('how to point is said in one place, until it was done once, and nothing moves when it goes', async ({
  page,
}) => {
  await openLive(page, { hash: { text: 'The small cat sleeps on the red mat.' } });
  const hint = page.getByText(/Point at a cell or a word/);
  await expect(hint).toHaveCount(1);
  await expect(hint).toBeVisible();
  const caveat = page.locator('.app-caveat');
  const before = await caveat.boundingBox();
  await gridOf(page).hover({ position: { x: 220, y: 200 } });
  await expect(page.locator('.rp-heading')).toBeVisible();
  await page.mouse.move(5, 5);
  await expect(page.locator('.rp-heading')).toHaveCount(0);
  await expect(hint).toBeHidden();
  expect(await caveat.boundingBox()).toEqual(before);
});
