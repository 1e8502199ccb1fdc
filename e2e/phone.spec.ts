import type { Page } from '@playwright/test';
import { openAnew, painted, TIRED } from './steps.ts';
import { expect, test } from './support/test.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const HASH = { text: TIRED, kind: 'encoder', layer: '2', heads: '4', cell: '8,1' };

/** What a finger presses, all but the words and numbers in a line or in a picture, and smaller than 44 px. */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const inPicture = '[role=grid], .figure, .strip, .ta-root, .hf-plot, [data-view=token-arcs], .head-note';
    const pressed = 'button, select, input, textarea, summary, a[href]';
    return [...document.querySelectorAll(pressed)].flatMap((element) => {
      if (element.closest(inPicture) || !element.checkVisibility({ visibilityProperty: true })) return [];
      if (element.matches('.hf-dot-button, .ta-button')) return [];
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      if (width === 0 || (width >= 43.5 && height >= 43.5)) return [];
      return [`${element.ariaLabel ?? element.textContent} ${Math.round(width)} x ${Math.round(height)}`];
    });
  });

const VIEWS = ['heatmap', 'arcs', 'cell', 'matrices', 'gradient', 'heads', 'pair', 'time', 'lens'] as const;

test('in every view a finger finds what it presses, title and controls stand apart, nothing is too wide', async ({
  page,
}) => {
  await openAnew(page, { hash: HASH });
  for (const view of VIEWS) {
    const weighed = view === 'gradient';
    const patch = { view: weighed ? 'heatmap' : view, weigh: weighed ? 'gradient' : 'pattern' } as const;
    await page.evaluate((asked) => window.headlight.setState(asked), patch);
    await expect(page.locator('.app-head-body [data-view]').first()).toBeVisible();
    expect(await tooSmall(page), view).toEqual([]);
    const place = await page.evaluate(() => {
      const bottomOf = (what: string) => document.querySelector(what)?.getBoundingClientRect().bottom ?? 0;
      const topOf = (what: string) => document.querySelector(what)?.getBoundingClientRect().top ?? Infinity;
      return {
        apart: bottomOf('.app-head-title h2') <= Math.min(topOf('.app-head .head-note'), topOf('.app-views')),
        rows: topOf('.app-views') - bottomOf('.app-head-bar > .ui-button') >= 0,
        wide: document.documentElement.scrollWidth - window.innerWidth,
        french: document.querySelector('.app-bottom')?.getBoundingClientRect().height ?? Infinity,
      };
    });
    expect(place, view).toMatchObject({ apart: true, rows: true, wide: 0 });
    expect(place.french, view).toBeLessThan(844 / 5);
  }
  await page.evaluate(() => window.headlight.setState({ view: 'matrices', weigh: 'pattern' }));
  await expect(page.getByText(/^Tap a number/)).toBeVisible();
  await page.getByRole('button', { name: /^More views/ }).tap();
  await expect(page.getByRole('menuitemradio', { name: /One number/ })).toBeVisible();
  await expect(page.locator('.ui-menu .ui-key').first()).toBeHidden();
});

test('while the model is changed, the French stays in sight above the sheet, with what became of it', async ({
  page,
}) => {
  await openAnew(page, { hash: HASH });
  await page.getByRole('button', { name: 'Change', exact: true }).tap();
  const sheet = page.locator('.app-dock .cp-root');
  await expect(sheet).toBeVisible();
  const french = page.getByRole('region', { name: 'French, word by word' });
  const [line, over] = [await french.boundingBox(), await sheet.boundingBox()];
  expect((line?.y ?? 0) + (line?.height ?? Infinity)).toBeLessThanOrEqual((over?.y ?? 0) + 1);
  expect(line?.y).toBeGreaterThan(100);
  expect(line?.height).toBeLessThan(60);
  await page.evaluate(() =>
    window.headlight.setState({ changes: [{ type: 'off', kind: 'cross', layer: null, heads: null }] }),
  );
  await painted(page);
  await expect(french.locator('.strip-token[data-changed]').first()).toBeInViewport();
});
