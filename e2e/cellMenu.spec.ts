import type { Page } from '@playwright/test';
import { frameOf, gridOf, openAnew, openLive, painted, TIRED, weightOf } from './steps.ts';
import { expect, test } from './support/test.ts';

const HASH = { text: TIRED, kind: 'encoder', layer: '3', heads: '7', cell: '8,1' };
const menuOf = (page: Page) => page.getByRole('menu', { name: 'More about this cell' });
const itemOf = (page: Page, name: string) => menuOf(page).getByRole('menuitem', { name });
const stateOf = (page: Page) => page.evaluate(() => window.headlight.getState());

/** A right click in the middle of the pinned cell. */
async function rightClick(page: Page): Promise<void> {
  const box = await gridOf(page).getByRole('gridcell').last().boundingBox();
  if (!box) throw new Error('no cell');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'right' });
}

test('by the keyboard: the menu of the cell, Escape back to the grid, and every act', async ({ page }) => {
  await openLive(page, { hash: HASH });
  const before = await stateOf(page);
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await gridOf(page).focus();
    await page.keyboard.press(key);
    await expect(itemOf(page, 'Which heads link these two?')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(itemOf(page, 'Follow this number')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menuOf(page)).toHaveCount(0);
    await expect(gridOf(page)).toBeFocused();
  }
  expect(await stateOf(page)).toEqual(before);
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('Enter');
  await painted(page);
  expect(await stateOf(page)).toMatchObject({ view: 'heads', measure: 'link', cell: { query: 8, key: 1 } });
  const pickers = page.locator('.hf-pickers select');
  await expect(pickers.first().locator('option:checked')).toHaveText('it');
  await expect(pickers.last().locator('option:checked')).toHaveText('animal');
});

test('by a right click: forbid and allow, the head off and on, the panel at its sections', async ({
  page,
}) => {
  await openAnew(page, { hash: HASH });
  await rightClick(page);
  await itemOf(page, 'Forbid it').click();
  await painted(page);
  expect((await stateOf(page)).changes).toMatchObject([{ type: 'forbid', layer: 3, heads: [7] }]);
  expect(weightOf(await frameOf(page, 'encoder.3.self.pattern'), 7, 8, 1)).toBe(0);
  await rightClick(page);
  await itemOf(page, 'Allow it again').click();
  await rightClick(page);
  await itemOf(page, 'Switch this head off').click();
  await painted(page);
  expect((await stateOf(page)).changes).toMatchObject([{ type: 'off', layer: 3, heads: [7] }]);
  await rightClick(page);
  await itemOf(page, 'Switch this head on again').click();
  expect((await stateOf(page)).changes).toEqual([]);
  await rightClick(page);
  await itemOf(page, 'Forbid this cell in every head').click();
  await painted(page);
  expect((await stateOf(page)).changes).toMatchObject([
    { type: 'forbid', kind: 'encoder', layer: null, heads: null },
  ]);
  for (const [layer, head] of [
    [0, 0],
    [3, 4],
  ] as const)
    expect(weightOf(await frameOf(page, `encoder.${layer}.self.pattern`), head, 8, 1)).toBe(0);
  await rightClick(page);
  await itemOf(page, 'Allow this cell in every head').click();
  expect((await stateOf(page)).changes).toEqual([]);
  await rightClick(page);
  await itemOf(page, 'Why ÷ √d?').click();
  await expect(page.getByRole('button', { name: /^Scale/, expanded: true })).toBeVisible();
});

test('by its button: the exact number is copied, and said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLive(page, { hash: HASH });
  await page.getByRole('button', { name: 'More about this cell' }).click();
  await itemOf(page, 'Copy the number').click();
  const value = weightOf(await frameOf(page, 'encoder.3.self.pattern'), 7, 8, 1);
  await expect(page.getByText(`Copied: ${value}`)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(String(value));
});

test('the finder begins at the pronoun and the noun that is read most', async ({ page }) => {
  await openLive(page, { hash: { ...HASH, cell: 'none', view: 'heads', measure: 'link' } });
  const pickers = page.locator('.hf-pickers select');
  await expect(pickers.first().locator('option:checked')).toHaveText('it');
  await expect(pickers.last().locator('option:checked')).toHaveText('animal');
});

test('the caveat stands in the first view, and leads to the signs', async ({ page }) => {
  await openLive(page, { hash: HASH });
  await expect(page.getByText('Weights ≠ explanation')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.app-head-side .lg-root')).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Signs' }).click();
  await expect(page.getByRole('heading', { name: 'Signs on this page' })).toBeVisible();
  await expect(page.getByText('a blank', { exact: true })).toBeInViewport();
  await page.keyboard.press('Escape');
});
