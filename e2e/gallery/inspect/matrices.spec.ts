import { expect, lookingTest as test } from '../../support/test.ts';
import { expectAccessible, expectLast, frameNumber, open, PLACES } from './inspectPage.ts';

test('a word’s row is lit in every matrix, and the number pointed at is the frame’s', async ({ page }) => {
  await open(page, PLACES[0], 'view=matrices');
  const box = await page.locator('[data-matrix="Q"]').boundingBox();
  if (!box) throw new Error('Q is not on the page');
  await page.mouse.move(box.x + (box.width * 4.5) / 24, box.y + (box.height * 8.5) / 14);
  const said = page.locator('.mv-said');
  await expect(said).toContainText('Queries Q: “it”, no. 5');
  await expectLast(said, await frameNumber(page, 'encoder.2.self.q', [2, 8, 4]));
  await expect(page.locator('.mv-lit')).toHaveCount(7);
  await expect(page.locator('.mv-lanes line')).toHaveCount(4);
  const scores = page.locator('[data-matrix="A"] [role="grid"]');
  await scores.focus();
  for (let row = 0; row < 8; row++) await page.keyboard.press('ArrowDown');
  for (let column = 0; column < 6; column++) await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('“it” → “street”');
  await expectLast(said, await frameNumber(page, 'encoder.2.self.scores', [2, 8, 6]));
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => window.inspected?.cell)).toBe('8.6');
  await page.getByRole('radio', { name: 'All in parallel' }).check();
  await expect(page.locator('.mv-lanes line')).toHaveCount(14 * 4);
  await expect(page.locator('.mv-tracks')).toHaveCount(7);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => window.inspected?.closed)).toBe(1);
});

test('keys and columns of Kᵀ go together', async ({ page }) => {
  await open(page, PLACES[2], 'view=matrices');
  const keys = page.locator('[data-matrix="K"] [role="grid"]');
  await keys.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const said = page.locator('.mv-said');
  await expect(said).toContainText('Keys K: “the”, no. 2');
  await expectLast(said, await frameNumber(page, 'decoder.1.cross.k', [2, 5, 1]));
  // Its column of Kᵀ, its row of V, its column of A and Â.
  await expect(page.locator('.mv-lit')).toHaveCount(4);
});

test('with words as columns a word’s column is lit, and the numbers are the same', async ({ page }) => {
  await open(page, PLACES[2], 'view=matrices&matrixWords=columns');
  const scores = page.locator('[data-matrix="A"] [role="grid"]');
  await scores.focus();
  // Along the queries, then down the keys.
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
  const said = page.locator('.mv-said');
  await expectLast(said, await frameNumber(page, 'decoder.1.cross.scores', [2, 4, 5]));
  await expect(page.locator('.mv-product')).toContainText('row of Kᵀ × column of Q');
  const map = page.locator('[data-matrix="Wv"] [role="grid"]');
  expect(Number(await map.getAttribute('aria-rowcount'))).toBe(24);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => window.inspected?.cell)).toBe('4.5');
});

test('a finger reads a score first; its second tap follows it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await open(page, PLACES[0], 'view=matrices&size=phone&phone');
  const scores = page.locator('[data-matrix="A"]');
  await scores.scrollIntoViewIfNeeded();
  const box = await scores.boundingBox();
  if (!box) throw new Error('A is not on the page');
  const tap = () => page.touchscreen.tap(box.x + box.width / 28, box.y + box.height / 28);
  await tap();
  await expect(page.locator('.mv-said')).toContainText('“The” → “The”');
  expect(await page.evaluate(() => window.inspected?.cell)).toBe('');
  await tap();
  expect(await page.evaluate(() => window.inspected?.cell)).toBe('0.0');
  await context.close();
});

// In the other themes: e2e/views/axe.spec.ts.
test('axe finds nothing', async ({ page }) => {
  await open(page, PLACES[0], 'theme=light&view=matrices');
  await page.locator('[data-matrix="A"] [role="grid"]').focus();
  await page.keyboard.press('ArrowDown');
  await expectAccessible(page);
});
