import type { Page } from '@playwright/test';
import { openAnew, openLive, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

const LONG = `${TIRED.slice(0, -1)} and the flowers of the neighbour were chased by the wind over the hills.`;

/** Middles and lines on the page, px: of words along an axis, and of what is drawn over them. */
const middleOf = async (page: Page, axis: 'row' | 'column', word: string) => {
  const box = await page.locator(`.am-${axis}`, { hasText: new RegExp(`^${word}$`) }).boundingBox();
  return axis === 'row' ? (box?.y ?? 0) + (box?.height ?? 0) / 2 : (box?.x ?? 0) + (box?.width ?? 0) / 2;
};

test('a bracket joins the pieces of one word along both axes and under the French, and no others', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED } });
  const rows = page.locator('.am-ties.am-leaders-rows path');
  const tie = await rows.boundingBox();
  const [first, second, next] = await Promise.all(
    ["didn'", 't', 'cross'].map((word) => middleOf(page, 'row', word)),
  );
  expect(tie?.y).toBeLessThanOrEqual(first ?? 0);
  expect((tie?.y ?? 0) + (tie?.height ?? 0)).toBeGreaterThanOrEqual(second ?? 0);
  expect((tie?.y ?? 0) + (tie?.height ?? 0)).toBeLessThan((next ?? 0) - 4);
  await expect(rows).toHaveAttribute('d', /^M[^M]*$/);
  await expect(page.locator('.am-ties.am-leaders-columns path')).toHaveAttribute('d', /^M[^M]*$/);
  await expect(page.locator('.am-row', { hasText: /^t$/ })).toHaveAttribute('title', /didn't/);
  await expect(page.locator('.strip-word[data-pieces]')).toHaveText([/L'.*animal/, /n'.*a/, /qu'.*il/]);
  await openAnew(page, { hash: { text: TIRED, level: 'word' } });
  await expect(page.locator('.am-row', { hasText: /^didn't$/ })).toBeVisible();
  await expect(page.locator('.am-ties')).toHaveCount(0);
});

test('arcs between two languages stand upright at every width, their ends named above them', async ({
  page,
}) => {
  for (const [width, figure] of [
    [1280, 'open'],
    [1280, 'folded'],
    [390, 'open'],
  ] as const) {
    await page.setViewportSize({ width, height: 780 });
    await openAnew(page, { hash: { text: TIRED, view: 'arcs', kind: 'cross', figure } });
    const words = page.locator('.ta-word');
    await expect(words.first()).toBeVisible();
    expect(
      await words.evaluateAll((all) => all.filter((word) => word.hasAttribute('transform')).length),
    ).toBe(0);
    const [caption, word] = [page.locator('.ta-axis').first(), words.first()];
    const [above, below] = [await caption.boundingBox(), await word.boundingBox()];
    expect((below?.y ?? 0) - (above?.y ?? 0)).toBeLessThan(50);
  }
});

test('arcs that go on beyond their room say so, and lead there', async ({ page }) => {
  for (const hash of [
    { text: LONG, view: 'arcs' },
    { text: `${LONG} ${LONG}`, view: 'arcs', figure: 'folded' },
  ]) {
    await openAnew(page, { hash });
    const more = page.getByRole('button', { name: 'more words' });
    const room = page.locator('.ta-room');
    const before = await room.evaluate((it) => it.scrollLeft + it.scrollTop);
    await more.press('Enter');
    expect(await room.evaluate((it) => it.scrollLeft + it.scrollTop)).toBeGreaterThan(before + 50);
    await room.evaluate((it) => it.scrollTo(it.scrollWidth, it.scrollHeight));
    await expect(more).toHaveCount(0);
  }
});

test('bytes of another script stand as their character, and each says which byte it is', async ({ page }) => {
  await openLive(page, { hash: { text: '我爱你' } });
  const rows = page.locator('.am-row');
  await expect(rows.filter({ hasText: /^我$/ })).toHaveCount(3);
  await expect(rows.filter({ hasText: '<0x' })).toHaveCount(0);
  await expect(rows.filter({ hasText: /^爱$/ }).nth(1)).toHaveAttribute('aria-label', '爱, byte 2 of 3');
  await openAnew(page, { hash: { text: '我爱你', level: 'word' } });
  await expect(rows.filter({ hasText: /^.?我爱你$/ })).toHaveCount(1);
});
