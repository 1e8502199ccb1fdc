import { openLive, TIRED } from './steps.ts';
import { expect, test } from './support/test.ts';

test('on paper a picture is one sheet: light, with its legend, the French and the link, and nothing to press', async ({
  page,
}) => {
  for (const view of ['heatmap', 'cell', 'pair'] as const) {
    await openLive(page, { hash: { text: TIRED, theme: 'dark', view } });
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.locator('.print-line')).toContainText(view === 'heatmap' ? 'text=' : `view=${view}`);
    await expect(page.locator('.print-line')).toBeVisible();
    await expect(page.locator('.strip')).toBeVisible();
    await expect(page.locator('.app-head')).toBeVisible();
    for (const hidden of ['.app-tools', '.app-views', '.app-main > .figure', '.translation-act'])
      await expect(page.locator(hidden).first()).toBeHidden();
    if (view === 'heatmap') await expect(page.locator('.lg-root').first()).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Count (\d+)/)?.[1], view).toBe('1');
  }
});

test('a long sentence is printed whole', async ({ page }) => {
  const long = `${TIRED} `.repeat(3).trim();
  await openLive(page, { hash: { text: long } });
  await page.emulateMedia({ media: 'print' });
  const cut = await page.evaluate(() => {
    const strip = document.querySelector('.strip') as HTMLElement;
    const lines = document.querySelector('.sentence-text') as HTMLElement;
    return [strip.scrollWidth - strip.clientWidth, lines.scrollHeight - lines.clientHeight];
  });
  expect(Math.max(...cut)).toBeLessThanOrEqual(1);
});
