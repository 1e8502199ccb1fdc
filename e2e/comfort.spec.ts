import type { Locator, Page } from '@playwright/test';
import { gridOf, linkingHeads, openLive, painted, sentenceOf, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

const stateOf = (page: Page) => page.evaluate(() => window.headlight.getState());
const placeOf = async (place: Locator) => {
  const box = await place.boundingBox();
  if (!box) throw new Error('not on screen');
  return box;
};

test('Enter adds no line, pasted lines stay, and Escape leads to the grid', async ({ page }) => {
  await openLive(page, { hash: { text: 'The cat' } });
  await sentenceOf(page).press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('s sat.');
  await painted(page);
  expect((await stateOf(page)).text).toBe('The cats sat.');
  await sentenceOf(page).fill('one\ntwo');
  expect((await stateOf(page)).text).toBe('one\ntwo');
  await painted(page);
  await page.keyboard.press('Escape');
  await expect(gridOf(page)).toBeFocused();
});

test('the whole box of the sentence takes a click', async ({ page }) => {
  await openLive(page, { hash: { text: '' } });
  const box = await placeOf(page.locator('.sentence'));
  for (const [x, y] of [
    [0.5, 0.04],
    [0.02, 0.5],
    [0.1, 0.94],
  ] as const) {
    await sentenceOf(page).blur();
    await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
    await expect(sentenceOf(page)).toBeFocused();
  }
  await page.keyboard.type('v]');
  expect(await stateOf(page)).toMatchObject({ text: 'v]', view: 'heatmap' });
});

for (const [name, size] of [
  ['a desk', { width: 1280, height: 720 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`nothing moves on ${name} when the hint goes, a line is added, or the model is unsure`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await openLive(page);
    const head = page.locator('.app-head-body');
    const [box, below] = [await placeOf(page.locator('.sentence')), await placeOf(head)];
    await expect(page.getByText('Change “tired”')).toBeVisible();
    for (const text of [TIRED.replace('tired', 'wide'), `${TIRED} ${TIRED} ${TIRED}`, 'asdf qwer zxcv', '']) {
      await sentenceOf(page).fill(text);
      await painted(page);
      expect(await placeOf(page.locator('.sentence'))).toEqual(box);
      expect((await placeOf(head)).y).toBe(below.y);
    }
  });
}

test('the French keeps its left edge, whatever stands beside it', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const strip = page.getByRole('group', { name: 'French, word by word' });
  const { x } = await placeOf(strip);
  await strip.getByRole('button').first().hover();
  expect((await placeOf(strip)).x).toBe(x);
  await page.getByRole('button', { name: 'Type your own French' }).click();
  await painted(page);
  const own = page.getByRole('textbox', { name: 'Your own French' });
  const { width } = await placeOf(own);
  await strip.getByRole('button').first().hover();
  expect((await placeOf(own)).width).toBe(width);
  expect((await placeOf(strip)).x).toBe(x);
});

test('the sentence that the model is unsure of says so, and only that', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED } });
  const said = page.getByText('The model is small and unsure of this one.');
  for (const [text, unsure] of [
    ['The dog sleeps.', false],
    ['asdf qwer zxcv', true],
    ['He said that he would come tomorrow.', false],
    ['动物没有过马路。', false],
  ] as const) {
    await sentenceOf(page).fill(text);
    await painted(page);
    await expect(said).toHaveCount(unsure ? 1 : 0);
  }
  // Of another script it says more, and offers what it can read.
  await expect(page.getByText('This model reads English')).toHaveCount(1);
  await page.getByRole('button', { name: 'A sentence in English' }).click();
  await expect(page.getByRole('menu', { name: /^Sentences to try/ })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('an own French says when its English has changed', async ({ page }) => {
  await openLive(page, { hash: { target: 'Il dort.' } });
  const said = page.getByText('The English has changed since you typed this French.');
  await expect(said).toHaveCount(0);
  await sentenceOf(page).fill('The dog sleeps.');
  await expect(said).toBeVisible();
  await page.getByRole('textbox', { name: 'Your own French' }).fill('Le chien dort.');
  await expect(said).toHaveCount(0);
});

test('runners-up stand over their word, and long French scrolls by wheel and by its buttons', async ({
  page,
}) => {
  await openLive(page, {
    hash: {
      text: `${TIRED.slice(0, -1)} and then it went home to sleep in its large bed, but the bed was not there.`,
    },
  });
  const strip = page.getByRole('group', { name: 'French, word by word' });
  const word = strip.getByRole('button').nth(5);
  await word.hover();
  const chip = page.locator('.translation-chip');
  const [at, over] = [await placeOf(word), await placeOf(chip)];
  expect(Math.abs(over.x - at.x)).toBeLessThan(2);
  expect(over.y + over.height).toBeLessThan(at.y + 4);
  const scrolled = () => strip.evaluate((line) => line.scrollLeft);
  await page.mouse.wheel(0, 60);
  await expect.poll(scrolled).toBeGreaterThan(30);
  for (const name of ['Later words', 'Earlier words']) {
    const button = page.getByRole('button', { name });
    await expect(async () => {
      if (await button.isVisible()) await button.click();
      await expect(button).toHaveCount(0, { timeout: 1000 });
    }).toPass();
  }
  await expect.poll(scrolled).toBe(0);
});

test('several heads are chosen without a shift key, and another layer does not end the comparison', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED, layer: '2', heads: '4' } });
  const head = (layer: number, number: number) =>
    page.getByRole('button', { name: new RegExp(`^encoder, layer ${layer}, head ${number}\\b`) });
  const [linking] = await linkingHeads(page);
  await head(linking.layer + 1, linking.head + 1).hover();
  await expect(page.locator('.figure-heading')).toContainText('often links it / they to its noun');
  await page.getByRole('radio', { name: 'Several' }).check({ force: true });
  await head(3, 2).click();
  expect(await stateOf(page)).toMatchObject({ layer: 2, heads: [1, 4] });
  await head(1, 2).click();
  expect(await stateOf(page)).toMatchObject({ layer: 2, heads: [1, 4] });
  await expect(page.locator('.figure-heading p')).toHaveText(
    'Side by side stand heads of one layer and kind.',
  );
  await page.getByRole('radio', { name: 'One head' }).check({ force: true });
  await head(1, 2).click();
  expect(await stateOf(page)).toMatchObject({ layer: 0, heads: [1] });
});

test('skipping leads into the grid, and Escape un-pins from anywhere', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED, cell: '8,1' } });
  await page.keyboard.press('Escape');
  expect((await stateOf(page)).cell).toBeNull();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(gridOf(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect((await stateOf(page)).cell).not.toBeNull();
});
