import { openLive, TIRED } from './steps.ts';
import { expect, test } from './support/test.ts';

const HASH = { text: TIRED, kind: 'encoder', layer: '3', cell: '8,1' } as const;
/** Tokens of the sentence with its end mark. */
const WORDS = 14;

test('four heads side by side: whole titles, one column of words, rows beside rows, nothing to scroll', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLive(page, { hash: { ...HASH, heads: '0,1,2,3' } });
  const grids = page.locator('.app-drawings > section');
  await expect(grids).toHaveCount(4);
  const drawn = await grids.evaluateAll((sections) =>
    sections.map((section) => {
      const title = section.querySelector('h3');
      const table = section.querySelector('table')?.getBoundingClientRect();
      return {
        cut: title ? title.scrollWidth > title.clientWidth || title.scrollHeight > title.clientHeight : null,
        top: table?.top ?? 0,
        cell: Number(section.getAttribute('data-cell-width')),
        scrolls: section.querySelector('.am-scroll') !== null,
        words: [...section.querySelectorAll('th[scope=row] bdi')].length,
      };
    }),
  );
  for (const one of drawn) {
    expect(one).toMatchObject({ cut: false, scrolls: false, top: drawn[0]?.top, cell: drawn[0]?.cell });
    expect(one.cell).toBeGreaterThanOrEqual(9);
  }
  expect(drawn.map(({ words }) => words > 0)).toEqual([true, false, false, false]);
});

test('two sentences: the three grids have their room, and all words of both axes', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLive(page, { hash: { ...HASH, heads: '7', view: 'pair' } });
  const grids = page.locator('[data-view="number-grid"]');
  await expect(grids).toHaveCount(3);
  await expect(page.locator('.pv-controls .pv-line')).toContainText('… too');
  for (const i of [0, 1, 2]) {
    await expect(grids.nth(i).locator('th[scope=col] bdi')).toHaveCount(WORDS);
    // Square cells: the canvas is as high as it is wide.
    const canvas = await grids.nth(i).locator('canvas').first().boundingBox();
    expect(Math.abs((canvas?.width ?? 0) - (canvas?.height ?? 1))).toBeLessThanOrEqual(2);
    expect(canvas?.width ?? 0).toBeGreaterThanOrEqual(WORDS * 13 - 2);
  }
  await expect(grids.first().locator('th[scope=row] bdi')).toHaveCount(WORDS);
});
