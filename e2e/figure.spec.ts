import type { Page } from '@playwright/test';
import { openLive, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

/* What stands in the figure besides the heads opens what the engine computed there. */

const frameOf = (page: Page, name: string) =>
  page.evaluate(async (stage) => {
    const { shape, data } = await window.headlight.frame(stage);
    return { shape: [...shape], data: [...data] };
  }, name);

/** The number of a row in the first column, as it is said. */
async function firstOf(page: Page, row: number): Promise<string> {
  await page.locator('.sh-grid').focus();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < row; i++) await page.keyboard.press('ArrowDown');
  return (await page.locator('.sh-said').textContent()) ?? '';
}

const short = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;

test('embedding, position and their sum are opened from the foot, and are the engine’s', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const [embedding, position, input] = [
    await frameOf(page, 'encoder.embedding'),
    await frameOf(page, 'encoder.position'),
    await frameOf(page, 'encoder.0.input'),
  ];
  input.data.forEach((value, i) => {
    expect((embedding.data[i] ?? Number.NaN) + (position.data[i] ?? Number.NaN)).toBeCloseTo(value, 4);
  });
  const width = embedding.shape[1] ?? 0;
  await page.getByRole('button', { name: 'Encoder: Positional Encoding', exact: true }).press('Enter');
  await expect(page.getByRole('grid', { name: /^Encoder: Positional Encoding/ })).toBeVisible();
  // The sine of place 3 at the highest frequency.
  expect(short(position.data[3 * width] ?? 0)).toBe(short(Math.sin(3)));
  expect(await firstOf(page, 3)).toContain(short(Math.sin(3)));
  await page.getByRole('radio', { name: 'Their sum' }).press('Space');
  await expect(page.getByRole('grid', { name: /^Encoder: token embedding \+ Positional/ })).toBeVisible();
  expect(await firstOf(page, 3)).toContain(short(input.data[3 * width] ?? 0));
  await page.getByRole('radio', { name: 'Embedding' }).press('Space');
  await expect(page.locator('.sh-note')).toContainText('√192');
});

test('what is inside Feed Forward is there with the share of its zeros', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  await page.getByRole('button', { name: 'Encoder, layer 2: Feed Forward' }).press('Enter');
  await page.getByRole('radio', { name: '896 inside' }).press('Space');
  await expect(page.locator('.sh-said')).toHaveText('896 numbers for each word');
  const { data } = await frameOf(page, 'encoder.1.inner');
  expect(Math.min(...data)).toBe(0);
  const share = data.filter((value) => value === 0).length / data.length;
  expect(share).toBeGreaterThan(0.3);
  await expect(page.locator('.sh-note')).toHaveText(new RegExp(`^${Math.round(share * 100)}\\s%.*ReLU`, 'u'));
});

test('Linear opens a number for every word piece, Softmax the French step by step', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  await page
    .getByRole('button', { name: 'Linear: a number for every word of the vocabulary' })
    .press('Enter');
  await expect(page.locator('.sh-said')).toHaveText('6000 numbers for each word');
  await page.getByRole('button', { name: /^Softmax/ }).press('Enter');
  await expect(page.locator('.dt-root')).toBeVisible();
});
