import type { Page } from '@playwright/test';
import { painted } from '../steps.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { checkRow, open, translationOf, viewOf } from './decoding.ts';
import { isShare, set, stateOf } from './looking.ts';
import { isWritten, lastIn } from './numbers.ts';

/** The likeliest words on screen are those the translation was chosen from. */
async function checkWords(page: Page, step: number): Promise<void> {
  const { tokens } = await translationOf(page);
  const written = tokens[step];
  if (!written) throw new Error(`no step ${step}`);
  const isLast = step === tokens.length - 1;
  const items = viewOf(page).locator('.dt-candidates li');
  const best = written.best.slice(0, 5);
  expect(await items.count()).toBe(best.length);
  for (const [i, { id, text, probability }] of best.entries()) {
    const item = items.nth(i);
    const isEnd = id === tokens.at(-1)?.id;
    await expect(item.locator('.dt-candidate')).toHaveText(isEnd ? '↵' : text);
    const percent = (await item.locator('.dt-percent').textContent()) ?? '';
    expect(isShare(percent, probability), `${text} ${percent}`).toBe(true);
    expect(await item.getAttribute('data-taken')).toBe(id === written.id ? 'true' : null);
  }
  // Trained with label smoothing 0.1, as the model's config.json says.
  await expect(viewOf(page).getByText('label smoothing 0.1: it aims at about 90')).toBeVisible();
  const rest = 1 - best.reduce((sum, one) => sum + one.probability, 0);
  const others = (await viewOf(page).getByText('all other words').textContent()) ?? '';
  expect(isShare(others, rest) || Math.abs(lastIn(others).value - rest * 100) < 1e-3, others).toBe(true);
  await expect(viewOf(page).locator('.dt-fed-back')).toHaveText(
    isLast
      ? 'The end mark: the sentence is done.'
      : `“${written.text}” is fed back in: the next step reads it too.`,
  );
}

test('keys and the slider lead through the steps; rows and bars are the engine’s', async ({ page }) => {
  await open(page);
  const count = (await translationOf(page)).tokens.length;
  const slider = viewOf(page).getByRole('slider', { name: 'Step' });
  const isAt = async (step: number) => {
    await painted(page);
    expect((await stateOf(page)).step).toBe(step);
    await expect(slider).toHaveAttribute('aria-valuetext', `step ${step + 1} of ${count}`);
    await checkRow(page, 'cross', step);
    await checkRow(page, 'decoder', step);
    await checkWords(page, step);
  };
  await isAt(0);
  // Of the head that the view chose by measure it is said why; the other one was chosen by hand.
  await expect(viewOf(page).locator('.dt-why')).toHaveText(['of all heads most on the word before']);
  await page.keyboard.press('ArrowRight');
  await isAt(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await isAt(3);
  await page.keyboard.press('ArrowLeft');
  await isAt(2);
  await page.keyboard.press('End');
  await isAt(count - 1);
  await page.keyboard.press('Home');
  await isAt(0);
  // Scrubbed by the pointer, past the steps in between.
  const box = await slider.boundingBox();
  if (!box) throw new Error('no slider');
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 });
  await page.mouse.up();
  const scrubbed = (await stateOf(page)).step ?? -1;
  expect(Math.abs(scrubbed - (count - 1) / 2)).toBeLessThanOrEqual(1);
  await isAt(scrubbed);
  // Another head, by its picker: its row, and it is the chosen head now.
  await viewOf(page)
    .getByRole('combobox', { name: 'Head that reads the French' })
    .selectOption({ label: 'layer 4 · head 2' });
  expect(await stateOf(page)).toMatchObject({ kind: 'decoder', layer: 3, heads: [1] });
  await isAt(scrubbed);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await stateOf(page)).toMatchObject({ kind: 'cross', layer: 2, heads: [3] });
});

interface Node {
  readonly texts: readonly string[];
  readonly score: string;
  readonly fate: string;
}

/** The words of French as it is written: an elided one keeps its apostrophe, a full stop is one by itself. */
const wordsIn = (text: string): readonly string[] => text.match(/[^\s'’.,]+['’]?|[.,]/g) ?? [];

/** The nodes of the tree, by what is said of them: the beginning, its score, what became of it. */
async function nodesOf(page: Page): Promise<readonly Node[]> {
  const labels = await viewOf(page)
    .locator('.bt-node')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-label') ?? ''));
  return labels.slice(1).map((label) => {
    const [, text = '', score = '', fate = ''] = /^(.*): (\S+ nats), (.*)$/.exec(label) ?? [];
    return { texts: wordsIn(text), score, fate };
  });
}

/** Σ log P of a French sentence as the model reads it, word by word, with the end mark or without. */
async function forced(page: Page, target: string) {
  await set(page, { target });
  const { tokens } = await translationOf(page);
  const words = tokens.slice(0, -1).map(({ text }) => text);
  const nats = tokens.map(({ probability }) => Math.log(probability));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return { words, whole: sum(nats), open: sum(nats.slice(0, -1)) };
}

/** Common words only: each of them one token, as a rule. */
const PLAIN = 'I do not know where he is.';

test('beam search as a tree: four beginnings a step, each with the log P the model gives its words', async ({
  page,
}) => {
  await open(page, { decoding: 'beam,w4', text: PLAIN });
  const { text, tokens } = await translationOf(page);
  await viewOf(page).getByRole('radio', { name: 'Beam tree' }).press('Space');
  const nodes = await nodesOf(page);
  const taken = nodes.filter(({ fate }) => fate === 'part of the sentence taken');
  const texts = [...tokens.slice(0, -1).map((token) => token.text), '↵'];
  // The thick line is the picture's translation, word by word, and its score the sum of the words' log P.
  expect(taken.map((node) => node.texts)).toEqual(texts.map((_, n) => texts.slice(0, n + 1)));
  for (const [n, { score }] of taken.entries()) {
    const sum = tokens.slice(0, n + 1).reduce((all, { probability }) => all + Math.log(probability), 0);
    expect(Math.abs(lastIn(score).value - sum)).toBeLessThan(lastIn(score).unit / 2 + 1e-3);
  }
  for (let step = 1; step <= texts.length; step++) {
    const column = nodes.filter((node) => node.texts.length === step);
    expect(column.filter(({ fate }) => fate === 'kept').length, `step ${step}`).toBeLessThanOrEqual(4);
  }
  expect(nodes.filter((node) => node.texts.length === 1)).toHaveLength(4);
  // Finished sentences and beginnings that were given up: their score is what the model makes of their words.
  const finished = await viewOf(page)
    .locator('.bt-sentences li')
    .evaluateAll((items) =>
      items.map((item) => ({
        text: item.querySelector('span')?.textContent ?? '',
        score: item.querySelector('.bt-score')?.textContent ?? '',
      })),
    );
  expect(finished[0]?.text).toBe(`${text} ↵`);
  expect(finished.length).toBeGreaterThan(1);
  const whole = await forced(page, text);
  expect(isWritten(finished[0]?.score ?? '', whole.whole)).toBe(true);
  let compared = 0;
  const others = nodes.filter(({ fate, texts }) => fate === 'kept' && texts.length > 2).slice(0, 12);
  const ends = finished
    .slice(1)
    .map((one) => ({ texts: wordsIn(one.text), score: one.score, fate: 'ended' }));
  for (const { texts: words, score, fate } of [...ends, ...others]) {
    const bare = words.filter((word) => word !== '↵');
    const made = await forced(
      page,
      bare
        .join(' ')
        .replace(/(['’]) /g, '$1')
        .replace(/ ([.,])/g, '$1'),
    );
    // Pieces of words do not tell how they are written together.
    if (made.words.join(' ') !== bare.join(' ')) continue;
    const sum = fate === 'ended' ? made.whole : made.open;
    expect(Math.abs(lastIn(score).value - sum), words.join(' ')).toBeLessThan(lastIn(score).unit / 2 + 1e-3);
    compared++;
  }
  expect(compared).toBeGreaterThan(4);
});
