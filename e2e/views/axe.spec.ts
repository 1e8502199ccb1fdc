import type { Page } from '@playwright/test';
import { everyNth } from '../../src/testing/long.ts';
import { openLive, TIRED, WIDE } from '../steps.ts';
import { findings } from '../support/axe.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { set } from './looking.ts';
import { settled } from './numbers.ts';

/** What another theme can break: the view, and the bar above it. */
const OWN = ['.app-head-bar', '.app-pane'];

const VIEWS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['one number', { view: 'cell', cell: { query: 8, key: 1 }, inspect: 2 }],
  ['its softmax', { view: 'cell', inspect: 5 }],
  ['matrices', { view: 'matrices' }],
  ['gradients', { view: 'heatmap', weigh: 'product' }],
  ['head finder', { view: 'heads', weigh: 'pattern', measure: 'strongest' }],
  ['head finder, a link', { view: 'heads', measure: 'link' }],
  ['two sentences', { view: 'pair', other: { kind: 'encoder', layer: 2, head: 4, text: WIDE } }],
  ['two heads', { view: 'pair', other: { kind: 'encoder', layer: 1, head: 2, text: null } }],
  ['time', { view: 'time', step: 3 }],
  ['lens', { view: 'lens' }],
];

async function checkAll(page: Page, theme: string, within: readonly string[] = []): Promise<void> {
  await openLive(page, { hash: { text: TIRED, kind: 'encoder', layer: '2', heads: '4', theme } });
  for (const [name, patch] of VIEWS) {
    await set(page, patch);
    await settled(page);
    expect(await findings(page, { within }), name).toEqual([]);
  }
  await set(page, { view: 'time', decoding: { way: 'beam' } });
  await page.getByRole('radio', { name: 'Beam tree' }).press('Space');
  expect(await findings(page, { within }), 'beam tree').toEqual([]);
}

test('light: every further view, the page around it too', async ({ page }) => checkAll(page, 'light'));
for (const theme of everyNth(2, ['contrast', 'dark']))
  test(`${theme}: every further view`, async ({ page }) => checkAll(page, theme, OWN));

test('light, on a phone: every further view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await checkAll(page, 'light');
});
