import type { Page } from '@playwright/test';
import { gridOf, openAnew, openLive, painted } from './steps.ts';
import { expect, test } from './support/test.ts';

const menuOf = (page: Page) => page.getByRole('menu', { name: 'Sentences to try, each with a question' });
const sentenceOf = (page: Page) => page.getByRole('textbox', { name: 'English sentence' });
const frenchOf = (page: Page) => page.evaluate(() => window.headlight.translation().text);
const BIG = "The trophy doesn't fit in the suitcase because it is too big.";

test('by the keyboard alone: s, arrows, Enter; a pair has its other half one click away', async ({
  page,
}) => {
  await openAnew(page);
  await gridOf(page).focus();
  await page.keyboard.press('s');
  const items = menuOf(page).getByRole('menuitemradio');
  await expect(items.first()).toBeFocused();
  // Each with its question.
  for (const item of await items.all())
    expect(await item.locator('.ui-menu-hint').textContent()).not.toBe('');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const before = page.url();
  await page.keyboard.press('Enter');
  await painted(page);
  await expect(sentenceOf(page)).toHaveValue(BIG);
  await expect(page.getByText('What is too big, what is too small?')).toBeVisible();
  expect(await frenchOf(page)).toContain("qu'il est trop grand");
  await expect.poll(() => page.url()).not.toBe(before);
  await page.getByRole('button', { name: 'The other half: small' }).click();
  await painted(page);
  expect(await frenchOf(page)).toContain("qu'elle est trop petite");
  await expect(page.getByRole('button', { name: 'The other half: big' })).toBeVisible();
  // Each was one step.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(sentenceOf(page)).toHaveValue(BIG);
  await page.getByRole('button', { name: 'Undo' }).click();
  await painted(page);
  expect(await page.evaluate(() => window.headlight.getState().text)).toContain('tired');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});

test('Escape leaves the menu with nothing changed; in the sentence, s is a letter', async ({ page }) => {
  await openLive(page);
  const state = () => page.evaluate(() => window.headlight.getState());
  const before = await state();
  const button = page.getByRole('button', { name: 'Sentences to try' });
  await button.click();
  await expect(menuOf(page)).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expect(menuOf(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  expect(await state()).toEqual(before);
  await page.keyboard.press('/');
  await page.keyboard.press('s');
  await expect(menuOf(page)).toHaveCount(0);
});

test('every example’s link opens the same picture, its question and its changes', async ({ page }) => {
  await openLive(page);
  await gridOf(page).focus();
  await page.keyboard.press('s');
  const count = await menuOf(page).getByRole('menuitemradio').count();
  for (const at of [count - 3, count - 2, count - 1]) {
    if (at !== count - 3) await page.getByRole('button', { name: 'Sentences to try' }).click();
    const item = menuOf(page).getByRole('menuitemradio').nth(at);
    const question = (await item.locator('.ui-menu-hint').textContent()) ?? '';
    const last = page.url();
    await item.click();
    await painted(page);
    await expect(page.getByText(question)).toBeVisible();
    await expect.poll(() => page.url()).not.toBe(last);
    const state = await page.evaluate(() => window.headlight.getState());
    const french = await frenchOf(page);
    await openLive(page, {
      hash: Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1))),
    });
    expect(await page.evaluate(() => window.headlight.getState())).toEqual(state);
    expect(await frenchOf(page)).toBe(french);
    await expect(page.getByText(question)).toBeVisible();
  }
});

test('on a phone, by touch: the menu, the question whole, the other half', async ({ browser }) => {
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await phone.newPage();
  await openLive(page);
  await page.getByRole('button', { name: 'Sentences to try' }).tap();
  await menuOf(page)
    .getByRole('menuitemradio', { name: /^The doctor said/ })
    .tap();
  await painted(page);
  const question = page.locator('.sentence-message');
  await expect(question).toContainText('“fatiguée” or “fatigué”');
  const other = page.getByRole('button', { name: 'The other half: he' });
  expect((await other.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await other.tap();
  await painted(page);
  expect(await frenchOf(page)).toContain("qu'il était fatigué");
  // Every question is whole in the lines it has.
  await page.getByRole('button', { name: 'Sentences to try' }).tap();
  const hints = await menuOf(page).locator('.ui-menu-hint').allTextContents();
  await page.keyboard.press('Escape');
  for (const [at, hint] of hints.entries()) {
    await page.getByRole('button', { name: 'Sentences to try' }).tap();
    await menuOf(page).getByRole('menuitemradio').nth(at).tap();
    await painted(page);
    if (at > 0) await expect(question).toHaveText(hint);
    const cut = await question.evaluate((line) => line.scrollHeight > line.clientHeight);
    expect(cut, hint).toBe(false);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await phone.close();
});
