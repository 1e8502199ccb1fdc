import type { Page } from '@playwright/test';
import { expect, lookingTest as test } from '../../support/test.ts';
import { open, thumb } from './changeSteps.ts';

const HEAD = 'encoder, layer 3, head 5';
const boxes = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [x, y, width, height];
    }),
  );

test.describe('heads in the figure', () => {
  const PARTS = '.figure-head, .figure-bar, .figure-caption, .figure-stack, .figure-name, .figure-row canvas';

  test('nothing moves whatever their states, and nothing is different where nothing is changed', async ({
    page,
  }) => {
    await open(page, 'plain');
    const plain = await boxes(page, PARTS);
    expect(plain.length).toBeGreaterThan(120);
    await open(page, 'start=off');
    await expect(page.locator('.figure-head[data-off]')).toHaveCount(12);
    // The bars come after the heads where they are buttons: the order on the page is the same for the eye.
    const sorted = (list: number[][]) => list.map((box) => box.join(' ')).sort();
    expect(sorted(await boxes(page, PARTS))).toEqual(sorted(plain));
    await thumb(page, HEAD).focus();
    for (const key of ['x', 'h', 'x', 'h', 'h', 'x']) await page.keyboard.press(key);
    await page.locator('label:has-text("difference")').click();
    expect(sorted(await boxes(page, PARTS))).toEqual(sorted(plain));
  });

  test('the keys on a thumbnail switch it off and hide it, and its name says so', async ({ page }) => {
    await open(page, 'start=none');
    const head = thumb(page, HEAD);
    await head.focus();
    await page.keyboard.press('x');
    await expect(head).toHaveAttribute('data-off', 'zero');
    await expect(head).toHaveAttribute('aria-label', /switched off: gives nothing/);
    await expect(page.locator('.figure-about')).toContainText('switched off: gives nothing');
    await page.keyboard.press('h');
    await expect(head).toHaveAttribute('aria-label', /hidden from view/);
    await page.keyboard.press('x');
    await page.keyboard.press('h');
    await expect(head).toHaveAttribute('aria-label', `${HEAD}, chosen`);
    await page.keyboard.press('ArrowRight');
    await expect(thumb(page, 'encoder, layer 3, head 6')).toBeFocused();
  });

  test('its menu opens by key, is walked by arrows, and gives the focus back', async ({ page }) => {
    await open(page, 'start=none');
    const head = thumb(page, HEAD);
    await head.focus();
    await page.keyboard.press('Shift+F10');
    const menu = page.getByRole('menu', { name: /Encoder · layer 3 · head 5/ });
    await expect(menu.getByRole('menuitemradio').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(head).toBeFocused();
    await page.keyboard.press('ContextMenu');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('data-off', 'mean');
    await expect(head).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('o');
    await expect(menu.getByRole('menuitemradio', { name: 'Off: gives its mean' })).toBeFocused();
    await expect(menu.getByRole('menuitemradio', { name: 'Off: gives its mean' })).toHaveAttribute(
      'aria-checked',
      'true',
    );
    await page.keyboard.press('w');
    await page.keyboard.press('Enter');
    await expect(page.locator('.figure-head[data-off]')).toHaveCount(8);
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('data-hidden', 'true');
  });

  test('a right click opens it beside the pointer; only this one stays on; a press elsewhere closes it', async ({
    page,
  }) => {
    await open(page, 'start=none');
    const head = thumb(page, 'Cross-Attention, layer 2, head 1');
    await head.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Only this one on in its layer' }).click();
    await expect(page.locator('.figure-row[data-kind="cross"] .figure-head[data-off]')).toHaveCount(7);
    await expect(head).not.toHaveAttribute('data-off');
    await head.click({ button: 'right' });
    await expect(page.getByRole('menu')).toBeVisible();
    await page.mouse.click(1100, 650);
    await expect(page.getByRole('menu')).toHaveCount(0);
    // A plain click still opens the head.
    await head.click();
    await expect(head).toHaveAttribute('aria-pressed', 'true');
  });

  test('the button beside the title does the same', async ({ page }) => {
    await open(page, 'start=none');
    await page.getByRole('button', { name: 'Switch off', exact: true }).click();
    await expect(thumb(page, HEAD)).toHaveAttribute('data-off', 'zero');
    await page.getByRole('button', { name: 'Switch back on' }).click();
    await expect(thumb(page, HEAD)).not.toHaveAttribute('data-off');
    await page.getByRole('button', { name: /Encoder · layer 3 · head 5: switch off/ }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /head 5: switch off/ })).toBeFocused();
  });

  test('bars are one tab stop, walked by arrows, opened by Enter and click', async ({ page }) => {
    await open(page, 'start=none');
    await thumb(page, HEAD).focus();
    await page.keyboard.press('Tab');
    const first = page.getByRole('button', { name: 'Encoder, layer 4: Add & Norm, the output' });
    await expect(first).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const forward = page.getByRole('button', { name: 'Encoder, layer 4: Feed Forward' });
    await expect(forward).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('ArrowRight');
    await expect(
      page.getByRole('button', { name: /^Decoder, layer/ }).and(page.locator(':focus')),
    ).toHaveCount(1);
    await page.getByRole('button', { name: 'Decoder, layer 1: Add & Norm after Cross-Attention' }).click();
    await expect(forward).toHaveAttribute('aria-pressed', 'false');
  });
});

test.describe('any stage', () => {
  test('is read by keys, before and after', async ({ page }) => {
    await open(page, 'stage');
    await page.locator('.sh-grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect(page.locator('.sh-said')).toHaveText(/^“animal”, dimension 192: −?\d/);
    await page.locator('label:has-text("difference")').click();
    await page.locator('.sh-grid').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.sh-said')).toHaveText(/^“The”, dimension 2: \S.* → \S.*/);
    await page.getByLabel('Stage').selectOption({ index: 2 });
    await page.locator('.sh-grid').focus();
    await page.keyboard.press('End');
    await expect(page.locator('.sh-said')).toHaveText(/head 8, dimension 24/);
  });
});
