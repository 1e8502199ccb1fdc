import {
  activeCellOf,
  frameOf,
  gridOf,
  openLive,
  painted,
  sentenceOf,
  TIRED,
  WIDE,
  weightOf,
  wholePercent,
} from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

const words = (page: Parameters<typeof painted>[0]) =>
  page.evaluate(() => window.headlight.tokens().source.map(({ text }) => text));

test('with every key the right words stand at the rows and columns', async ({ page }) => {
  await openLive(page, { hash: { text: '' } });
  await sentenceOf(page).click();
  let typed = '';
  for (const key of 'The cat sat.') {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    typed += key;
    await painted(page);
    expect(await page.evaluate(() => window.headlight.getState().text)).toBe(typed);
    const source = await words(page);
    expect(source.at(-1)).toBe('</s>');
    const pattern = await frameOf(page, 'encoder.0.self.pattern');
    expect(pattern.shape.slice(1)).toEqual([source.length, source.length]);
    await expect(gridOf(page)).toHaveAttribute('aria-rowcount', String(source.length + 1));
  }
  const shown = (await words(page)).map((word) => (word === '</s>' ? '↵' : word));
  await expect(gridOf(page).getByRole('rowheader')).toHaveText(shown);
  await expect(gridOf(page).getByRole('columnheader')).toHaveText(shown);
});

test('every number of a row on screen is the model’s', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED, kind: 'encoder', layer: '2', heads: '4' } });
  const pattern = await frameOf(page, 'encoder.2.self.pattern');
  const S = pattern.shape[2] ?? 0;
  await gridOf(page).focus();
  await page.keyboard.press('Control+Home');
  for (let down = 0; down < 8; down++) await page.keyboard.press('ArrowDown');
  for (let key = 0; key < S; key++) {
    const percent = wholePercent(weightOf(pattern, 4, 8, key));
    await expect(activeCellOf(page)).toHaveAttribute(
      'aria-label',
      new RegExp(`^“it” reads “.+”: ${percent}\\s%`),
    );
    const exact = weightOf(pattern, 4, 8, key).toFixed(4);
    await expect(page.locator('[data-view=reading-panel]')).toContainText(exact);
    await page.keyboard.press('ArrowRight');
  }
});

test('the reading panel lists what a word reads most, and it adds up to all', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED, layer: '2', heads: '4', cell: '8,1' } });
  const pattern = await frameOf(page, 'encoder.2.self.pattern');
  const row = Array.from({ length: pattern.shape[2] ?? 0 }, (_, key) => weightOf(pattern, 4, 8, key));
  expect(row.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 4);
  const largest = Math.max(...row);
  const first = page.locator('[data-view=reading-panel] li').first();
  const words = await page.evaluate(() => window.headlight.tokens().source.map(({ text }) => text));
  await expect(first).toContainText(words[row.indexOf(largest)] ?? 'no word');
  await expect(first).toContainText(wholePercent(largest));
});

test('"too tired" gives il, "too wide" gives elle', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const french = () => page.evaluate(() => window.headlight.translation().text);
  expect(await french()).toMatch(/\bil\b/);
  expect(await french()).not.toMatch(/\belle\b/);
  await sentenceOf(page).fill(WIDE);
  await painted(page);
  expect(await french()).toMatch(/\belle\b/);
  expect(await french()).not.toMatch(/\bil\b/);
});

test('the French stands beneath, each token with the model’s probability', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const { tokens } = await page.evaluate(() => window.headlight.translation());
  const strip = page.getByRole('group', { name: 'French, word by word' }).getByRole('button');
  await expect(strip).toHaveCount(tokens.length);
  for (const [i, { probability }] of tokens.entries()) {
    expect(probability).toBeGreaterThan(0);
    expect(probability).toBeLessThanOrEqual(1);
    await expect(strip.nth(i)).toHaveAttribute('aria-label', new RegExp(`${wholePercent(probability)}\\s%`));
  }
});

test('a French of one’s own gets its probabilities and its attention, and the model’s comes back', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED } });
  const own = "L'animal n'a pas traversé la rue parce qu'elle était trop fatigué.";
  const before = await page.evaluate(() => window.headlight.translation());
  await page.getByRole('button', { name: 'Type your own French' }).click();
  const field = page.getByRole('textbox', { name: 'Your own French' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(before.text);
  await field.fill(own);
  await painted(page);
  const after = await page.evaluate(() => window.headlight.translation());
  expect(after.text).toBe(own);
  const probability = (all: typeof after, word: string) =>
    all.tokens.find(({ text }) => text === word)?.probability;
  expect(probability(after, 'elle')).toBeLessThan(probability(before, 'il') ?? 0);
  const rows = await page.evaluate(() => window.headlight.tokens().target.length);
  expect((await frameOf(page, 'decoder.0.cross.pattern')).shape[1]).toBe(rows);
  await page.getByRole('button', { name: 'Back to the model’s' }).click();
  await painted(page);
  expect((await page.evaluate(() => window.headlight.translation())).text).toBe(before.text);
});

test('undo and redo bring sentences back', async ({ page }) => {
  await openLive(page, { hash: { text: 'The cat' } });
  await sentenceOf(page).press('End');
  await sentenceOf(page).pressSequentially(' sat');
  await painted(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await painted(page);
  await expect(sentenceOf(page)).toHaveValue('The cat');
  await page.getByRole('button', { name: 'Redo' }).click();
  await painted(page);
  await expect(sentenceOf(page)).toHaveValue('The cat sat');
});

test('a pinned cell stays on its words while one types elsewhere', async ({ page }) => {
  await openLive(page, { hash: { text: 'It was tired', cell: '1,2' } });
  const cell = () => page.evaluate(() => window.headlight.getState().cell);
  expect(await cell()).toEqual({ query: 1, key: 2 });
  await sentenceOf(page).press('End');
  await sentenceOf(page).pressSequentially(' today');
  await painted(page);
  expect(await cell()).toEqual({ query: 1, key: 2 });
  await sentenceOf(page).press('Control+Home');
  await sentenceOf(page).pressSequentially('Then ');
  await painted(page);
  const after = await words(page);
  expect(after[(await cell())?.query ?? -1]).toBe('was');
  expect(after[(await cell())?.key ?? -1]).toBe('tired');
});
