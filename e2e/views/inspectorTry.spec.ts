import { percent, randomScores, short } from '../../src/layout/index.ts';
import { openLive, TIRED } from '../steps.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { framesOf, readStep } from './inspected.ts';
import { at, isWritten, lastIn, settled } from './numbers.ts';

type TestPage = Parameters<typeof readStep>[0];
const stateOf = (page: TestPage) => page.evaluate(() => window.headlight.getState());

/* What can be tried in the steps of one number, and what moves. */

test('a number of k is clicked: its row of W stands under the key’s vector, index for index', async ({
  page,
}) => {
  const cell = { kind: 'encoder', layer: 3, head: 7, query: 8, key: 1 } as const;
  await openLive(page, { hash: { text: TIRED, layer: '3', heads: '7', cell: '8,1', view: 'cell' } });
  const frames = await framesOf(page, cell, 4);
  const strip = (name: string) => page.locator(`[data-strip=${name}]`);
  const box = await strip('k').locator('.cs-strip').boundingBox();
  if (!box) throw new Error('no strip of k');
  await strip('k')
    .locator('.cs-strip')
    .click({ position: { x: (box.width * 4.5) / 24, y: box.height / 2 } });
  await expect(strip('a').locator('bdi')).toHaveText('“animal”');
  await expect(page.locator('.cl-item').last()).toContainText(
    at(frames.k, cell.head, cell.key, 4).toFixed(3).replace('-', '−'),
  );
  await strip('mapRow').getByRole('slider').focus();
  await page.keyboard.press('End');
  const said = await Promise.all(
    ['a', 'mapRow', 'terms'].map((name) => strip(name).locator('.cn-note').textContent()),
  );
  for (const text of said) expect(text).toMatch(/^no\.\s192: /);
  const [input, weight, product] = said.map((text) => lastIn(text ?? ''));
  if (!input || !weight || !product) throw new Error('a row says nothing');
  expect(isWritten(said[0] ?? '', at(frames.keyInput, cell.key, 191))).toBe(true);
  const slack =
    0.5 * (Math.abs(input.value) * weight.unit + Math.abs(weight.value) * input.unit) + product.unit;
  expect(Math.abs(input.value * weight.value - product.value)).toBeLessThanOrEqual(slack);
});

test('in the mask step a word is forbidden by a click, the softmax follows, and it is allowed again', async ({
  page,
}) => {
  await openLive(page, {
    hash: { text: TIRED, layer: '3', heads: '7', cell: '8,1', view: 'cell', inspect: '4' },
  });
  const inspector = page.getByRole('region', { name: 'One number, step by step' });
  const masked = inspector.locator('[data-strip=masked] [role=slider]');
  const keys = await masked.locator('.cs-cell').count();
  const box = await masked.boundingBox();
  if (!box) throw new Error('no strip after the mask');
  await masked.click({ position: { x: (box.width * 1.5) / keys, y: box.height / 2 } });
  await expect(inspector).toContainText('You forbade “it” to read “animal”');
  await settled(page);
  expect((await stateOf(page)).changes).toEqual([
    { type: 'forbid', mode: 'before', kind: 'encoder', layer: 3, heads: [7], cells: [{ query: 8, key: 1 }] },
  ]);
  const weights = inspector.locator('[data-strip=weights] [role=slider]');
  await expect(weights).toHaveAttribute('aria-valuetext', '“animal”: 0.000');
  await expect(inspector.locator('.ci-check')).toHaveAttribute('data-agrees', 'true');
  // The others have the row now.
  const frames = await framesOf(page, { kind: 'encoder', layer: 3, head: 7, query: 8, key: 1 }, 4);
  const row = Array.from({ length: keys }, (_, key) => at(frames.pattern, 7, 8, key));
  await weights.focus();
  await page.keyboard.press('Home');
  for (let n = 0; n < row.indexOf(Math.max(...row)); n++) await page.keyboard.press('ArrowRight');
  expect(isWritten((await weights.getAttribute('aria-valuetext')) ?? '', Math.max(...row))).toBe(true);
  await masked.focus();
  await page.keyboard.press('Enter');
  await expect(inspector).toContainText('Nothing forbids “it” to read “animal”');
  expect((await stateOf(page)).changes).toEqual([]);
});

test('in the softmax step scores are dragged: the weights are theirs, and the model’s stay beside them', async ({
  page,
}) => {
  const cell = { kind: 'encoder', layer: 3, head: 7, query: 8, key: 1 } as const;
  await openLive(page, {
    hash: { text: TIRED, layer: '3', heads: '7', cell: '8,1', view: 'cell', inspect: '5' },
  });
  const frames = await framesOf(page, cell, 4);
  const count = frames.scores.shape[2] ?? 0;
  const scores = Array.from({ length: count }, (_, key) => at(frames.scores, 7, 8, key));
  const inspector = page.getByRole('region', { name: 'One number, step by step' });
  const start = inspector.getByRole('button', { name: 'Drag the scores' });
  await start.click();
  const says = async (nth: number, value: number) => {
    const text = await inspector.locator('tr[data-own] > td').nth(nth).textContent();
    expect(isWritten(text ?? '', value), `${text} ${value}`).toBe(true);
  };
  const [models, mine] = [1, 2];
  const weight = at(frames.pattern, 7, 8, 1);
  await says(models, weight);
  await says(mine, weight);
  const slider = inspector.getByRole('slider', { name: 'Your score for “animal”' });
  await slider.fill('1.5');
  const exps = scores.map((score, key) => Math.exp(key === 1 ? 1.5 : score));
  await says(mine, Math.exp(1.5) / exps.reduce((sum, one) => sum + one, 0));
  await says(models, weight);
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('1.6');
  expect(await stateOf(page)).toMatchObject({ inspect: 5, changes: [] });
  await inspector.getByRole('button', { name: 'Only the model’s scores' }).click();
  await expect(slider).toHaveCount(0);
  await start.click();
  await says(mine, weight);
});

test('the figure lights the box a step is computed in; what moves does not with reduced motion', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED, layer: '3', heads: '7', cell: '8,1', view: 'cell' } });
  const lit = page.locator('.figure-lit');
  const places = [
    [0, 'encoder.3.self.headOutput', '.figure-place [aria-pressed=true]'],
    [8, 'encoder.3.self.afterAttention', '.figure-bar[data-part=encoder][data-what=addNorm]'],
  ] as const;
  for (const [inspect, stage, box] of places) {
    await readStep(page, inspect);
    await expect(lit).toHaveAttribute('data-stage', stage);
    const there = await lit.boundingBox();
    if (!there) throw new Error('nothing is lit');
    const boxes = await Promise.all((await page.locator(box).all()).map((one) => one.boundingBox()));
    expect(boxes.some((one) => one && Math.abs(one.x - there.x) < 4 && Math.abs(one.y - there.y) < 4)).toBe(
      true,
    );
  }
  await page.evaluate(() => window.headlight.setState({ view: 'heatmap' }));
  await expect(lit).toHaveCount(0);
  await page.evaluate(() => window.headlight.setState({ view: 'cell' }));
  await readStep(page, 2);
  const moves = () =>
    page
      .locator('.cb-bar')
      .first()
      .evaluate((bar) => getComputedStyle(bar).animationDuration);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await moves()).toBe('0.28s');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(Number.parseFloat(await moves())).toBe(0);
  await page.emulateMedia({ reducedMotion: null });
});

test('why ÷ √d: a slider over d, and what softmax makes of random q and k of that length', async ({
  page,
}) => {
  await openLive(page, {
    hash: { text: TIRED, layer: '3', heads: '7', cell: '8,1', view: 'cell', inspect: '3' },
  });
  await page.getByRole('button', { name: 'Why ÷ √d?' }).click();
  const slider = page.getByRole('slider', { name: 'd', exact: true });
  for (const [power, d] of [
    ['0', 1],
    ['9', 512],
  ] as const) {
    await slider.fill(power);
    const { variance, dividedVariance, undivided, divided } = randomScores(d);
    await expect(page.getByText(/^variance of q·k: /)).toHaveText(
      `variance of q·k: ${short(variance, 'en')}; of q·k ÷ √d: ${short(dividedVariance, 'en')}`,
    );
    await expect(page.locator('.cp-random')).toHaveText([
      `undividedlargest ${percent(Math.max(...undivided), 'en')}`,
      `÷ √dlargest ${percent(Math.max(...divided), 'en')}`,
    ]);
  }
});
