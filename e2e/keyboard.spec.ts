import { activeCellOf, frameOf, gridOf, openLive, painted, sentenceOf, TIRED, weightOf } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

type TestPage = Parameters<typeof painted>[0];
const stateOf = (page: TestPage) => page.evaluate(() => window.headlight.getState());

test('from nothing to a pinned cell without a mouse', async ({ page }) => {
  await openLive(page, { hash: { text: '' } });
  await page.keyboard.press('/');
  await expect(sentenceOf(page)).toBeFocused();
  await page.keyboard.type(TIRED);
  await painted(page);
  for (let i = 0; i < 60 && !(await gridOf(page).evaluate((grid) => grid === document.activeElement)); i++) {
    await page.keyboard.press('Tab');
  }
  await expect(gridOf(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(activeCellOf(page)).toHaveAttribute('aria-label', /^“animal” reads “didn'”/);
  await page.keyboard.press('Enter');
  expect((await stateOf(page)).cell).toEqual({ query: 1, key: 2 });
  await page.keyboard.press('Escape');
  expect((await stateOf(page)).cell).toBeNull();
});

test('the whole page is reached by Tab, and nothing traps it', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const names = new Set<string>();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    names.add(
      await page.evaluate(() => {
        const at = document.activeElement;
        return at?.getAttribute('aria-label') ?? at?.textContent ?? at?.tagName ?? '';
      }),
    );
  }
  for (const name of [
    'English sentence',
    'Share',
    'Language',
    'Theme',
    'Keys',
    'Settings',
    'Skip to the chosen head',
  ]) {
    expect([...names], name).toContain(name);
  }
  expect([...names].some((name) => /^encoder, layer \d, head \d/.test(name))).toBe(true);
  expect([...names].some((name) => /^“.+”, .+%/.test(name))).toBe(true);
});

test('keys change head, layer, kind and view', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED, layer: '1', heads: '3' } });
  const after = async (key: string) => {
    await page.keyboard.press(key);
    await painted(page);
    return stateOf(page);
  };
  expect(await after(']')).toMatchObject({ heads: [4], layer: 1 });
  expect(await after('[')).toMatchObject({ heads: [3] });
  expect(await after('}')).toMatchObject({ layer: 2, heads: [3] });
  expect(await after('{')).toMatchObject({ layer: 1 });
  expect(await after('3')).toMatchObject({ kind: 'cross' });
  expect(await after('2')).toMatchObject({ kind: 'decoder' });
  expect(await after('1')).toMatchObject({ kind: 'encoder' });
  expect(await after('v')).toMatchObject({ view: 'arcs' });
  expect(await after('Control+z')).toMatchObject({ view: 'heatmap' });
  expect(await after('Control+Shift+z')).toMatchObject({ view: 'arcs' });
});

test('in the sentence, keys are letters and undo is the browser’s', async ({ page }) => {
  await openLive(page, { hash: { text: '' } });
  await sentenceOf(page).click();
  await page.keyboard.type('[1]? v/');
  await painted(page);
  expect(await stateOf(page)).toMatchObject({ text: '[1]? v/', kind: 'encoder', view: 'heatmap' });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await painted(page);
  expect((await stateOf(page)).text.length).toBeLessThan(7);
});

test('? lists the keys; Escape closes the list and gives the focus back', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const button = page.getByRole('button', { name: 'Keys' });
  await button.focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('previous and next head')).toBeVisible();
  await page.keyboard.press(']');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('heads are chosen and added in the figure by arrows and Enter', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED, layer: '0', heads: '0' } });
  await page.getByRole('button', { name: /^encoder, layer 1, head 1/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await painted(page);
  expect(await stateOf(page)).toMatchObject({ layer: 0, heads: [1] });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await painted(page);
  expect(await stateOf(page)).toMatchObject({ layer: 1, heads: [1] });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+Enter');
  await painted(page);
  expect(await stateOf(page)).toMatchObject({ layer: 1, heads: [1, 2] });
});

test('the language is switched on the page, and all of it follows', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED, layer: '2', heads: '4' } });
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('radio', { name: '简体中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('heading', { name: '编码器自注意力 · 第 3 层 · 第 5 头' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: '英文句子' })).toBeVisible();
  expect(await page.title()).toMatch(/注意力/);
});

test('pointing at a cell tints both words in the sentence, and a click keeps them', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED, layer: '2', heads: '4', cell: 'none' } });
  const tinted = page.locator('.sentence-under mark');
  await expect(tinted).toHaveCount(0);
  const box = await gridOf(page).boundingBox();
  const matrix = page.locator('[data-view=attention-matrix]');
  const wide = Number(await matrix.getAttribute('data-cell-width'));
  const high = Number(await matrix.getAttribute('data-cell-height'));
  if (!box) throw new Error('the grid has no place');
  const words = await page.evaluate(() => window.headlight.tokens().source.map(({ text }) => text));
  const place = await activeCellOf(page).boundingBox();
  if (!place) throw new Error('the first cell has no place');
  const at = { x: place.x + 1.5 * wide, y: place.y + 8.5 * high };
  await page.mouse.move(at.x, at.y);
  await expect(tinted).toHaveText([words[1] ?? '', words[8] ?? '']);
  await page.mouse.click(at.x, at.y);
  await page.mouse.move(5, 300);
  await expect(tinted).toHaveText(['animal', 'it']);
  expect((await stateOf(page)).cell).toEqual({ query: 8, key: 1 });
});

test('of two heads side by side each is read, and the number of the one pointed at is said', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED, layer: '2', heads: '1,4', cell: 'none' } });
  const pattern = await frameOf(page, 'encoder.2.self.pattern');
  for (const [index, head] of [1, 4].entries()) {
    const grid = gridOf(page).nth(index);
    await grid.focus();
    await page.keyboard.press('Control+Home');
    for (let down = 0; down < 8; down++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const exact = weightOf(pattern, head, 8, 1).toFixed(4);
    await expect(page.locator('.rp-heading')).toHaveText(['head 2: “it” reads', 'head 5: “it” reads']);
    await expect(page.locator('.rp-exact')).toHaveText(`“it” reads “animal”: ${exact}`);
  }
});

test('beneath two heads no bar, word or button lies upon another', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openLive(page, { hash: { text: TIRED, layer: '3', heads: '4,7', cell: '8,1' } });
  await expect(page.locator('.rp-item')).toHaveCount(4);
  const parts = page.locator('.rp-heading, .rp-item, .rp-exact, .app-cell-acts, .app-caveat, .app-legend');
  const boxes = await parts.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  for (const [n, a] of boxes.entries()) {
    expect(a.bottom).toBeLessThanOrEqual(625);
    for (const b of boxes.slice(n + 1)) {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(apart, `${JSON.stringify(a)} and ${JSON.stringify(b)}`).toBe(true);
    }
  }
  const cut = await page
    .locator('.rp-word')
    .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
  expect(cut).toBe(0);
});
