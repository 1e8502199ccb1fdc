import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { runs } from '../src/testing/long.ts';
import { openAnew, openLive, painted, sentenceOf, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

/** Fewer than these do not meet enough kinds, views, themes and languages. */
const LINKS = 50;

/** For each field of the link, words that it takes and words that it does not. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  kind: ['encoder', 'decoder', 'cross', 'toString'],
  layer: ['0', '1', '2', '3', '77', '-1', 'NaN', '1e309'],
  heads: ['0', '1,2', '7,3,3', '0,1,2,3,4', '99', '', 'x'],
  combine: ['side', 'mean', 'max', '__proto__'],
  cell: ['none', '0,0', '3,1', '2,1,0', '999,999', ','],
  view: ['heatmap', 'arcs', ''],
  scale: ['fixed', 'row', '1'],
  level: ['piece', 'word', '%'],
  mass: ['0', '0.5', '1', '7', '%ff'],
  palette: ['hue', 'cividis', 'greys', 'pink'],
  theme: ['auto', 'light', 'dark', 'contrast', 'x'],
  lang: ['auto', 'en', 'zh-CN', 'fr'],
  __proto__x: ['1'],
};

/** Links as people and programs break them. Seeded, so that a failure repeats. */
function randomLinks(count: number): readonly string[] {
  const text = fc
    .string({ unit: 'binary', maxLength: 30 })
    .map((raw) => encodeURIComponent(raw.replace(/\p{Surrogate}/gu, '')));
  const fields = Object.entries(FIELDS).map(([key, words]) =>
    fc.constantFrom(...words).map((word) => `${key}=${word}`),
  );
  const link = fc
    .tuple(
      text.map((words) => `text=${words}`),
      fc.option(
        text.map((words) => `target=${words}`),
        { nil: 'target' },
      ),
      fc.array(fc.oneof(...fields), { maxLength: 14 }),
    )
    .map(([source, target, rest]) => [source, target, ...rest].join('&'));
  return fc.sample(link, { numRuns: count, seed: 20_261_124 });
}

/**
 * Has the whole page painted anew: a corner painted over, when the theme was changed in place, differs in a few
 * pixels from one painted once.
 */
async function repaint(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    document.body.style.visibility = 'hidden';
    await frame();
    await frame();
    document.body.style.visibility = '';
    await frame();
  });
}

test('the link shows the same picture again', async ({ page, context }) => {
  await openAnew(page);
  await page.evaluate(
    (text) =>
      window.headlight.setState({
        text,
        target: 'Il était trop fatigué.',
        kind: 'cross',
        layer: 0,
        heads: [0, 3],
        combine: 'max',
        cell: { query: 1, key: 0 },
        view: 'arcs',
        scale: 'row',
        level: 'word',
        mass: 0,
        palette: 'cividis',
        theme: 'dark',
        language: 'zh-CN',
      }),
    TIRED,
  );
  await expect.poll(() => page.evaluate(() => window.location.hash)).toContain('mass=0');
  const state = await page.evaluate(() => window.headlight.getState());
  const other = await context.newPage();
  await other.goto(page.url());
  await other.evaluate(() => window.headlight.whenReady());
  expect(await other.evaluate(() => window.headlight.getState())).toEqual(state);
  // Without the bar (one page has something to undo) and the French (each ran in its own time).
  const clip = { x: 0, y: 64, width: 1280, height: 556 };
  await other.mouse.move(0, 0);
  await page.mouse.move(0, 0);
  for (const one of [page, other]) await repaint(one);
  await expect
    .poll(async () => (await page.screenshot({ clip })).equals(await other.screenshot({ clip })), {
      timeout: 15_000,
    })
    .toBe(true);
  await other.close();
});

test(`${LINKS} random links open: no crash, no stuck state, a picture of what they say`, async ({ page }) => {
  await openLive(page);
  const seen = new Set<string>();
  for (const hash of randomLinks(LINKS)) {
    await page.evaluate((next) => {
      window.location.hash = next;
    }, hash);
    await painted(page);
    const state = await page.evaluate(() => window.headlight.getState());
    seen.add(`${state.kind} ${state.view} ${state.theme} ${state.language}`);
    await expect(page.locator('h1')).toHaveText('Headlight');
    await expect(page.locator('textarea')).toHaveValue(state.text.replace(/\r\n?/g, '\n'));
  }
  expect(seen.size).toBeGreaterThan(10);
});

test('some of them in a fresh page', async ({ page }) => {
  for (const hash of randomLinks(runs(2, 5))) {
    await page.goto('about:blank');
    await page.goto(`./?backend=wasm#${hash}`);
    await page.evaluate(() => window.headlight.whenReady());
    await expect(page.locator('h1')).toHaveText('Headlight');
  }
});

test('a bad value falls back to its default', async ({ page }) => {
  await openAnew(page, {
    hash: { text: TIRED, layer: '-3', heads: 'x', view: 'toString', mass: '7', theme: '__proto__' },
  });
  const state = await page.evaluate(() => window.headlight.getState());
  expect(state).toMatchObject({ text: TIRED, view: 'heatmap', mass: 0.9, theme: 'auto' });
});

test('the page remembers theme and language; the link wins over them', async ({ page }) => {
  await openAnew(page);
  await page.evaluate(() => window.headlight.setState({ theme: 'dark', language: 'zh-CN' }));
  await openAnew(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await openAnew(page, { hash: { theme: 'light', lang: 'en' } });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(sentenceOf(page)).toBeVisible();
});

test('the share panel gives the link and the frames, also where copying is refused', async ({
  page,
  context,
}) => {
  await openLive(page, { hash: { text: TIRED, kind: 'cross' } });
  await page.getByRole('button', { name: 'Share' }).click();
  const link = page.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/#text=The\+animal[^']*&kind=cross&/);
  await expect(page.getByRole('textbox', { name: 'The chosen head, for a slide (iframe)' })).toHaveValue(
    new RegExp(
      '^<iframe src="http.*/embed\\.html\\?backend=wasm#text=[^"]*" ' +
        'title="Headlight: .+" loading="lazy" style=".*aspect-ratio.*"></iframe>$',
    ),
  );
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText(/did not allow copying/)).toBeVisible();
  expect(await link.evaluate((field: HTMLInputElement) => field.selectionEnd)).toBe(
    (await link.inputValue()).length,
  );
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.reload();
  await page.evaluate(() => window.headlight.whenReady());
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());
});
