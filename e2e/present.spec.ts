import { openLive, painted, sentenceOf, TIRED, WIDE } from './steps.ts';
import { expect, test } from './support/test.ts';

test('p presents and leaves, the link says so, and a clicker walks through views and a change', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED, changes: 'forbid.e.8_1', shown: 'before', cell: 'none' } });
  await page.locator('body').press('p');
  await expect(page.locator('.present')).toBeVisible();
  await expect(page).toHaveURL(/present=on/);
  const seen = () => page.evaluate(() => window.headlight.getState());
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await painted(page);
    const { view, shown, step } = await seen();
    return view === 'heatmap' ? shown : view === 'time' ? `${view} ${step}` : view;
  };
  const on: string[] = [];
  for (let i = 0; i < 6; i++) on.push(await press('PageDown'));
  expect(on).toEqual(['after', 'difference', 'arcs', 'matrices', 'time 0', 'time 1']);
  const back: string[] = [];
  for (let i = 0; i < 6; i++) back.push(await press('PageUp'));
  expect(back).toEqual(['time 0', 'matrices', 'arcs', 'difference', 'after', 'before']);
  await page.keyboard.press('Escape');
  await expect(page.locator('.figure').first()).toBeVisible();
  expect((await seen()).presenting).toBe('off');
});

test('French words that a change of the model, or typing, made others are marked where they stand', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED, changes: 'forbid.e.8_1' } });
  await expect(page.locator('.strip-was')).toHaveText(['il →', 'fatigué →']);
  await openLive(page, { hash: { text: TIRED, changes: 'none' } });
  await expect(page.locator('.strip-was')).toHaveCount(0);
  const sentence = sentenceOf(page);
  await page.waitForTimeout(1600);
  await sentence.focus();
  await page.keyboard.press('End');
  for (let i = 0; i < 'tired.'.length; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type('wide.', { delay: 60 });
  await painted(page);
  await expect(sentence).toHaveValue(WIDE);
  await expect(page.locator('.strip-was')).toHaveText(['il →', 'fatigué →']);
  // Whole, and over their words.
  const cut = await page
    .locator('.strip-was')
    .evaluateAll((marks) => marks.filter((m) => m.scrollWidth > m.clientWidth));
  expect(cut).toHaveLength(0);
});

test('the figure folds away for the head, in every view, and comes back', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const width = () => page.locator('.app-head').evaluate((head) => head.clientWidth);
  const before = await width();
  await page.locator('body').press('f');
  await expect(page.locator('.figure')).toHaveCount(0);
  await expect(page).toHaveURL(/figure=folded/);
  expect(await width()).toBeGreaterThan(before * 1.5);
  const whole = await width();
  // While the model is changed, too, a view has all of the figure's room.
  await page.locator('body').press('e');
  for (const view of ['heatmap', 'arcs', 'cell', 'matrices', 'heads', 'pair', 'time', 'lens'] as const) {
    await page.evaluate((next) => window.headlight.setState({ view: next }), view);
    await expect(page.locator('.app-head-body [data-view]').first()).toBeVisible();
    await expect(page.locator('.figure'), view).toHaveCount(0);
    expect(await width(), view).toBe(whole);
  }
  await page.locator('body').press('e');
  await page.getByRole('button', { name: 'Show the figure' }).click();
  await expect(page.locator('.figure').first()).toBeVisible();
});

test('of the decoder writing, all that could come next is seen, and beside the folded figure likewise', async ({
  page,
}) => {
  for (const hash of [{ present: 'on' }, { figure: 'folded' }]) {
    await openLive(page, { hash: { text: TIRED, view: 'time', step: '10', ...hash } });
    const next = page.locator('.dt-candidates');
    await expect(next.locator('li')).toHaveCount(5);
    for (const line of [...(await next.locator('li').all()), next.getByText('all other words')])
      await expect(line).toBeInViewport({ ratio: 1 });
    const [room, last] = await Promise.all([
      page.locator('[data-pane="time"]').boundingBox(),
      next.getByText('all other words').boundingBox(),
    ]);
    expect((last?.y ?? Infinity) + (last?.height ?? 0)).toBeLessThanOrEqual(
      (room?.y ?? 0) + (room?.height ?? 0) + 1,
    );
  }
});
