import { addressOf, openLive, painted, TIRED } from './steps.ts';
import { cutOff } from './support/cutOff.ts';
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

const VIEWS = ['heatmap', 'arcs', 'cell', 'matrices', 'gradient', 'heads', 'pair', 'time', 'lens'] as const;

test('in the usual frame every view can be read whole, and every step of a number without scrolling', async ({
  page,
}) => {
  await page.setViewportSize({ width: 960, height: 540 });
  await openLive(page, { file: FILE, hash: { text: TIRED, layer: '2', heads: '4', cell: '8,1' } });
  for (const view of VIEWS) {
    const weighed = view === 'gradient';
    const patch = { view: weighed ? 'heatmap' : view, weigh: weighed ? 'gradient' : 'pattern' } as const;
    await page.evaluate((asked) => window.headlight.setState(asked), patch);
    await expect(page.locator('.embed-body [data-view]').first()).toBeVisible();
    expect(await cutOff(page), view).toEqual([]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight);
    expect(scrolls, view).toBe(false);
  }
  await page.evaluate(() => window.headlight.setState({ view: 'cell', weigh: 'pattern', inspect: 0 }));
  for (let step = 1; step <= 9; step++) {
    await expect(page.getByText(`step ${step} of 9`)).toBeVisible();
    await expect(page.getByText('checked against the model')).toBeVisible();
    const body = page.locator('.ci-body');
    expect(await body.evaluate((at) => at.scrollHeight - at.clientHeight), `step ${step}`).toBeLessThan(2);
    if (step < 9) await page.getByRole('button', { name: 'Next', exact: true }).click();
  }
});

test('with edit=1 the sentence is typed in the frame, and the picture follows', async ({ page }) => {
  await page.setViewportSize({ width: 960, height: 540 });
  for (const show of ['head', 'figure']) {
    await openLive(page, { file: FILE, query: { edit: '1', show }, hash: { text: TIRED } });
    const sentence = page.getByRole('textbox', { name: 'English sentence' });
    await expect(sentence).toHaveValue(TIRED);
    await expect(sentence).not.toBeFocused();
    await sentence.fill('A dog sleeps.');
    await page.evaluate(() => window.headlight.setState({}));
    const tokens = await page.evaluate(() => window.headlight.tokens().source.map(({ text }) => text));
    expect(tokens.join('').replaceAll('▁', '')).toContain('Adogsleeps.');
    if (show === 'head') await expect(page.getByRole('rowheader', { name: 'dog' })).toBeVisible();
    expect(await cutOff(page), show).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(sentence).not.toBeFocused();
  }
});

test('alone in a frame the heads grow to its room', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLive(page, { file: FILE, query: { show: 'figure' }, hash: { text: TIRED } });
  const head = page.getByRole('button', { name: 'decoder, layer 1, head 8' });
  const box = await head.boundingBox();
  expect(box?.width).toBeGreaterThan(60);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(1200);
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
