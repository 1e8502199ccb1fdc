import { INSPECT_STEPS } from '../../src/layout/index.ts';
import { runs } from '../../src/testing/long.ts';
import { evaluationOf, gridOf, openAnew, openingView, openLive, painted, TIRED } from '../steps.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { type Cell, countOf, framesOf, readStep, wrongIn } from './inspected.ts';
import { settled } from './numbers.ts';
import { below, dice, randomSentence } from './sentences.ts';

type TestPage = Parameters<typeof painted>[0];
const stateOf = (page: TestPage) => page.evaluate(() => window.headlight.getState());
const KINDS = ['encoder', 'decoder', 'cross'] as const;
const SENTENCES = runs(1, 20);
const CELLS = 10;

/** A cell of the sentence on screen, in any head of a kind and layer. */
async function randomCell(page: TestPage, roll: () => number, at: Pick<Cell, 'kind' | 'layer'>) {
  const { source, target } = await page.evaluate(() => {
    const { source, target } = window.headlight.tokens();
    return { source: source.length, target: target.length };
  });
  const query = below(roll, at.kind === 'encoder' ? source : target);
  const key = below(roll, at.kind === 'decoder' ? target : source);
  return { ...at, head: below(roll, 8), query, key };
}

test(`${SENTENCES * CELLS} random cells of random sentences: every number of every step is the engine’s`, async ({
  page,
}) => {
  test.setTimeout(300_000);
  const roll = dice(20_261_125);
  await openLive(page, { hash: { view: 'cell' } });
  let compared = 0;
  let cells = 0;
  for (let s = 0; s < SENTENCES; s++) {
    await page.evaluate((text) => window.headlight.setState({ text }), randomSentence(roll));
    for (let half = 0; half < 2; half++) {
      const place = { kind: KINDS[below(roll, 3)] ?? 'cross', layer: below(roll, 4) };
      let frames: Awaited<ReturnType<typeof framesOf>> | null = null;
      for (let c = 0; c < CELLS / 2; c++) {
        const cell = await randomCell(page, roll, place);
        const { kind, layer, head, query, key } = cell;
        const patch = { kind, layer, heads: [head], cell: { query, key }, view: 'cell', inspect: 0 };
        await page.evaluate((state) => window.headlight.setState(state), patch);
        frames ??= await framesOf(page, cell, 4);
        for (const [n, step] of INSPECT_STEPS.entries()) {
          const shown = await readStep(page, n);
          expect(wrongIn(shown, frames, cell, step), JSON.stringify(cell)).toEqual([]);
          compared += countOf(shown);
        }
        cells++;
      }
    }
  }
  expect(cells).toBe(SENTENCES * CELLS);
  expect(compared).toBeGreaterThan(cells * 60);
});

test('without a mouse: a cell pinned, followed step by step, shown as matrices, and back up', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED, layer: '2', heads: '4', cell: 'none' } });
  await gridOf(page).focus();
  await page.keyboard.press('Control+Home');
  for (let down = 0; down < 8; down++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  expect(await stateOf(page)).toMatchObject({ cell: { query: 8, key: 1 }, view: 'heatmap' });
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('region', { name: 'One number, step by step' });
  await expect(inspector).toBeVisible();
  await expect(inspector).toContainText('How much does “it” (i) read “animal” (j)?');
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await expect(inspector.getByRole('heading', { name: 'Softmax: scores become weights' })).toBeVisible();
  expect((await stateOf(page)).inspect).toBe(5);
  await page.keyboard.press('Escape');
  await expect(gridOf(page)).toBeFocused();
  expect(await stateOf(page)).toMatchObject({ cell: { query: 8, key: 1 }, view: 'heatmap' });
  await page.keyboard.press('Enter');
  await expect(inspector).toContainText('step 6 of 9');
  await inspector.getByRole('button', { name: 'As matrices' }).press('Enter');
  await expect(page.getByRole('region', { name: 'The head as matrices' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  expect((await stateOf(page)).cell).toBeNull();
});

test('no step has to be scrolled at 1280×720, nor while it is presented', async ({ page }) => {
  for (const present of ['off', 'on'] as const) {
    await openAnew(page, {
      hash: { text: TIRED, layer: '3', heads: '7', cell: '8,1', view: 'cell', present },
    });
    for (const n of INSPECT_STEPS.keys()) {
      await readStep(page, n);
      const hidden = await page
        .locator('.ci-body')
        .evaluate((body) => [body.scrollHeight - body.clientHeight, body.scrollWidth - body.clientWidth]);
      expect(hidden, `${INSPECT_STEPS[n]}, present=${present}`).toEqual([0, 0]);
    }
  }
});

test('what is changed in the model is in the story, and before it was changed too', async ({ page }) => {
  const { layer, head } = await openingView(page);
  await openLive(page, {
    hash: {
      text: TIRED,
      layer: `${layer}`,
      heads: `${head}`,
      cell: '8,1',
      view: 'cell',
      inspect: '4',
      changes: `forbid.e${layer}h${head}.8_1`,
    },
  });
  const inspector = page.getByRole('region', { name: 'One number, step by step' });
  await expect(inspector).toContainText('You forbade “it” to read “animal”');
  await expect(inspector.locator('.ci-check')).toHaveAttribute('data-agrees', 'true');
  await page.keyboard.press('b');
  await painted(page);
  await settled(page);
  await expect(inspector).toContainText('Nothing forbids “it” to read “animal”');
  await page.evaluate(() => window.headlight.setState({ inspect: 5 }));
  await settled(page);
  await expect(inspector.locator('tr[data-own] td').nth(2)).toHaveText(
    evaluationOf({ layer, head }).weights[0].toFixed(3),
  );
  await expect(inspector.locator('.ci-check')).toHaveAttribute('data-agrees', 'true');
});

test('with whole words, the first piece of each is followed; with nothing pinned, the strongest weight', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED, layer: '2', heads: '4', cell: '8,1' } });
  await page.evaluate(() =>
    window.headlight.setState({ view: 'cell', level: 'word', cell: { query: 7, key: 1 } }),
  );
  const inspector = page.getByRole('region', { name: 'One number, step by step' });
  const words = await page.evaluate(() => window.headlight.tokens().source.map(({ text }) => text));
  const heading = await inspector.getByRole('heading', { level: 3 }).textContent();
  expect(words.some((word) => heading?.includes(`read “${word}”`))).toBe(true);
  await page.evaluate(() => window.headlight.setState({ level: 'piece', cell: null }));
  await settled(page);
  await expect(inspector.getByRole('heading', { level: 3 })).toContainText(/“.+” \(i\) read “.+” \(j\)/);
});
