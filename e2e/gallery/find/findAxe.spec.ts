import { findings, IN_GALLERY } from '../../support/axe.ts';
import { expect, lookingTest as test } from '../../support/test.ts';
import { open } from './keys.ts';

const VIEWS = [
  'finder&measure=link',
  'finder&measure=effect&running&still&done=30',
  'time',
  'beam&width=8',
  'lens',
  'pair',
  'gradient',
];

for (const view of VIEWS) {
  // The page's own tests look at the views in every theme (e2e/views/axe.spec.ts).
  test(`${view}: axe finds nothing, on a screen and on a phone`, async ({ page }) => {
    for (const rest of ['theme=light', 'phone']) {
      await page.setViewportSize(
        rest === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 720 },
      );
      await open(page, `view=${view}&${rest}`);
      expect(await findings(page, IN_GALLERY), rest).toEqual([]);
    }
  });
}

test('on a phone nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const view of VIEWS) {
    await open(page, `view=${view}&phone`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, view).toBeLessThanOrEqual(390);
  }
});
