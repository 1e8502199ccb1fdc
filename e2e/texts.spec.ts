import type { Page } from '@playwright/test';
import { gridOf, openLive, painted, sentenceOf, TIRED } from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

const NOVEL = Array.from(
  { length: 4000 },
  (_, i) => `Chapter ${i}: the old man, who was tired, went to sea.`,
).join('\n');
const FOUR_HUNDRED = Array.from(
  { length: 400 },
  (_, i) => ['the', 'small', 'dog', 'runs', 'home'][i % 5],
).join(' ');

const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['empty', ''],
  ['blanks', '   \t  '],
  ['one word', 'Hello'],
  ['one letter', 'a'],
  ['emoji', '👩‍👩‍👧‍👦 😀 family 🇫🇷'],
  ['Chinese', '动物没有过马路，因为它太累了。'],
  ['right to left', 'الحيوان لم يعبر الشارع שלום'],
  ['control characters', 'a\u0000b\u0007c\u200bd\u202ee\ufefff\u001b[31m'],
  ['lone surrogates', 'a\ud800b\udc00c'],
  ['line ends', 'one\r\ntwo\rthree\n\n\nfour'],
  ['marks of the model', '<pad> </s> <unk> ▁ <0xE2> <s>'],
  ['combining', `e${'\u0301'.repeat(300)} fin`],
  ['four hundred words', FOUR_HUNDRED],
  ['one endless word', 'a'.repeat(5000)],
];

for (const [name, text] of TEXTS) {
  test(`${name}: drawn, and the next sentence too`, async ({ page }) => {
    await openLive(page, { hash: { text: TIRED } });
    await page.evaluate((next) => window.headlight.setState({ text: next }), text);
    const state = await page.evaluate(() => ({
      text: window.headlight.getState().text,
      source: window.headlight.tokens().source.map((token) => token.text),
    }));
    expect(state.text).toBe(text.replace(/\p{Surrogate}/gu, '\ufffd'));
    expect(state.source.at(-1)).toBe('</s>');
    if (state.source.length > 1) {
      await expect(gridOf(page)).toHaveAttribute('aria-rowcount', String(state.source.length + 1));
    } else await expect(page.getByText('Nothing to read yet')).toBeVisible();
    await page.evaluate((next) => window.headlight.setState({ text: next }), 'It works.');
    expect(await page.evaluate(() => window.headlight.translation().text)).not.toBe('');
  });
}

test('four hundred words: says what was left out, and keeps the text', async ({ page }) => {
  await openLive(page, { hash: { text: '' } });
  await sentenceOf(page).fill(FOUR_HUNDRED);
  await painted(page);
  await expect(sentenceOf(page)).toHaveValue(FOUR_HUNDRED);
  const said = page.getByText(/Only the first \d+ words fit the model; your text is kept\./);
  await expect(said).toBeVisible();
  const kept = Number((await said.textContent())?.match(/\d+/)?.[0]);
  expect(kept).toBeGreaterThan(20);
  expect(kept).toBeLessThan(400);
});

/**
 * Puts a text into the field in one piece, as React hears of it. Chromium's own insertion, which `fill` asks for, takes
 * a time that grows with the square of the lines: 8 seconds for 1,500 in a bare page, minutes for a novel.
 */
const pasteAtOnce = (page: Page, text: string): Promise<void> =>
  sentenceOf(page).evaluate((field, value) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, text);

test('a pasted novel of 200 kB stays in the field, and the page goes on working', async ({ page }) => {
  expect(NOVEL.length).toBeGreaterThan(200_000);
  await openLive(page, { hash: { text: TIRED } });
  await pasteAtOnce(page, NOVEL);
  await painted(page);
  await expect(sentenceOf(page)).toHaveValue(NOVEL);
  await expect(page.getByText(/Only the first \d+ words fit/)).toBeVisible();
  await sentenceOf(page).fill('It is short again.');
  await painted(page);
  await expect(page.getByText(/Only the first/)).toBeHidden();
});

test('an empty sentence says what to do', async ({ page }) => {
  await openLive(page, { hash: { text: '' } });
  await expect(page.getByText('Type a word or two, and every head draws what it reads.')).toBeVisible();
  await expect(page.getByText('The French appears here.')).toBeVisible();
  await expect(gridOf(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^encoder, layer 1, head 1/ })).toBeVisible();
});

test('faster keys than the model runs: the last one wins, nothing is stuck', async ({ page }) => {
  await openLive(page, { hash: { text: '' } });
  const text = 'Yesterday the children went to the old station because they wanted to see the trains.';
  await sentenceOf(page).pressSequentially(text, { delay: 0 });
  await painted(page);
  expect(await page.evaluate(() => window.headlight.getState().text)).toBe(text);
  const alone = await page.evaluate(() => window.headlight.translation().text);
  await page.evaluate(() => window.headlight.setState({ text: 'Something else.' }));
  await page.evaluate((next) => window.headlight.setState({ text: next }), text);
  expect(await page.evaluate(() => window.headlight.translation().text)).toBe(alone);
});
