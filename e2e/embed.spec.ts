import { addressOf, openLive, painted, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

const FILE = 'embed.html';
const QUERY = { backend: 'wasm' };

test('the chosen head alone, live, edge to edge, without scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 840, height: 472 });
  await openLive(page, { file: FILE, hash: { text: TIRED, layer: '2', heads: '4', cell: '8,1' } });
  await expect(
    page.getByRole('heading', { name: 'Encoder Self-Attention · layer 3 · head 5' }),
  ).toBeVisible();
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByText('“it” reads', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'live · Headlight' })).toBeVisible();
  await expect(page.locator('textarea')).toHaveCount(0);
  const overflow = await page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight];
  });
  expect(overflow).toEqual([0, 0]);
});

test('a further view is framed as the link names it, and is the engine’s', async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 540 });
  await openLive(page, { file: FILE, hash: { text: TIRED, view: 'lens' } });
  await expect(page.getByRole('heading', { name: 'The decoder, layer by layer' })).toBeVisible();
  const first = await page.evaluate(async () =>
    (await window.headlight.lens())[0]?.[0]?.text.replaceAll('▁', ''),
  );
  const grid = page.getByRole('grid');
  await expect(
    grid.getByRole('row').filter({ hasText: 'layer 1' }).getByRole('gridcell').first(),
  ).toContainText(first ?? 'no text');
  const overflow = await page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight];
  });
  expect(overflow).toEqual([0, 0]);
});

test('a slide steers it by the hash alone', async ({ page }) => {
  await openLive(page, { file: FILE, hash: { text: TIRED } });
  await page.evaluate(() => {
    window.location.hash = 'text=A+dog.&kind=decoder&layer=1&heads=3';
  });
  await painted(page);
  await expect(page.getByRole('heading', { name: 'Masked Self-Attention · layer 2 · head 4' })).toBeVisible();
  expect(await page.evaluate(() => window.location.hash)).toBe('#text=A+dog.&kind=decoder&layer=1&heads=3');
});

test('as arcs, and the figure alone', async ({ page }) => {
  await page.setViewportSize({ width: 840, height: 472 });
  await openLive(page, { file: FILE, hash: { text: TIRED, view: 'arcs' } });
  await expect(page.locator('[data-view=token-arcs]')).toBeVisible();
  await openLive(page, { file: FILE, query: { show: 'figure' }, hash: { text: TIRED } });
  const figure = page.getByRole('region', { name: 'The Transformer, every head live' });
  await expect(figure).toBeVisible();
  await figure.getByRole('button', { name: 'encoder, layer 1, head 2' }).click();
  await painted(page);
  expect(await page.evaluate(() => window.headlight.getState())).toMatchObject({ layer: 0, heads: [1] });
  await expect(page.getByRole('grid')).toBeVisible();
  await page.getByRole('button', { name: 'the whole figure' }).click();
  await expect(page.getByRole('grid')).toHaveCount(0);
  await expect(figure).toBeVisible();
});

/** A slide of another page that frames the embed. */
const slide = (src: string): string =>
  '<!doctype html><title>slide</title><input aria-label="notes" autofocus>' +
  `<iframe title="head" src="${src}" width="840" height="472"></iframe>`;

for (const view of ['heatmap', 'cell', 'matrices', 'heads', 'time']) {
  test(`in a frame ${view} never takes the focus, and the host’s keys stay the host’s`, async ({
    page,
    baseURL,
  }) => {
    const src = new URL(addressOf({ file: FILE, query: QUERY, hash: { text: TIRED, view } }), baseURL).href;
    await page.route('**/slide.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: slide(src.replaceAll('&', '&amp;')) }),
    );
    await page.goto('./slide.html');
    const notes = page.getByRole('textbox', { name: 'notes' });
    await notes.focus();
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('link', { name: 'live · Headlight' })).toBeVisible({ timeout: 60_000 });
    await expect(
      frame.locator(view === 'heatmap' ? '.app-drawings [role=grid]' : `[data-pane=${view}]`),
    ).toBeVisible();
    await expect(notes).toBeFocused();
    await page.keyboard.type('[1?');
    await expect(notes).toHaveValue('[1?');
  });
}

test('without the weights it shows the stored picture, and says that it is one', async ({ page }) => {
  await page.route('**/model.safetensors*', () => {});
  await page.goto(addressOf({ file: FILE, query: QUERY }));
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(page.getByRole('link', { name: 'stored · Headlight' })).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
