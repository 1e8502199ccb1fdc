import type { CDPSession, Locator, Page } from '@playwright/test';

/** Steps that the specs of changing the model share. */

export async function open(page: Page, query: string): Promise<void> {
  await page.goto(`e2e/gallery/change/change.html?${query}`);
  await page.waitForSelector('.figure-head, .sh-grid');
}

export const thumb = (page: Page, name: string): Locator =>
  page.locator(`.figure-head[aria-label^="${name}"]`);

/** Waits until the heatmap has come to rest: for ten frames in one place. */
export async function atRest(page: Page): Promise<void> {
  await page.locator('.am-cells').evaluate(async (cells) => {
    let last = '';
    for (let still = 0; still < 10; ) {
      const { x, y, width, height } = cells.getBoundingClientRect();
      const now = [x, y, width, height].join(' ');
      still = now === last ? still + 1 : 0;
      last = now;
      await new Promise((frame) => requestAnimationFrame(frame));
    }
  });
}

/** The middle of a cell on the page. */
export async function middleOf(page: Page, query: number, key: number): Promise<{ x: number; y: number }> {
  const canvas = await page.locator('.am-cells').boundingBox();
  const matrix = page.locator('[data-view="attention-matrix"]');
  const side = async (name: string) => Number(await matrix.getAttribute(name));
  const [wide, high] = [await side('data-cell-width'), await side('data-cell-height')];
  if (!canvas) throw new Error('The canvas is not on the page');
  return { x: canvas.x + (key + 0.45) * wide, y: canvas.y + (query + 0.45) * high };
}

/** What is said of the cell the keys stand on. */
export async function spokenCell(page: Page): Promise<string | null> {
  const id = await page.locator('.am-grid').getAttribute('aria-activedescendant');
  return page.locator(`[id="${id}"]`).getAttribute('aria-label');
}

/** What a section's title says is changed in it. */
export const note = (page: Page, section: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${section}`) }).locator('.ui-section-note');

/** A finger: down, resting so long by the page's clock, which is installed, along some points, resting again, up. */
export async function finger(
  page: Page,
  session: CDPSession,
  points: readonly { x: number; y: number }[],
  restMs = 0,
  thenMs = 0,
): Promise<void> {
  const [first, ...rest] = points;
  if (!first) return;
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [first] });
  if (restMs > 0) await page.clock.runFor(restMs);
  for (const point of rest) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  }
  if (thenMs > 0) await page.clock.runFor(thenMs);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
