import type { Page } from '@playwright/test';
import { frameOf, gridOf, openAnew, openLive, painted, TIRED, weightOf } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

const HASH = { text: TIRED, kind: 'encoder', layer: '2', heads: '4', cell: 'none' };
const set = (page: Page, patch: object) => page.evaluate((next) => window.headlight.setState(next), patch);
const stateOf = (page: Page) => page.evaluate(() => window.headlight.getState());
const panelOf = (page: Page) => page.getByRole('region', { name: 'Change the model' });
const listOf = (page: Page) =>
  page.getByRole('region', { name: 'What is changed in the model' }).getByRole('listitem');
const thumbOf = (page: Page, layer: number, head: number) =>
  page.getByRole('button', { name: new RegExp(`^encoder, layer ${layer}, head ${head}(,|$)`) });

/** The pixels of every drawing on the page. */
const pixelsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()));

/** Where the main parts of the page stand. */
const boxesOf = (page: Page, parts: readonly string[]) =>
  page.evaluate(
    (names) =>
      names.map((name) => {
        const box = document.querySelector(name)?.getBoundingClientRect();
        return [name, box?.x, box?.y, box?.width, box?.height];
      }),
    parts,
  );
const PARTS = ['.app-top', '.figure', '.app-head-bar', '.app-bottom', '.strip'];

test('opening and closing the panel, a stage and the painting moves nothing else', async ({ page }) => {
  await openLive(page, { hash: HASH });
  const whole = [...PARTS, '.app-head-body', '.app-head-side', '.am-cells', '.lg-root'];
  const before = await boxesOf(page, whole);
  const parts = await boxesOf(page, PARTS);
  await page.keyboard.press('e');
  await expect(panelOf(page)).toBeVisible();
  expect(await boxesOf(page, PARTS)).toEqual(parts);
  await page.locator('.ui-section-head', { hasText: 'Mask' }).click();
  await page.getByRole('switch', { name: 'Paint cells' }).press('Space');
  await page.keyboard.press('e');
  const bar = page.getByRole('region', { name: 'Paint cells' });
  await expect(bar).toBeVisible();
  expect(await boxesOf(page, whole)).toEqual(before);
  await expect(bar.getByRole('radio', { name: 'After softmax' })).toBeInViewport({ ratio: 1 });
  expect(
    await bar.evaluate((it) => [it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight]),
  ).toEqual([0, 0]);
  await page.getByRole('button', { name: 'Done' }).press('Enter');
  await page.getByRole('button', { name: 'Encoder, layer 1: Feed Forward' }).press('Enter');
  await expect(page.getByRole('grid', { name: /^Encoder, layer 1: Feed Forward/ })).toBeVisible();
  expect((await boxesOf(page, PARTS)).filter(([name]) => name !== '.app-head-bar')).toEqual(
    parts.filter(([name]) => name !== '.app-head-bar'),
  );
  await page.keyboard.press('Escape');
  await expect(gridOf(page)).toBeVisible();
  expect(await boxesOf(page, whole)).toEqual(before);
  expect((await stateOf(page)).changes).toEqual([]);
});

test('Escape leaves one thing after the other, and the focus comes back from the panel', async ({ page }) => {
  await openAnew(page, { hash: { ...HASH, cell: '8,1' } });
  await page.getByRole('button', { name: 'Change' }).press('Enter');
  await expect(panelOf(page).getByRole('button', { name: 'Heads' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Change' })).toBeFocused();
  expect((await stateOf(page)).cell).not.toBeNull();
  await page.keyboard.press('Escape');
  await painted(page);
  expect((await stateOf(page)).cell).toBeNull();
});

test('a head’s menu says what changes the model and what only the view', async ({ page }) => {
  await openLive(page, { hash: HASH });
  const first = await frameOf(page, 'encoder.3.self.pattern');
  await thumbOf(page, 3, 2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Hide from view' }).click();
  await painted(page);
  await expect(thumbOf(page, 3, 2)).toHaveAccessibleName(/hidden from view/);
  await expect(thumbOf(page, 3, 2)).toHaveAttribute('data-hidden', 'true');
  await expect(listOf(page)).toHaveCount(0);
  expect(await frameOf(page, 'encoder.3.self.pattern')).toEqual(first);
  await thumbOf(page, 3, 2).press('Shift+F10');
  await page.getByRole('menuitemradio', { name: 'Off: gives its mean' }).press('Enter');
  await painted(page);
  await expect(thumbOf(page, 3, 2)).toHaveAccessibleName(/switched off: gives its mean, hidden from view/);
  await expect(listOf(page)).toHaveText(['encoder layer 3 head 2 off (output averaged over the sentence)']);
  expect(await frameOf(page, 'encoder.3.self.pattern')).not.toEqual(first);
  await thumbOf(page, 1, 1).press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Only this one on in its layer' }).click();
  await painted(page);
  expect((await stateOf(page)).changes).toMatchObject([
    { layer: 0, heads: [1, 2, 3, 4, 5, 6, 7] },
    { layer: 2, heads: [1] },
  ]);
});

test('cells are painted by dragging; at word level a word stands for all its pieces', async ({ page }) => {
  await openAnew(page, { hash: HASH });
  await page.keyboard.press('e');
  await page.locator('.ui-section-head', { hasText: 'Mask' }).click();
  await page.getByRole('switch', { name: 'Paint cells' }).press('Space');
  await page.getByRole('radio', { name: 'After softmax' }).check();
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    const box = await page.locator('.am-cells').boundingBox();
    const root = page.locator('.am-root');
    const [wide, high] = await Promise.all(
      ['data-cell-width', 'data-cell-height'].map(async (name) => Number(await root.getAttribute(name))),
    );
    const at = ([query, key]: readonly [number, number]): [number, number] => [
      (box?.x ?? 0) + (key + 0.5) * (wide ?? 0),
      (box?.y ?? 0) + (query + 0.5) * (high ?? 0),
    ];
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at(to), { steps: 3 });
    await page.mouse.up();
    await painted(page);
  };
  await drag([8, 1], [8, 3]);
  expect((await stateOf(page)).changes).toEqual([
    {
      type: 'forbid',
      kind: 'encoder',
      layer: 2,
      heads: [4],
      mode: 'after',
      cells: [1, 2, 3].map((key) => ({ query: 8, key })),
    },
  ]);
  await expect(listOf(page)).toHaveText([
    "“it” may not read “animal”, “didn't” in encoder layer 3 head 5 (after softmax)",
  ]);
  const frame = await frameOf(page, 'encoder.2.self.pattern');
  expect([1, 2, 3].map((key) => weightOf(frame, 4, 8, key))).toEqual([0, 0, 0]);
  await page.keyboard.press('Control+z');
  await painted(page);
  expect((await stateOf(page)).changes).toEqual([]);
  await set(page, { level: 'word' });
  // The words: The animal didn't cross …; "it" is the eighth, "didn't" the third, of two pieces.
  await drag([7, 2], [7, 2]);
  expect((await stateOf(page)).changes).toMatchObject([{ cells: [2, 3].map((key) => ({ query: 8, key })) }]);
  await drag([7, 2], [7, 2]);
  expect((await stateOf(page)).changes).toEqual([]);
});

test('a link with changes opens to the same picture', async ({ page, context }) => {
  await openLive(page, { hash: HASH });
  await set(page, {
    changes: [
      { type: 'off', kind: 'encoder', layer: 1, heads: [2], way: 'mean' },
      { type: 'forbid', kind: 'encoder', layer: 2, heads: [4], mode: 'after', cells: [{ query: 8, key: 1 }] },
      { type: 'mask', kind: 'decoder', mask: 'window', size: 3 },
    ],
    shown: 'difference',
    hidden: [{ kind: 'cross', layer: 1, head: 1 }],
  });
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('shown=difference');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.evaluate(() => window.headlight.whenReady());
  expect(await stateOf(other)).toEqual(await stateOf(page));
  for (const name of ['encoder.3.self.pattern', 'decoder.3.self.pattern', 'decoder.3.cross.pattern']) {
    const [mine, theirs] = [await frameOf(page, name), await frameOf(other, name)];
    expect(Math.max(...mine.data.map((x, i) => Math.abs(x - (theirs.data[i] ?? 9)))), name).toBeLessThan(
      1e-5,
    );
  }
  await page.bringToFront();
  const texts = await listOf(page).allTextContents();
  await other.bringToFront();
  expect(await listOf(other).allTextContents()).toEqual(texts);
  await page.bringToFront();
  await page.keyboard.press('Control+z');
  await painted(page);
  await expect(listOf(page)).toHaveCount(0);
  await other.close();
});

test('undo to the start draws the first picture again, pixel by pixel', async ({ page }) => {
  await openLive(page, { hash: HASH });
  const first = { pixels: await pixelsOf(page), state: await stateOf(page) };
  await page.keyboard.press('x');
  await painted(page);
  await set(page, { changes: [{ type: 'scale', kind: 'cross', factor: 2 }], shown: 'difference' });
  await set(page, { decoding: { way: 'sample', seed: 3, temperature: 1.5 } });
  expect(await pixelsOf(page)).not.toEqual(first.pixels);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
  await painted(page);
  expect(await stateOf(page)).toEqual(first.state);
  await expect.poll(() => pixelsOf(page)).toEqual(first.pixels);
});

test('a bar of the figure opens its numbers: after, before and their difference, and gives way to a head', async ({
  page,
}) => {
  await openLive(page, { hash: { ...HASH, changes: 'off.e2h4' } });
  const bar = page.getByRole('button', { name: 'Encoder, layer 4: Feed Forward' });
  await bar.press('Enter');
  const grid = page.getByRole('grid', { name: /^Encoder, layer 4: Feed Forward/ });
  await grid.focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown');
  const number = async (changes?: []): Promise<number> =>
    page.evaluate(async (other) => {
      const { shape, data } = await window.headlight.frame(
        'encoder.3.feedForward',
        other ? { changes: other } : undefined,
      );
      return data[8 * (shape[1] ?? 0)] ?? 0;
    }, changes);
  const short = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
  const [after, before] = [await number(), await number([])];
  expect(after).not.toBe(before);
  const said = page.locator('.sh-said');
  await expect(said).toHaveText(`“it”, dimension 1: ${short(after)}`);
  await page.keyboard.press('b');
  await expect(said).toHaveText(`“it”, dimension 1: ${short(before)}`);
  await page.keyboard.press('b');
  await expect(said).toHaveText(`“it”, dimension 1: ${short(before)} → ${short(after)}`);
  await thumbOf(page, 3, 3).click();
  await expect(grid).toHaveCount(0);
  await expect(gridOf(page)).toBeVisible();
});

test('on a phone the panel is a sheet, and the picture it changes stays in sight', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  // Anew: what lies open, such as a stage, is no part of a link.
  await openAnew(page, { hash: HASH });
  await page.getByRole('button', { name: 'Change' }).click();
  const [sheet, cells] = [await panelOf(page).boundingBox(), await page.locator('.am-cells').boundingBox()];
  expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBeCloseTo(844, 0);
  expect(cells?.y ?? 844).toBeLessThan((sheet?.y ?? 0) - 100);
  expect(cells?.y ?? -1).toBeGreaterThanOrEqual(0);
  await panelOf(page).getByRole('radio', { name: 'Off', exact: true }).check();
  await painted(page);
  expect((await stateOf(page)).changes).toHaveLength(1);
  await panelOf(page).getByRole('button', { name: 'Close' }).click();
  await expect(panelOf(page)).toHaveCount(0);
});
