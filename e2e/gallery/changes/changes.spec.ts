import type { Page } from '@playwright/test';
import { findings, IN_GALLERY } from '../../support/axe.ts';
import { expect, lookingTest as test } from '../../support/test.ts';

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`e2e/gallery/changes/changes.html?${query}`);
  await page.waitForSelector('.changes');
}
const line = (page: Page) => page.locator('.changes-line > :not([inert])');
const more = (page: Page) => page.getByRole('button', { name: 'All changes' });

test('as many changes stand in the line as fit whole; the others wait behind a button that counts them', async ({
  page,
}) => {
  await open(page);
  const room = await page.locator('.changes-line').boundingBox();
  const count = await line(page).count();
  expect(count).toBeGreaterThan(0);
  for (const box of await line(page).evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect().right),
  ))
    expect(box).toBeLessThanOrEqual((room?.x ?? 0) + (room?.width ?? 0));
  await expect(more(page)).toHaveText(`${4 - count} more`);
  await page.setViewportSize({ width: 1280, height: 400 });
  await open(page, 'count=1');
  await expect(more(page)).toHaveCount(0);
});

test('a change is taken back by key, in the line and in the list; nothing away is reached by Tab', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('Tab');
  const first = page.getByRole('button', { name: /^Take back: encoder layer 3 head 5 off/ });
  await expect(first.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(first).toHaveCount(0);
  await more(page).press('Enter');
  const list = page.getByRole('region', { name: 'All changes' });
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await list.getByRole('button', { name: 'Take back: beam search' }).press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reset' }).press('Enter');
  await expect(page.locator('.changes')).toHaveCount(0);
});

test('after, before and difference are told by arrows', async ({ page }) => {
  await open(page, 'count=1');
  await page.getByRole('radio', { name: 'After' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Difference' })).toBeChecked();
});

test('French words that changed have a dot, say so, and say what they were', async ({ page }) => {
  await open(page);
  const changed = page.locator('.strip-token[data-changed]');
  await expect(changed).toHaveCount(2);
  await expect(changed.first()).toHaveAttribute('aria-label', /^“il”, 91.% · before: “elle”$/);
  await expect(changed.first()).toHaveAttribute('title', 'before: “elle”');
  await changed.first().focus();
  await expect(page.locator('.translation-chip')).toContainText('before: “elle”');
  await expect(page.locator('.translation-message')).toHaveText('“elle” became “il”');
});

test('a narrow screen has them behind one button, and nothing is wider than it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  for (const lang of ['en', 'zh-CN']) {
    await open(page, `phone&lang=${lang}`);
    const box = await page.locator('.changes').evaluate((e) => [e.scrollWidth, e.clientWidth]);
    expect(box[0]).toBeLessThanOrEqual(box[1] ?? 0);
  }
});

test('axe finds nothing in any theme', async ({ page }) => {
  for (const theme of ['light', 'dark', 'contrast']) {
    await open(page, `theme=${theme}`);
    await more(page).click();
    expect(await findings(page, IN_GALLERY)).toEqual([]);
  }
});
