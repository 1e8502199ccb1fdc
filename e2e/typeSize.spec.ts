import type { Page } from '@playwright/test';
import { openAnew, painted, sentenceOf, TIRED } from './steps.ts';
import { noteCanvasText, seenTexts } from './support/smallestText.ts';
import { expect, test } from './support/test.ts';

/** A view as the state says it. */
const VIEWS = [
  { view: 'heatmap', weigh: 'pattern' },
  { view: 'arcs' },
  { view: 'cell', inspect: 0 },
  { view: 'cell', inspect: 5 },
  { view: 'matrices' },
  { view: 'time', step: 3 },
  { view: 'pair' },
  { view: 'heads' },
  { view: 'lens' },
  { view: 'heatmap', weigh: 'product' },
] as const;
/** What a clicker walks through: views that are presented to a hall. */
const PRESENTED = VIEWS.slice(0, 6);

/** Texts smaller than so many px in each of these views, by the view's name. */
async function smallIn(
  page: Page,
  views: readonly object[],
  leastPx: number,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const one of views) {
    await page.evaluate((state) => window.headlight.setState(state), { weigh: 'pattern', ...one } as never);
    await painted(page);
    await page.waitForTimeout(700);
    const small = (await seenTexts(page)).filter(({ px }) => px < leastPx - 0.05);
    if (small.length > 0)
      found[JSON.stringify(one)] = small
        .slice(0, 6)
        .map(({ text, px, of }) => `${px.toFixed(1)} ${text} (${of})`);
  }
  return found;
}

test('what is presented has the sentence, one picture, the French, and no text under 20 px', async ({
  page,
}) => {
  await noteCanvasText(page);
  await openAnew(page, {
    hash: { present: 'on', text: TIRED, kind: 'encoder', layer: '3', heads: '7', cell: '8,1' },
  });
  await expect(page.locator('.present')).toBeVisible();
  await expect(page.locator('.figure')).toHaveCount(0);
  await expect(sentenceOf(page)).toHaveValue(TIRED);
  expect(await smallIn(page, PRESENTED, 20)).toEqual({});
  // Nothing lies beyond the screen.
  const over = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(over).toBeLessThanOrEqual(0);
});

for (const [width, height, leastPx] of [
  [1280, 720, 13],
  [1920, 1080, 19.5],
] as const) {
  test(`no text is smaller than ${leastPx} px at ${width}×${height}, in any view`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await noteCanvasText(page);
    await openAnew(page, { hash: { text: TIRED, kind: 'encoder', layer: '3', heads: '7', cell: '8,1' } });
    expect(await smallIn(page, VIEWS, leastPx)).toEqual({});
  });
}
