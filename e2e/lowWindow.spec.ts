import { gridOf, openLive, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

test('zoomed to twice the size, several rows of the picture are in sight, and all of the menu', async ({
  page,
}) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await openLive(page, { hash: { text: TIRED } });
  const last = page.locator('.am-row').nth(4);
  await expect(last).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  await page.keyboard.press('m');
  const items = page.getByRole('menuitemradio').or(page.getByRole('menuitem'));
  const count = await items.count();
  expect(count).toBeGreaterThan(5);
  await expect(items.first()).toBeInViewport({ ratio: 1 });
  await expect(items.nth(count - 1)).toBeInViewport({ ratio: 1 });
});

test('the settings do not cover the picture they set, where there is room beside it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLive(page, { hash: { text: TIRED } });
  await page.getByRole('button', { name: 'Settings' }).click();
  const panel = page.getByRole('region', { name: 'Settings' });
  await expect(panel).toBeVisible();
  await expect
    .poll(async () => {
      const [over, grid] = [await panel.boundingBox(), await gridOf(page).boundingBox()];
      return (over?.x ?? 0) + (over?.width ?? 0) <= (grid?.x ?? 0);
    })
    .toBe(true);
  await expect(panel).toBeInViewport({ ratio: 1 });
});
