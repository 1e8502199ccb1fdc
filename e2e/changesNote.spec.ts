import type { Page } from '@playwright/test';
import { frameOf, gridOf, openLive, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

const HASH = { text: TIRED, kind: 'encoder', layer: '2', heads: '4', cell: 'none' };
const noteOf = (page: Page) => page.locator('.picture-note');

test('a head that is off says so across its picture, in both drawings, and nothing of it is in the way', async ({
  page,
}) => {
  await openLive(page, { hash: HASH });
  await expect(noteOf(page)).toHaveCount(0);
  for (const view of ['heatmap', 'arcs']) {
    await openLive(page, { hash: { ...HASH, view, changes: 'off.e2h4' } });
    await expect(noteOf(page)).toContainText('Off: its output is 0.');
    await openLive(page, { hash: { ...HASH, view, changes: 'off.e2h4.mean' } });
    await expect(noteOf(page)).toContainText('Off: it gives the mean of its output.');
  }
  await openLive(page, { hash: { ...HASH, changes: 'off.e2h4' } });
  const words = noteOf(page).locator('p');
  const box = await words.boundingBox();
  if (!box) throw new Error('The note has no box');
  const cells = await page.locator('.am-cells').boundingBox();
  expect(box.width).toBeLessThanOrEqual((cells?.width ?? 0) + 1);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.locator('.am-tip')).toBeVisible();
  await expect
    .poll(() => words.evaluate((element) => Number(getComputedStyle(element).opacity)))
    .toBeLessThan(0.2);
});

test('an empty difference says why: by the change, and by measure', async ({ page }) => {
  const hash = { ...HASH, changes: 'off.e2h4', shown: 'difference' };
  await openLive(page, { hash });
  await expect(noteOf(page)).toContainText('Off: its output is 0. The difference is 0 in every cell.');
  await openLive(page, { hash: { ...hash, layer: '1' } });
  await expect(noteOf(page)).toContainText('No change reaches this head');
  const changed = await frameOf(page, 'encoder.1.self.pattern');
  await openLive(page, { hash: { ...HASH, layer: '1' } });
  expect(changed).toEqual(await frameOf(page, 'encoder.1.self.pattern'));
  await openLive(page, { hash: { ...hash, layer: '3', heads: '0' } });
  await expect(gridOf(page)).toBeVisible();
  await expect(noteOf(page)).toHaveCount(0);
});
