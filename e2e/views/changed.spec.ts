import type { Page } from '@playwright/test';
import { openLive, TIRED } from '../steps.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { set, stateOf, walk } from './looking.ts';
import { settled } from './numbers.ts';

/** Of each view where it writes, and the grid to be walked where it only draws. */
const VIEWS = [
  ['head finder', { view: 'heads', measure: 'entropy' }, '.hf-rows', null],
  ['time', { view: 'time', step: 3 }, '.dt-steps', null],
  ['lens', { view: 'lens' }, '.ll-grid', null],
  ['gradients', { view: 'heatmap', weigh: 'product', word: 2 }, '.gn-notes', null],
  ['matrices', { view: 'matrices', weigh: 'pattern' }, '.mv-said', '[data-matrix=A] table'],
  [
    'pair',
    { view: 'pair', other: { kind: 'cross', layer: 2, head: 3, text: null } },
    '.pv-says',
    '.pv-pictures section:last-child table',
  ],
] as const;

/** What a view says, in each of its states. */
async function saidBy(page: Page, [, patch, selector, grid]: (typeof VIEWS)[number]): Promise<string> {
  await set(page, patch);
  await settled(page);
  await expect(page.locator('.app-pane')).not.toContainText('measuring …');
  if (grid !== null) {
    const row = Array.from({ length: 8 }, (_, key) => ({ query: 2, key }));
    return (await walk(page.locator(`.app-pane ${grid}`), row)).join();
  }
  return (await page.locator(`.app-pane ${selector}`).textContent()) ?? '';
}

async function allSaid(page: Page): Promise<readonly string[]> {
  const said: string[] = [];
  for (const view of VIEWS) said.push(await saidBy(page, view));
  return said;
}

test('every view is of the changed model, and before it of the one that came, on the same words', async ({
  page,
}) => {
  const changes = [
    { type: 'off', kind: 'encoder', layer: 2, heads: [4] },
    { type: 'scale', kind: 'cross', factor: null },
  ];
  await openLive(page, { hash: { text: TIRED, kind: 'cross', layer: '1', heads: '5', cell: 'none' } });
  const came = await allSaid(page);
  await set(page, { changes });
  const after = await allSaid(page);
  for (const [n, [name]] of VIEWS.entries()) expect(after[n], name).not.toBe(came[n]);
  await set(page, { shown: 'before' });
  const before = await allSaid(page);
  // The unchanged model, made to write the changed one's French, sees the same words.
  const text = await page.evaluate(() => window.headlight.translation().text);
  await set(page, { shown: 'after', changes: [], target: text });
  expect((await stateOf(page)).changes).toEqual([]);
  const forced = await allSaid(page);
  for (const [n, [name]] of VIEWS.entries()) {
    expect(before[n], name).toBe(forced[n]);
    expect(before[n], name).not.toBe(after[n]);
  }
});

test('without words every view says so, and comes back with them', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED, kind: 'cross', layer: '1', heads: '5', cell: 'none' } });
  for (const [name, patch, selector] of VIEWS) {
    await set(page, { text: '' });
    await set(page, patch);
    await expect(page.locator('.app-pane'), name).toHaveText(
      'Nothing to read yet: type an English sentence above.',
    );
    await set(page, { text: 'The cat sat.' });
    await settled(page);
    await expect(page.locator(`.app-pane ${selector}`), name).toBeVisible();
  }
});
