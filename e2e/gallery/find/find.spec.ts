import { wholePercent } from '../../steps.ts';
import { expect, lookingTest as test } from '../../support/test.ts';
import { strongestHeads } from '../views/storedNumbers.ts';
import { open, tabTo, times } from './keys.ts';

test('the head finder ranks, and the keys walk its list, choose, name and open a head', async ({ page }) => {
  await open(page, 'view=finder&measure=link');
  const rows = page.locator('.hf-row');
  await expect(rows).toHaveCount(32);
  const best = strongestHeads(8, 1).map(
    ({ layer, head, weight }) => `layer ${layer + 1}, head ${head + 1}: ${wholePercent(weight)}`,
  );
  await expect(rows.first()).toHaveAccessibleName(new RegExp(`^encoder, (${best.join('|')}).%`));
  const numbers = await page.locator('.hf-number').allTextContents();
  const values = numbers.map((text) => Number.parseFloat(text.replace('<', '')));
  expect(values).toEqual([...values].sort((a, b) => b - a));
  // The list's stop is the chosen head, wherever it ranks.
  await tabTo(page, '.hf-row');
  await page.keyboard.press('Home');
  await times(page, 'ArrowDown', 2);
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows.nth(2)).toHaveAttribute('aria-pressed', 'true');
  const title = await page.locator('.hf-card h3').textContent();
  await expect(page.locator('.hf-row').nth(2)).toContainText(title ?? '');
  await tabTo(page, '.hf-name-text');
  await page.keyboard.type('  my   finding ');
  await page.keyboard.press('Enter');
  await expect(rows.nth(2).locator('.hf-note')).toHaveText('my finding');
  await page.keyboard.type('x'.repeat(60));
  await page.keyboard.press('Escape');
  await expect(page.locator('.hf-name-text')).toHaveValue('my finding');
  await tabTo(page, '.hf-card button');
  await page.keyboard.press('Enter');
  await expect(page.locator('output')).toHaveAttribute('data-opened', 'true');
});

test('another order, other kinds, another layer, other words: the list follows', async ({ page }) => {
  await open(page, 'view=finder');
  const rows = page.locator('.hf-row');
  await expect(rows).toHaveCount(96);
  await page.getByRole('radio', { name: 'Lowest first' }).press('Space');
  const numbers = (await page.locator('.hf-number').allTextContents()).map(Number);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  await page.getByRole('checkbox', { name: 'Decoder', exact: true }).press('Space');
  await expect(rows).toHaveCount(64);
  await page.getByRole('combobox', { name: 'Layer' }).selectOption({ label: 'Layer 2' });
  await expect(rows).toHaveCount(16);
  await page.getByRole('combobox', { name: 'Rank by' }).selectOption('link');
  await page.getByRole('combobox', { name: 'This word' }).selectOption({ label: 'rue' });
  await page.getByRole('combobox', { name: 'reads' }).selectOption({ label: 'street' });
  await expect(rows).toHaveCount(8);
  await expect(rows.first()).toHaveAccessibleName(/Cross-Attention, layer 2/);
});

/** How a kind is spoken, and how it is shown. */
const SHOWN: Readonly<Record<string, string>> = {
  encoder: 'Encoder',
  decoder: 'Decoder',
  'Cross-Attention': 'Cross-Attention',
};

test('local or global: the dots are reached by key and by pointer', async ({ page }) => {
  await open(page, 'view=finder');
  await tabTo(page, '.hf-dot-button');
  await page.keyboard.press('End');
  const farthest = page.locator('.hf-dot-button:focus');
  const names = await page
    .locator('.hf-dot-button')
    .evaluateAll((dots) => dots.map((dot) => dot.getAttribute('aria-label') ?? ''));
  const said = (name: string) =>
    /^(.+), layer (\d), head (\d): distance ([\d.]+), entropy [\d.]+ bits/.exec(name);
  const distances = names.map((name) => Number(said(name)?.[4]));
  const [, kind = '', layer, head, distance] = said((await farthest.getAttribute('aria-label')) ?? '') ?? [];
  expect(Number(distance)).toBe(Math.max(...distances));
  const title = `${SHOWN[kind]} · layer ${layer} · head ${head}`;
  await expect(page.locator('.hf-tip')).toContainText(title);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.locator('.hf-card h3')).toHaveText(title);
  const dot = await page.locator('.hf-dot-button').nth(4).boundingBox();
  await page.mouse.click((dot?.x ?? 0) + 12, (dot?.y ?? 0) + 12);
  await expect(page.locator('.hf-card h3')).not.toHaveText(title);
});

test('switching every head off in turn can be watched and stopped', async ({ page }) => {
  await open(page, 'view=finder&measure=effect');
  const rows = page.locator('.hf-row');
  await expect(rows).toHaveCount(0);
  await page.getByRole('button', { name: 'Go on: switch off the other 96' }).press('Enter');
  await expect(page.getByRole('progressbar')).toHaveAccessibleName(/\d+ of 96/);
  await expect(rows.nth(5)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  const count = await rows.count();
  expect(count).toBeLessThan(96);
  await expect(page.locator('.hf-list > .hf-quiet')).toHaveText(`${96 - count} heads are not measured.`);
  await expect(rows).toHaveCount(count);
});

test('generation is stepped, scrubbed and played by the keys, and stops at its end', async ({ page }) => {
  await open(page, 'view=time&step=0&pace=60');
  const fed = page.locator('.dt-bars[data-kind="decoder"] .dt-word');
  await expect(fed).toHaveCount(1);
  await expect(page.locator('.dt-slot')).toHaveText("L'");
  await tabTo(page, 'input[type="range"]');
  await page.keyboard.press('ArrowRight');
  await expect(fed).toHaveCount(2);
  await expect(page.locator('[data-taken]')).toContainText('animal');
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuetext', 'step 2 of 16');
  await page.keyboard.press('End');
  await expect(fed).toHaveCount(16);
  await expect(page.locator('.dt-slot')).toHaveCount(0);
  await expect(page.locator('.dt-fed-back')).toHaveText('The end mark: the sentence is done.');
  // From its end it plays anew.
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(fed).toHaveCount(16, { timeout: 10_000 });
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('every step feeds what the step before wrote', async ({ page }) => {
  await open(page, 'view=time&step=0');
  for (let step = 1; step < 16; step++) {
    const written = await page.locator('.dt-slot').textContent();
    await page.getByRole('button', { name: 'One step on' }).press('Enter');
    await expect(page.locator('.dt-bars[data-kind="decoder"] .dt-word [lang]').last()).toHaveText(
      written ?? '',
    );
  }
});

test('the tree of a beam search is walked from word to word, and said as sentences', async ({ page }) => {
  await open(page, 'view=beam&width=4');
  await tabTo(page, '.bt-node');
  await times(page, 'ArrowRight', 2);
  await expect(page.locator('.bt-line p')).toHaveText(/^L'animal: −0\.\d+ nats, part of the sentence taken$/);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.bt-line p')).toHaveText(/^Cet animal: −\d\.\d+ nats, kept$/);
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.bt-node:focus')).toHaveText('Cet');
  await page.keyboard.press('End');
  await expect(page.locator('.bt-node:focus')).toHaveText('↵');
  const sentences = page.locator('.bt-sentences li');
  await expect(sentences).toHaveCount(4);
  await expect(sentences.first()).toHaveAttribute('data-chosen', 'true');
  const before = await page.locator('.bt-node').count();
  await page.getByRole('button', { name: 'Show dropped ones' }).press('Enter');
  expect(await page.locator('.bt-node').count()).toBeGreaterThan(before);
  await page.getByRole('radio', { name: 'Steps' }).press('Space');
  await expect(page.locator('.dt-candidates')).toBeVisible();
});
