import type { Locator, Page } from '@playwright/test';
import { activeCellOf, frameOf, gridOf, openLive, painted, TIRED, weightOf, wholePercent } from './steps.ts';
import { expect, test } from './support/test.ts';

const stateOf = (page: Page) => page.evaluate(() => window.headlight.getState());
const translationOf = (page: Page) => page.evaluate(() => window.headlight.translation());
const panelOf = (page: Page) => page.getByRole('region', { name: 'Change the model' });
const listOf = (page: Page) => page.getByRole('region', { name: 'What is changed in the model' });

/** By Tab alone, forwards or backwards. */
async function tabTo(page: Page, to: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < 80; i++) {
    if (await to.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`tabTo: ${to} has not come`);
}

/** The words of the strip beneath, without the end mark, and which of them are marked as changed. */
async function stripOf(page: Page) {
  const tokens = page.locator('.strip-token:not([data-end])');
  const words = await tokens.locator('span[lang]:not(.strip-was)').allTextContents();
  const marked = await tokens.evaluateAll((all) => all.map((one) => one.hasAttribute('data-changed')));
  return { words, marked };
}

/** One list with some left out is the other. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  return some.every((word) => {
    at = all.indexOf(word, at) + 1;
    return at > 0;
  });
}

test('a head off, a mask painted, the French changed, the difference read, all undone: by keys alone', async ({
  page,
}) => {
  const hash = { text: TIRED, kind: 'encoder', layer: '2', heads: '4', cell: 'none' };
  await openLive(page, { hash });
  const first = { state: await stateOf(page), french: await translationOf(page) };
  const pattern = await frameOf(page, 'encoder.2.self.pattern');
  const link = await page.evaluate(() => location.hash);

  await page.keyboard.press('e');
  await expect(panelOf(page)).toBeVisible();
  await expect(panelOf(page).getByRole('button', { name: 'Heads' })).toBeFocused();
  await tabTo(page, panelOf(page).getByRole('radio', { name: 'On', exact: true }));
  await page.keyboard.press('ArrowRight');
  await painted(page);
  await expect(listOf(page).getByRole('listitem')).toHaveText(['encoder layer 3 head 5 off (output zero)']);
  await expect(page.getByRole('button', { name: /^encoder, layer 3, head 5,.*switched off/ })).toBeVisible();
  expect(await frameOf(page, 'encoder.2.self.pattern')).toEqual(pattern);
  await page.keyboard.press('Control+z');
  await painted(page);
  await expect(listOf(page)).toHaveCount(0);

  // For all layers: “it” may not read the adjective, which is what the model goes by in this sentence.
  await tabTo(page, panelOf(page).getByRole('button', { name: 'Mask' }));
  await page.keyboard.press('Enter');
  await tabTo(page, panelOf(page).getByRole('radio', { name: 'this head' }));
  await page.keyboard.press('ArrowLeft');
  await expect(panelOf(page).getByRole('radio', { name: 'all layers' })).toBeChecked();
  await tabTo(page, panelOf(page).getByRole('switch', { name: 'Paint cells' }));
  await page.keyboard.press('Space');
  await tabTo(page, gridOf(page), 'Shift+Tab');
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown');
  for (let i = 0; i < 11; i++) await page.keyboard.press('ArrowRight');
  await expect(activeCellOf(page)).toHaveAttribute('aria-label', /^“it” reads “tired”/);
  await page.keyboard.press('x');
  await painted(page);
  await expect(activeCellOf(page)).toHaveAttribute(
    'aria-label',
    '“it” may not read “tired”: forbidden before softmax',
  );
  await expect(listOf(page).getByRole('listitem')).toHaveText([
    '“it” may not read “tired” in encoder, all heads (before softmax)',
  ]);

  // What the page marks in the French is what differs between the two answers of the model: all the rest was there
  // before.
  const now = await translationOf(page);
  const strip = await stripOf(page);
  const wordsOf = ({ tokens }: typeof now) => tokens.slice(0, -1).map(({ text }) => text);
  expect(strip.words).toEqual(wordsOf(now));
  expect(strip.marked.includes(true)).toBe(now.text !== first.french.text);
  const rest = strip.words.filter((_, i) => !strip.marked[i]);
  expect(isWithin(rest, wordsOf(first.french))).toBe(true);

  await page.keyboard.press('b');
  await painted(page);
  expect((await stateOf(page)).shown).toBe('before');
  expect((await stripOf(page)).words).toEqual(wordsOf(first.french));
  await page.keyboard.press('b');
  await painted(page);
  const [was, is] = [pattern, await frameOf(page, 'encoder.2.self.pattern')].map(
    (frame) => `${wholePercent(weightOf(frame, 4, 8, 11))}\u202f%`,
  );
  await expect(activeCellOf(page)).toHaveAttribute(
    'aria-label',
    `“it” reads “tired”: ${was} before, ${is} now, forbidden now`,
  );

  const undo = page.getByRole('button', { name: 'Undo' });
  while (await undo.isEnabled()) await page.keyboard.press('Control+z');
  await painted(page);
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(link);
  expect(await stateOf(page)).toEqual(first.state);
  // Written word by word at first, taken over at once now: the same words, but for rounding as likely.
  const again = await translationOf(page);
  expect(wordsOf(again)).toEqual(wordsOf(first.french));
  for (const [i, { probability }] of again.tokens.entries())
    expect(probability).toBeCloseTo(first.french.tokens[i]?.probability ?? 0, 5);
  expect(await frameOf(page, 'encoder.2.self.pattern')).toEqual(pattern);
});
