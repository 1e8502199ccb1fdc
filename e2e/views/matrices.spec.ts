import type { Locator, Page } from '@playwright/test';
import { openLive, TIRED } from '../steps.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { framesOf } from './inspected.ts';
import { KINDS, type Kind, set, stateOf, walk, wordsOf } from './looking.ts';
import { at, isWritten, lastIn, settled } from './numbers.ts';
import { below, dice } from './sentences.ts';

const viewOf = (page: Page) => page.getByRole('region', { name: 'The head as matrices' });
const gridOf = (page: Page, name: string): Locator => viewOf(page).locator(`[data-matrix=${name}] table`);
const open = (page: Page, kind: Kind, head: number) =>
  openLive(page, {
    hash: { text: TIRED, kind, layer: '2', heads: String(head), cell: 'none', view: 'matrices' },
  });

/** Which stage each matrix is, and what its rows and columns are. */
const MATRICES = [
  ['I', 'queryInput', 'query', null],
  ['Q', 'q', 'query', null],
  ['K', 'k', 'key', null],
  ['V', 'v', 'key', null],
  ['A', 'scores', 'query', 'key'],
  ['Ahat', 'pattern', 'query', 'key'],
  ['O', 'headOutput', 'query', null],
] as const;

for (const [n, kind] of KINDS.entries()) {
  test(`${kind}: every matrix says the engine’s numbers, by the keys and under the pointer`, async ({
    page,
  }) => {
    const head = n + 3;
    await open(page, kind, head);
    await settled(page);
    const frames = await framesOf(page, { kind, layer: 2, head, query: 0, key: 0 }, 4);
    const { source, target } = await wordsOf(page);
    const words = { query: kind === 'encoder' ? source : target, key: kind === 'decoder' ? target : source };
    const roll = dice(n + 1);
    for (const [name, need, rowAxis, columnAxis] of MATRICES) {
      const grid = gridOf(page, name);
      const frame = frames[need];
      const [columns = 0, rows = 0] = frame.shape.toReversed();
      // K is drawn turned: its rows go across.
      const turned = Number(await grid.getAttribute('aria-rowcount')) !== rows || name === 'K';
      const cells = Array.from({ length: 3 }, () => ({
        row: below(roll, rows),
        column: below(roll, 12) % columns,
      }));
      const said = await walk(
        grid,
        cells.map(({ row, column }) => (turned ? { query: column, key: row } : { query: row, key: column })),
      );
      for (const [i, { row, column }] of cells.entries()) {
        const text = said[i] ?? '';
        const value = frame.shape.length === 3 ? at(frame, head, row, column) : at(frame, row, column);
        expect(text).toContain(`“${words[rowAxis][row]}”`);
        if (columnAxis) expect(text).toContain(`“${words[columnAxis][column]}”`);
        else expect(text).toMatch(new RegExp(`no\\.\\s${column + 1}:`));
        if (kind === 'decoder' && columnAxis && column > row) expect(text).toContain('may not read');
        else expect(isWritten(text, value), `${text} is ${value}`).toBe(true);
        // What the eye reads beneath the matrices is the same sentence.
        if (i === cells.length - 1) await expect(viewOf(page).locator('.mv-said')).toHaveText(text);
      }
    }
    const box = await gridOf(page, 'Ahat').boundingBox();
    const [S = 1, T = 1] = frames.pattern.shape.toReversed();
    if (!box) throw new Error('no Â');
    const [query, key] = [5, 2];
    await page.mouse.move(box.x + ((key + 0.5) * box.width) / S, box.y + ((query + 0.5) * box.height) / T);
    const said = (await viewOf(page).locator('.mv-said').textContent()) ?? '';
    expect(said).toContain(`“${words.query[query]}” reads “${words.key[key]}”`);
    expect(isWritten(said, at(frames.pattern, head, query, key)), said).toBe(true);
  });
}

test('the map of the queries, read number by number, makes Q of I', async ({ page }) => {
  await open(page, 'encoder', 4);
  await settled(page);
  const { queryInput, q } = await framesOf(page, { kind: 'encoder', layer: 2, head: 4, query: 0, key: 0 }, 4);
  const grid = gridOf(page, 'Wq');
  const [D = 0] = queryInput.shape.toReversed();
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBe(D);
  const column = 3;
  const said = await walk(
    grid,
    Array.from({ length: D }, (_, query) => ({ query, key: column })),
  );
  const map = said.map((text) => lastIn(text).value);
  // Of two words, so that the bias is in neither: (I₁ − I₈) W is Q₁ − Q₈.
  const made = map.reduce((sum, w, n) => sum + w * (at(queryInput, 1, n) - at(queryInput, 8, n)), 0);
  const difference = at(q, 4, 1, column) - at(q, 4, 8, column);
  expect(Math.abs(made - difference)).toBeLessThan(0.05);
  expect(Math.abs(difference)).toBeGreaterThan(0.2);
});

test('a number lights the row and the column it is made of and says their product; no row is without its word', async ({
  page,
}) => {
  await open(page, 'encoder', 4);
  await settled(page);
  const { source } = await wordsOf(page);
  // Beside I and A, over A and Â: every word. V is lower than its words are high.
  const lists = await viewOf(page)
    .locator('.mv-words')
    .evaluateAll((all) =>
      all.map((list) => [...list.querySelectorAll('bdi')].map((word) => word.textContent)),
    );
  expect(lists.filter((list) => list.length === source.length)).toHaveLength(4);
  expect(lists).toHaveLength(5);
  // The end mark is on every side.
  for (const list of lists) expect(list).toContain('↵');
  await walk(gridOf(page, 'Q'), [{ query: 8, key: 4 }]);
  await expect(viewOf(page).locator('.mv-product')).toContainText(
    'column 5 of W^q: Σ of 192 products, + bias',
  );
  await expect(viewOf(page).locator('.mv-met')).toHaveCount(1);
  await expect(viewOf(page).locator('[data-matrix=Wq] .mv-met')).toBeVisible();
  const sizes = await Promise.all(['Wq', 'Wk', 'Wv'].map((name) => gridOf(page, name).boundingBox()));
  expect(new Set(sizes.map((box) => `${box?.width} ${box?.height}`)).size).toBe(1);
});

test('a cell of A or Â is followed: by Enter, and by a click', async ({ page }) => {
  await open(page, 'encoder', 4);
  await settled(page);
  await walk(gridOf(page, 'A'), [{ query: 8, key: 1 }]);
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('region', { name: 'One number, step by step' });
  await expect(inspector).toContainText('How much does “it” (i) read “animal” (j)?');
  expect(await stateOf(page)).toMatchObject({ view: 'cell', cell: { query: 8, key: 1 } });
  await set(page, { view: 'matrices', cell: null });
  await settled(page);
  const grid = gridOf(page, 'Ahat');
  const box = await grid.boundingBox();
  const count = Number(await grid.getAttribute('aria-rowcount'));
  if (!box) throw new Error('no Â');
  await grid.click({ position: { x: (6.5 * box.width) / count, y: (4.5 * box.height) / count } });
  await expect(inspector).toBeVisible();
  expect(await stateOf(page)).toMatchObject({ view: 'cell', cell: { query: 4, key: 6 } });
});

test('words are rows or columns, by a switch that the link holds and the next visit remembers', async ({
  page,
}) => {
  await open(page, 'encoder', 4);
  await settled(page);
  const { source } = await wordsOf(page);
  const sizeOf = async (name: string) => {
    const grid = gridOf(page, name);
    return [await grid.getAttribute('aria-rowcount'), await grid.getAttribute('aria-colcount')].map(Number);
  };
  const [words, width] = await sizeOf('I');
  expect(words).toBe(source.length);
  await page.getByRole('radio', { name: 'as columns' }).check();
  await expect(page).toHaveURL(/matrixWords=columns/);
  expect(await sizeOf('I')).toEqual([width, words]);
  await expect(viewOf(page)).toContainText('All columns are computed in parallel');
  await walk(gridOf(page, 'Q'), [{ query: 4, key: 8 }]);
  await expect(viewOf(page).locator('.mv-said')).toContainText(`“${source[8]}”`);
  await expect(viewOf(page).locator('.mv-product')).toContainText('= row 5 of W^q × its column of I');
  const framed = await gridOf(page, 'Wq').boundingBox();
  const met = await viewOf(page).locator('[data-matrix=Wq] .mv-met').boundingBox();
  if (!framed || !met) throw new Error('no W^q');
  expect(Math.abs(met.width - framed.width)).toBeLessThan(1);
  expect(met.height).toBeLessThan(framed.height / 4);
  // Both words of the pinned cell and the end mark stand on their sides, whatever else has room.
  await set(page, { cell: { query: 8, key: 1 } });
  await settled(page);
  const keys = viewOf(page).locator('.mv-words[data-side=left]');
  for (const said of ['animal', '↵']) await expect(keys.first()).toContainText(said);
  await open(page, 'encoder', 4);
  expect(await stateOf(page)).toMatchObject({ matrixWords: 'columns' });
});
