import type { Page } from '@playwright/test';
import { everyNth } from '../../src/testing/long.ts';
import { gridOf, openAnew, openLive, painted, TIRED, WIDE } from '../steps.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { set, stateOf } from './looking.ts';
import { settled } from './numbers.ts';

const menuOf = (page: Page) => page.getByRole('menu', { name: 'More ways to look' });
const paneOf = (page: Page, view: string) => page.locator(`.app-pane[data-pane=${view}]`);
const HASH = { text: TIRED, kind: 'encoder', layer: '2', heads: '4', cell: 'none' };

/** In the order of a phone's menu: its name, its pane, what the state says of it. */
const VIEWS = [
  ['One number', 'cell', { view: 'cell' }],
  ['Matrices', 'matrices', { view: 'matrices' }],
  ['Gradients', 'gradient', { view: 'heatmap', weigh: 'product' }],
  ['Heads', 'heads', { view: 'heads' }],
  ['Compare', 'pair', { view: 'pair' }],
  ['Step by step', 'time', { view: 'time', step: 0 }],
  ['Logit lens', 'lens', { view: 'lens' }],
] as const;
/** Those that a desk has no tab for, and has in its menu. */
const LISTED = VIEWS.filter(([, pane]) => pane === 'gradient' || pane === 'lens');
const TABS = VIEWS.filter((view) => !LISTED.includes(view));

test('a desk has the lecture’s views as tabs: one click each, in one row, in both languages', async ({
  page,
}) => {
  await openLive(page, { hash: HASH });
  for (const language of ['en', 'zh-CN'] as const) {
    await set(page, { language });
    const tabs = page.locator('.app-views .ui-toggle-option');
    await expect(tabs).toHaveCount(2 + TABS.length);
    const tops = await tabs.evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().top));
    expect(new Set(tops).size, language).toBe(1);
    const fits = await page.locator('.app-views').evaluate((row) => row.scrollWidth <= row.clientWidth);
    expect(fits, language).toBe(true);
  }
  await set(page, { language: 'en' });
  for (const [name, pane, state] of TABS) {
    await page.locator('.app-views').getByRole('radio', { name, exact: true }).click();
    await expect(paneOf(page, pane)).toBeVisible();
    expect(await stateOf(page), name).toMatchObject(state);
    expect(await paneOf(page, pane).evaluate((one) => one.contains(document.activeElement)), name).toBe(true);
  }
  // By the arrow keys the tabs are walked to their end, whatever comes on the page meanwhile.
  const radios = page.locator('.app-views input');
  await page.locator('.app-views').getByRole('radio', { name: 'Heatmap' }).click();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await radios.first().focus();
  for (let i = 1; i < 2 + TABS.length; i++) {
    await page.keyboard.press('ArrowRight');
    await expect(radios.nth(i)).toBeFocused();
    await expect(radios.nth(i)).toBeChecked();
  }
});

test('the keyboard alone: m, arrows, Enter into every view of the menu, Escape back to the heatmap', async ({
  page,
}) => {
  await openLive(page, { hash: HASH });
  for (const [n, [name, pane, state]] of LISTED.entries()) {
    await gridOf(page).focus();
    await page.keyboard.press('m');
    await expect(menuOf(page)).toBeVisible();
    const items = menuOf(page).getByRole('menuitemradio');
    await expect(items).toHaveCount(LISTED.length);
    await expect(items.first()).toBeFocused();
    for (let down = 0; down < n; down++) await page.keyboard.press('ArrowDown');
    await expect(items.nth(n)).toBeFocused();
    await expect(items.nth(n)).toHaveAccessibleName(new RegExp(`^${name}`));
    await page.keyboard.press('Enter');
    await expect(menuOf(page)).toHaveCount(0);
    await expect(paneOf(page, pane)).toBeVisible();
    expect(await stateOf(page), name).toMatchObject(state);
    // The view has the keys now, and the button bears its name.
    expect(await paneOf(page, pane).evaluate((pane) => pane.contains(document.activeElement)), name).toBe(
      true,
    );
    await expect(page.getByRole('button', { name: `More views: ${name}` })).toBeVisible();
    await page.keyboard.press('Escape');
    await painted(page);
    expect(await stateOf(page), name).toMatchObject({ view: 'heatmap', weigh: 'pattern' });
    await expect(gridOf(page), name).toBeFocused();
  }
});

test('the menu by itself: Escape and Tab leave it with nothing changed, the focus where it was', async ({
  page,
}) => {
  await openLive(page, { hash: HASH });
  const before = await stateOf(page);
  for (const leave of ['Escape', 'Tab', 'Escape']) {
    await gridOf(page).focus();
    await page.keyboard.press('m');
    await expect(menuOf(page).getByRole('menuitemradio').first()).toBeFocused();
    await page.keyboard.press('End');
    await expect(menuOf(page).getByRole('menuitemradio', { name: /^Logit lens/ })).toBeFocused();
    await page.keyboard.press('g');
    await expect(menuOf(page).getByRole('menuitemradio', { name: /^Gradients/ })).toBeFocused();
    await page.keyboard.press(leave);
    await expect(menuOf(page)).toHaveCount(0);
    await expect(gridOf(page)).toBeFocused();
  }
  expect(await stateOf(page)).toEqual(before);
  // By its button: Enter opens it, and there the focus comes back to.
  const button = page.getByRole('button', { name: 'More views' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(menuOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  // In the sentence, m is a letter.
  await page.keyboard.press('/');
  await page.keyboard.press('m');
  await expect(menuOf(page)).toHaveCount(0);
});

/** Each view with what it has to remember, and a word of what its picture must show. */
const LINKS = [
  ['cell', { view: 'cell', cell: { query: 8, key: 1 }, inspect: 6 }, 'step 7 of 9'],
  ['matrices', { view: 'matrices', kind: 'cross', layer: 1, heads: [3] }, 'Every row is a French word'],
  ['gradient', { view: 'heatmap', weigh: 'gradient', word: 3 }, 'how log P('],
  ['heads', { view: 'heads', measure: 'previous', order: 'least' }, 'the one right before it'],
  ['pair', { view: 'pair', other: { kind: 'encoder', layer: 2, head: 4, text: WIDE } }, 'A tired B wide'],
  [
    'pair',
    { view: 'pair', other: { kind: 'encoder', layer: 3, head: 0, text: null } },
    'B: layer 4 · head 1',
  ],
  ['time', { view: 'time', step: 4, kind: 'decoder', layer: 3, heads: [2] }, 'step 5 of'],
  ['lens', { view: 'lens', language: 'zh-CN' }, '第 4 层'],
] as const;

/** These open in a page that is loaded for them, the others in the page that is open. */
const LOADED = everyNth(3, LINKS);

test('every view’s link opens the same view', async ({ page }) => {
  await openLive(page, { hash: HASH });
  const plain = await stateOf(page);
  for (const entry of LINKS) {
    const [pane, patch, shown] = entry;
    const { kind, layer, heads, cell, weigh, language } = plain;
    const last = page.url();
    await set(page, {
      kind,
      layer,
      heads,
      cell,
      weigh,
      language,
      other: null,
      step: null,
      word: null,
      ...patch,
    });
    await settled(page);
    await expect(paneOf(page, pane)).toContainText(shown);
    const state = await stateOf(page);
    await expect.poll(() => page.url()).not.toBe(last);
    const link = page.url();
    const hash = Object.fromEntries(new URLSearchParams(new URL(link).hash.slice(1)));
    await (LOADED.includes(entry) ? openAnew : openLive)(page, { hash });
    await settled(page);
    expect(await stateOf(page)).toEqual(state);
    await expect(paneOf(page, pane)).toContainText(shown);
    // A comma may be written as itself or escaped: the page prints it plainly, the test does not.
    expect(decodeURIComponent(page.url())).toBe(decodeURIComponent(link));
  }
});

test('on a phone, by touch: every view is reached, fits its width, and is left again', async ({
  browser,
}) => {
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await phone.newPage();
  await openLive(page, { hash: HASH });
  for (const [name, pane, state] of VIEWS) {
    await page.getByRole('button', { name: /^More views/ }).tap();
    await menuOf(page)
      .getByRole('menuitemradio', { name: new RegExp(`^${name}`) })
      .tap();
    await settled(page);
    await expect(paneOf(page, pane)).toBeVisible();
    expect(await stateOf(page), name).toMatchObject(state);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, name).toBeLessThanOrEqual(390);
  }
  await page.getByRole('radio', { name: 'Heatmap' }).tap();
  await expect(gridOf(page)).toBeVisible();
  expect(await stateOf(page)).toMatchObject({ view: 'heatmap', weigh: 'pattern' });
  await phone.close();
});
