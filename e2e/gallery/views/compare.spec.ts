import { wholePercent } from '../../steps.ts';
import { expect, lookingTest as test } from '../../support/test.ts';
import { open, tabTo, times } from '../find/keys.ts';
import { storedWeight } from './storedNumbers.ts';

test('the logit lens is a grid for the keys, and says each cell', async ({ page }) => {
  await open(page, 'view=lens');
  await tabTo(page, 'td[role="gridcell"]');
  await times(page, 'ArrowDown', 3);
  await times(page, 'ArrowRight', 10);
  await expect(page.locator('td:focus')).toHaveAccessibleName(
    /^Layer 1, after “qu'”: “.+”, \d+.%\. “il”, which/,
  );
  await expect(page.locator('.ll-says')).toContainText("Layer 1, after “qu'”");
  await expect(page.locator('output')).toHaveAttribute('data-row', '10');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('td:focus')).toHaveAccessibleName(/^Layer 1/);
});

test('two sentences: typing marks what differs, and one cell is said of both', async ({ page }) => {
  await open(page, 'view=pair');
  await expect(page.locator('.pv-differs')).toHaveText([
    'A tired B wide',
    'A il B elle',
    'A fatigué B large',
  ]);
  await tabTo(page, '.pv-second-text');
  await page.keyboard.press('Control+A');
  await page.keyboard.type("The big animal didn't cross the street, because it was far too tired.");
  await expect(page.locator('.pv-line').first().locator('.pv-differs')).toHaveText([
    'A – B big',
    'A – B ,',
    'A – B far',
  ]);
  await tabTo(page, '.am-grid');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.pv-says')).toHaveText(
    /^“A.–, B.big” reads “A.–, B.big”: A.not there, B.[\d.]+.%\.$/,
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const own = wholePercent(storedWeight(2, 4, 1, 1));
  const both = new RegExp(`^“animal” reads “animal”: A.${own}.%, B.(\\d+).%, difference ([+−]\\d+)\\.$`);
  const says = page.locator('.pv-says');
  await expect(says).toHaveText(both);
  const [, other, difference = ''] = both.exec((await says.textContent()) ?? '') ?? [];
  // Each of the three is rounded by itself.
  const off = Number(other) - Number(own) - Number(difference.replace('−', '-'));
  expect(Math.abs(off)).toBeLessThanOrEqual(1);
  await page.getByRole('radio', { name: 'Difference' }).press('Space');
  await expect(page.locator('[data-view="number-grid"]')).toHaveCount(1);
});

test('two heads: another one is picked, the cells stay', async ({ page }) => {
  await open(page, 'view=pair&heads');
  await expect(page.locator('.am-title')).toHaveText(['A: layer 3 · head 5', 'B: layer 3 · head 6', 'B − A']);
  await page.getByRole('combobox', { name: 'B, the other head' }).selectOption({ label: 'layer 1 · head 1' });
  await expect(page.locator('.am-title').nth(1)).toHaveText('B: layer 1 · head 1');
  await expect(page.locator('.pv-differs')).toHaveCount(0);
});

test('gradients: another word is asked about, and the place where they disagree is gone to', async ({
  page,
}) => {
  await open(page, 'view=gradient');
  const place = page.locator('.gn-place > p');
  await expect(place).toContainText('for “il” it counts');
  const candidates = page.getByRole('combobox', { name: 'log P of' });
  const runnerUp = (await candidates.locator('option').nth(1).textContent())?.match(/\p{L}+/u)?.[0] ?? 'none';
  expect(runnerUp).not.toBe('il');
  await candidates.selectOption({ index: 1 });
  await expect(place).toContainText(`for “${runnerUp}” it counts`);
  await page.getByRole('combobox', { name: 'Output word' }).selectOption({ label: '8. rue' });
  await expect(place).toContainText('for “rue” it counts');
  await tabTo(page, '.gn-place button');
  await page.keyboard.press('Enter');
  const [query, key, layer, head] = [
    ...((await place.textContent()) ?? '').matchAll(/“([^”]*)” reads “([^”]*)”.*layer (\d), head (\d)/g),
  ].flatMap((match) => match.slice(1));
  await expect(page.locator('output')).toHaveAttribute(
    'data-place',
    new RegExp(`^\\w+ ${Number(layer) - 1} ${Number(head) - 1}$`),
  );
  await expect(page.locator('.gn-said')).toContainText(`“${query}” reads “${key}”`);
});
