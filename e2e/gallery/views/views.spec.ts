import type { Page } from '@playwright/test';
import { amountScale, chosenArcs, type Matrix, weightAt } from '../../../src/layout/index.ts';
import { exactWeight } from '../../steps.ts';
import { findings, IN_GALLERY } from '../../support/axe.ts';
import { expect, lookingTest as test } from '../../support/test.ts';
import { sceneOf, weightsOf } from './scenes.ts';

const LECTURE = sceneOf('lecture', 'encoder');
const MATRIX: Matrix = weightsOf(LECTURE, 'encoder', 1);

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`e2e/gallery/views/index.html?${query}`);
  await page.waitForSelector('.am-grid, .ta-word');
}

/** The size of a cell, CSS px. */
async function cellOf(page: Page): Promise<{ wide: number; high: number }> {
  const matrix = page.locator('[data-view="attention-matrix"]');
  const side = async (name: string) => Number(await matrix.getAttribute(name));
  return { wide: await side('data-cell-width'), high: await side('data-cell-height') };
}

/** The middle of a cell on the page, from the labels that stand beside it and above it. */
async function middleOf(page: Page, query: number, key: number): Promise<{ x: number; y: number }> {
  const canvas = await page.locator('.am-cells').boundingBox();
  const { wide, high } = await cellOf(page);
  if (!canvas) throw new Error('The canvas is not on the page');
  return { x: canvas.x + (key + 0.45) * wide, y: canvas.y + (query + 0.45) * high };
}

/** Colour of a canvas pixel inside a cell, away from its number. */
async function colourOf(page: Page, query: number, key: number): Promise<string> {
  const { wide, high } = await cellOf(page);
  return page.locator('.am-cells canvas').evaluate(
    (canvas: HTMLCanvasElement, [x = 0, y = 0]) => {
      const ratio = canvas.width / canvas.clientWidth;
      // Read from a copy: a canvas that is drawn to and read often makes the console say so.
      const copy = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      copy?.drawImage(canvas, x * ratio, y * ratio, 1, 1, 0, 0, 1, 1);
      const pixel = copy?.getImageData(0, 0, 1, 1).data ?? [];
      return `rgb(${pixel[0]}, ${pixel[1]}, ${pixel[2]})`;
    },
    [key * wide + 4, query * high + 4],
  );
}

const exactText = (query: number, key: number) => exactWeight(weightAt(MATRIX, { query, key }));

test('cells have the colour of their weight, in every theme', async ({ page }) => {
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    await open(page, `theme=${theme}`);
    const scale = amountScale('encoder', theme, 'hue');
    for (const [query, key] of [
      [0, 0],
      [8, 1],
      [8, 2],
      [13, 12],
      [1, 3],
    ] as const) {
      expect(await colourOf(page, query, key)).toBe(scale.css(weightAt(MATRIX, { query, key })));
    }
  }
});

test('the keys walk the grid, and the exact number follows', async ({ page }) => {
  await open(page, '');
  await page.keyboard.press('Tab');
  const exact = page.locator('.rp-exact');
  await expect(exact).toContainText(exactText(0, 0));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(exact).toContainText(exactText(1, 2));
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowDown');
  await expect(exact).toContainText(exactText(13, 13));
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  await expect(exact).toContainText(exactText(8, 0));
  const active = page.locator('.am-grid').getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${await active}"]`)).toHaveAttribute('aria-label', /^“it” reads “The”/);
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-live]')).toContainText('pinned: “it” reads “The”');
  await page.keyboard.press('Escape');
  await expect(page.locator('[aria-live]')).toHaveText('');
  await page.keyboard.press('Tab');
  await expect(exact).toHaveCount(0);
});

test('pointing shows both words and the number; a click pins, another lets go', async ({ page }) => {
  await open(page, '');
  const { x, y } = await middleOf(page, 8, 1);
  await page.mouse.move(x, y);
  await expect(page.locator('.am-tip')).toHaveText(/^it → animal\s*79\u202f%$/);
  await expect(page.locator('th.am-strong')).toHaveText(['animal', 'it']);
  await page.mouse.click(x, y);
  await page.mouse.move(2, 2);
  await expect(page.locator('.am-tip')).toHaveCount(0);
  await expect(page.locator('.am-pin')).toHaveCount(1);
  await expect(page.locator('.rp-exact')).toContainText(exactText(8, 1));
  await page.mouse.click(x, y);
  await expect(page.locator('.am-pin')).toHaveCount(0);
});

test('a finger pins, and the reading stays', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await open(page, 'phone');
  const { x, y } = await middleOf(page, 8, 1);
  await page.touchscreen.tap(x, y);
  await expect(page.locator('.am-pin')).toHaveCount(1);
  await expect(page.locator('.rp-heading')).toHaveText('“it” reads');
  await context.close();
});

test('cells that may not be read are hatched, not coloured like nothing', async ({ page }) => {
  await open(page, 'kind=decoder&theme=contrast');
  const row = await page.locator('.am-cells canvas').evaluate((canvas: HTMLCanvasElement) => {
    const pixels = canvas.getContext('2d')?.getImageData(canvas.width - 30, 5, 24, 1).data ?? [];
    return Array.from({ length: 24 }, (_, i) => pixels[4 * i + 3] ?? 0);
  });
  expect(row.some((alpha) => alpha > 100)).toBe(true);
  expect(row.some((alpha) => alpha === 0)).toBe(true);
});

for (const scene of ['14', '40', '120', 'long']) {
  test(`row labels of ${scene} keep apart and inside`, async ({ page }) => {
    await open(page, `scene=${scene}`);
    const boxes = await page.locator('.am-row').evaluateAll((rows) =>
      rows.map((row) => {
        const text = row.firstElementChild?.getBoundingClientRect();
        return { left: text?.left ?? -1, top: text?.top ?? 0, bottom: text?.bottom ?? 0 };
      }),
    );
    expect(boxes.length).toBeGreaterThan(3);
    boxes.forEach((box, i) => {
      expect(box.left).toBeGreaterThanOrEqual(0);
      if (i > 0) expect(box.top).toBeGreaterThanOrEqual((boxes[i - 1]?.bottom ?? 0) - 3);
    });
  });
}

test('pointing at a word leaves only its own arcs', async ({ page }) => {
  await open(page, 'view=arcs');
  const arcs = page.locator('.ta-arcs path');
  const wanted = (query: number | null) => chosenArcs(MATRIX, { mass: 0.8, query, kind: 'encoder' });
  await expect(arcs).toHaveCount(wanted(null).length);
  await page.locator('.ta-button').nth(8).hover();
  await expect(arcs).toHaveCount(wanted(8).length);
  await expect(page.locator('.rp-exact')).toContainText(exactText(8, 1));
  await page.mouse.move(2, 2);
  await expect(arcs).toHaveCount(wanted(null).length);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ta-button').nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(arcs.last()).toHaveAttribute('stroke-opacity', `${weightAt(MATRIX, { query: 1, key: 1 })}`);
});

test('axe finds nothing in any theme', async ({ page }) => {
  for (const theme of ['light', 'dark', 'contrast']) {
    for (const view of ['heatmap', 'arcs']) {
      await open(page, `theme=${theme}&view=${view}&kind=decoder&pin=3.1`);
      expect(await findings(page, IN_GALLERY)).toEqual([]);
    }
  }
});
