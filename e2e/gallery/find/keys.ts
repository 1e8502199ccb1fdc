import { expect, type Page } from '@playwright/test';

/** Opens a scene of find.html. */
export async function open(page: Page, query: string): Promise<void> {
  await page.goto(`e2e/gallery/find/find.html?${query}`);
  await expect(page.locator('main [data-view]').first()).toBeVisible();
}

/** Walks with Tab until something has the focus; the way a person without a mouse goes. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if (await page.locator(`${selector}:focus`).count()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${selector}`);
}

/** Presses a key several times. */
export const times = async (page: Page, key: string, count: number) => {
  for (let i = 0; i < count; i++) await page.keyboard.press(key);
};
