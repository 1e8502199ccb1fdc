import type { Page } from '@playwright/test';
import {
  addressOf,
  evaluationOf,
  frameOf,
  openingView,
  openLive,
  sentenceOf,
  TIRED,
  weightOf,
} from './steps.ts';
import { expect, test } from './support/test.ts';

/** Holds the weights back until the answer is called. */
async function holdWeights(page: Page): Promise<() => void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/model.safetensors*', async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('the first picture is painted before the weights arrive, and becomes live without a jump', async ({
  page,
}) => {
  const release = await holdWeights(page);
  await page.goto(addressOf({ query: { backend: 'wasm' } }));
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  expect(await page.evaluate(() => window.headlight.backend())).toBeNull();
  await expect(page.getByText(/stored · not live yet/)).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeVisible();
  const places = () =>
    page.evaluate(() =>
      [
        ...document.querySelectorAll(
          '[role=grid], .figure-head, textarea, [data-view=reading-panel], [data-view=legend]',
        ),
      ].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
      }),
    );
  const before = await places();
  const stored = await page.evaluate(() => window.headlight.translation().text);
  expect(before.length).toBeGreaterThan(50);
  release();
  await page.evaluate(() => window.headlight.whenReady());
  expect(await places()).toEqual(before);
  expect(await page.evaluate(() => window.headlight.translation().text)).toBe(stored);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const marks = await page.evaluate(() => performance.getEntriesByType('mark').map(({ name }) => name));
  expect(marks.indexOf('headlight:first-picture')).toBeGreaterThanOrEqual(0);
  expect(marks.indexOf('headlight:first-picture')).toBeLessThan(marks.indexOf('headlight:first-live'));
});

test('what is typed before the weights arrive is drawn when they are there', async ({ page }) => {
  const release = await holdWeights(page);
  await page.goto(addressOf({ query: { backend: 'wasm' } }));
  await expect(page.getByRole('grid')).toBeVisible();
  await sentenceOf(page).fill('The dog sleeps.');
  release();
  await page.evaluate(() => window.headlight.whenReady());
  expect(await page.evaluate(() => window.headlight.getState().text)).toBe('The dog sleeps.');
  expect(await page.evaluate(() => window.headlight.tokens().source.map(({ text }) => text))).toContain(
    'dog',
  );
});

test('one screen: nothing scrolls at 1280 by 720 and at 1920 by 1080', async ({ page }) => {
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size);
    await openLive(page, { hash: { text: TIRED } });
    const overflow = await page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      return [scrollWidth - clientWidth, scrollHeight - clientHeight];
    });
    expect(overflow).toEqual([0, 0]);
  }
});

for (const backend of ['cpu', 'wasm', 'webgl'] as const) {
  test(`?backend=${backend} computes on it, with the same numbers`, async ({ page }) => {
    await openLive(page, { query: { backend }, hash: { text: TIRED } });
    const report = await page.evaluate(() => window.headlight.backend());
    expect(report).toMatchObject({ name: backend, because: 'asked' });
    expect(await page.evaluate(() => window.headlight.translation().text)).toMatch(/\bil\b/);
    const { kind, layer, head, cell } = await openingView(page);
    expect([kind, cell]).toEqual(['encoder', { query: 8, key: 1 }]);
    const pattern = await frameOf(page, `encoder.${layer}.self.pattern`);
    expect(weightOf(pattern, head, 8, 1)).toBeCloseTo(evaluationOf({ layer, head }).weights[0], 4);
    await expect(page.getByText(new RegExp(`greedy · .+ ms · ${backend}`))).toBeVisible();
  });
}

test('without a choice the fastest backend is measured and shown', async ({ page }) => {
  await openLive(page, { query: { backend: 'auto' }, hash: { text: TIRED } });
  const report = await page.evaluate(() => window.headlight.backend());
  expect(report?.because).toBe('measured');
  expect(report?.trials.length).toBeGreaterThan(0);
});

test('another backend can be chosen on the page; sentence and picture stay', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Computed by' }).selectOption('cpu');
  await expect(page.getByRole('grid')).toBeVisible();
  await page.evaluate(() => window.headlight.setState({}));
  expect(await page.evaluate(() => window.headlight.backend()?.name)).toBe('cpu');
  expect(await page.evaluate(() => window.headlight.getState().text)).toBe(TIRED);
});
