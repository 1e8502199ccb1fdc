import type { Page } from '@playwright/test';
import { gridOf, openLive, painted, sentenceOf, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

const LONG =
  `${TIRED.slice(0, -1)} and the street was far too wide for a small animal that had not slept since the day
 before and was now so very hungry that it could not even walk to the other side of the old house.`.replace(
    /\s+/g,
    ' ',
  );
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

interface Seen {
  readonly ms: number;
  readonly words: string;
  readonly pitch: number;
  readonly high: number;
}

/** From now on the page notes each picture of the grid: its words and its pitch. */
const watchGrid = (page: Page) =>
  page.locator('[data-view=attention-matrix]').evaluate((root) => {
    const seen: Seen[] = [];
    const note = () => {
      const words = [...root.querySelectorAll('tbody th')].map((word) => word.textContent).join(' ');
      const side = (name: string) => Number(root.getAttribute(name));
      seen.push({
        ms: performance.now(),
        words,
        pitch: side('data-cell-width'),
        high: side('data-cell-height'),
      });
    };
    note();
    new MutationObserver(note).observe(root, { subtree: true, childList: true, attributes: true });
    Object.assign(window, { gridSeen: seen });
  });

const seenOf = (page: Page) =>
  page.evaluate(() => ('gridSeen' in window ? (window.gridSeen as readonly Seen[]) : []));

const pitchOf = async (page: Page) =>
  Number(await page.locator('[data-view=attention-matrix]').getAttribute('data-cell-width'));

/** A pause in typing, less what a timer may come early. */
const PAUSE_MS = 690;

test('while a sentence is typed the grid never swims: cells get larger only after a pause', async ({
  page,
}) => {
  const [start, rest] = ['The animal did not cross the street', ' because it was flowery.'];
  await openLive(page, { hash: { text: start } });
  await sentenceOf(page).click();
  await page.keyboard.press('End');
  await watchGrid(page);
  await page.keyboard.type(rest, { delay: 60 });
  await painted(page);
  const seen = await seenOf(page);
  let changedMs = Number.NEGATIVE_INFINITY;
  seen.forEach((now, n) => {
    const last = seen[n - 1] ?? now;
    // After a pause the next letter's picture may be the first to be drawn at all.
    if (now.pitch > last.pitch) expect(now.ms - changedMs).toBeGreaterThanOrEqual(PAUSE_MS);
    if (now.words !== last.words) changedMs = now.ms;
    expect(now.high).toBe(now.pitch);
  });
  expect(new Set(seen.map(({ words }) => words)).size).toBeGreaterThan(3);
  // Smaller in the end, since the sentence is longer; and after a pause as large as a link to it opens with.
  expect(seen.at(-1)?.pitch).toBeLessThan(seen[0]?.pitch ?? 0);
  await page.waitForTimeout(1000);
  const grown = await pitchOf(page);
  await openLive(page, { hash: { text: 'The cat sat.' } });
  await openLive(page, { hash: { text: `${start}${rest}` } });
  await expect.poll(() => pitchOf(page)).toBe(grown);
});

for (const size of SIZES) {
  test(`at ${size.width}×${size.height} the words that matter are there, and the pinned cell is in sight`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    for (const text of ['Go.', TIRED, LONG]) {
      await openLive(page, { hash: { text, kind: 'encoder', layer: '3', heads: '7', cell: '1,0' } });
      const count = await page.evaluate(() => window.headlight.tokens().source.length);
      const column = (key: number) => gridOf(page).locator(`th[scope=col][aria-colindex="${key + 2}"]`);
      const row = (query: number) => gridOf(page).locator(`tr[aria-rowindex="${query + 2}"] > th`);
      // The grid may still be giving its cells the room that typing left.
      await page.waitForTimeout(800);
      for (const at of [0, count - 1]) await expect(column(at)).not.toBeEmpty();
      for (const at of [1, count - 1]) await expect(row(at)).toBeVisible();
      await expect(page.locator('.am-pin')).toBeInViewport();
      await gridOf(page).focus();
      await page.keyboard.press('Control+End');
      await expect(page.locator('.am-active')).toBeInViewport();
      await expect(column(count - 1)).toBeInViewport();
      await expect(row(count - 1)).toBeInViewport();
    }
  });
}

test('in a grid that scrolls, pointing at a word that stays points at that word', async ({ page }) => {
  await openLive(page, { hash: { text: LONG, kind: 'encoder', layer: '3', heads: '7', cell: '50,50' } });
  const room = page.locator('.am-scroll');
  await expect(room).toHaveAttribute('data-more', /left/);
  const word = gridOf(page).locator('tr[aria-rowindex="52"] > th bdi');
  await word.hover();
  const text = (await word.textContent()) ?? '';
  await expect(page.locator('.rp-heading')).toContainText(text);
});
