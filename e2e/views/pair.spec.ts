import type { Page } from '@playwright/test';
import { frameOf, openLive, TIRED, WIDE } from '../steps.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { isShare, type Kind, type Place, patternOf, rowsOf, set, stateOf, walk, wordsOf } from './looking.ts';
import { isWritten, lastIn, settled } from './numbers.ts';
import { below, dice } from './sentences.ts';

const viewOf = (page: Page) => page.getByRole('region', { name: 'Two pictures compared' });
type Rows = readonly (readonly number[])[];

/** The engine's pattern of one head, for a sentence. */
async function patternFor(page: Page, text: string, kind: Kind, layer: number, head: number): Promise<Rows> {
  await set(page, { text });
  return rowsOf(await frameOf(page, patternOf(kind, layer)), head);
}

/** What a cell says of A, of B, and of B − A. */
const SAID = /: A\s(.+), B\s(.+?)(?:, difference\s(.+))?\.$/;

function checkCell(said: string, a: number | null, b: number | null): void {
  const [, left = '', right = '', difference] = SAID.exec(said) ?? [];
  const is = (text: string, share: number | null) =>
    share === null ? text === 'not there' : isShare(text, share);
  expect(is(left, a), `${said}: A is ${a}`).toBe(true);
  expect(is(right, b), `${said}: B is ${b}`).toBe(true);
  if (a === null || b === null) expect(difference).toBeUndefined();
  else {
    const points = (b - a) * 100;
    expect(isWritten(difference ?? '', points), `${said}: ${points}`).toBe(true);
    if (Math.round(points) !== 0) expect(difference).toMatch(points > 0 ? /^\+/ : /^−/);
  }
}

const somePlaces = (roll: () => number, rows: number, columns: number): readonly Place[] =>
  Array.from({ length: 12 }, () => ({ query: below(roll, rows), key: below(roll, columns) }));

const FAR = "The animal didn't cross the street because it was far too wide.";

for (const [name, other] of [
  ['one word is another', WIDE],
  ['one word more and one other', FAR],
] as const) {
  test(`two sentences, ${name}: B − A is the difference of both patterns`, async ({ page }) => {
    const hash = { text: TIRED, kind: 'encoder', layer: '2', heads: '4', cell: 'none' };
    await openLive(page, { hash });
    const a = await patternFor(page, TIRED, 'encoder', 2, 4);
    const wordsA = (await wordsOf(page)).source;
    const b = await patternFor(page, other, 'encoder', 2, 4);
    const wordsB = (await wordsOf(page)).source;
    const french = await page.evaluate(() => window.headlight.translation().text);
    await openLive(page, { hash: { ...hash, view: 'pair', other: `e2h4.${other}` } });
    await settled(page);
    const grids = viewOf(page).getByRole('grid');
    await expect(grids).toHaveCount(3);
    // Places that the two share, laid beside each other by hand: what is only in B stands where it stands there.
    const more = wordsB.length - wordsA.length;
    const extra = more > 0 ? wordsB.indexOf('far') : wordsB.length;
    const size = wordsB.length;
    const placeA = (n: number) => (n >= extra && n < extra + more ? null : n < extra ? n : n - more);
    expect(Number(await grids.nth(2).getAttribute('aria-rowcount'))).toBe(size + 1);
    const roll = dice(size);
    const places = [
      { query: 8, key: 1 },
      { query: extra % size, key: extra % size },
      ...somePlaces(roll, size, size),
    ];
    for (const which of [2, 0, 1]) {
      const said = await walk(grids.nth(which), which === 2 ? places : places.slice(0, 4));
      for (const [i, text] of said.entries()) {
        const { query, key } = places[i] ?? { query: 0, key: 0 };
        const [row, column] = [placeA(query), placeA(key)];
        const left = row === null || column === null ? null : (a[row]?.[column] ?? null);
        checkCell(text, left, b[query]?.[key] ?? null);
        expect(text).toContain(wordsB[query] ?? '?');
      }
    }
    // The other sentence's French is the one it has by itself.
    const line = (await viewOf(page).locator('.pv-line').last().textContent()) ?? '';
    expect(french.split(/[\s'’.]+/).filter((word) => word !== '' && !line.includes(word))).toEqual([]);
  });
}

test('two heads: B − A is the difference of their frames, in every kind; a second sentence takes its place', async ({
  page,
}) => {
  const hash = { text: TIRED, kind: 'decoder', layer: '1', heads: '2', cell: 'none', view: 'pair' };
  await openLive(page, { hash: { ...hash, other: 'd3h6' } });
  for (const kind of ['decoder', 'cross', 'encoder'] as const) {
    await set(page, { kind, other: { kind, layer: 3, head: 6, text: null } });
    await settled(page);
    const a = rowsOf(await frameOf(page, patternOf(kind, 1)), 2);
    const b = rowsOf(await frameOf(page, patternOf(kind, 3)), 6);
    const places = somePlaces(dice(a.length), a.length, a[0]?.length ?? 0).slice(0, 8);
    const said = await walk(viewOf(page).getByRole('grid').nth(2), places);
    for (const [i, text] of said.entries()) {
      const { query, key } = places[i] ?? { query: 0, key: 0 };
      const may = kind !== 'decoder' || key <= query;
      const at = (rows: Rows) => (may ? (rows[query]?.[key] ?? null) : null);
      checkCell(text, at(a), at(b));
    }
  }
  await viewOf(page)
    .getByRole('combobox', { name: 'B, the other head' })
    .selectOption({ label: 'layer 1 · head 8' });
  expect((await stateOf(page)).other).toEqual({ kind: 'encoder', layer: 0, head: 7, text: null });
  await viewOf(page).getByRole('radio', { name: 'Two sentences' }).press('Space');
  await viewOf(page).getByRole('textbox', { name: 'B, the other sentence' }).fill(WIDE);
  await expect(viewOf(page).locator('.pv-line').first()).toContainText('A tired B wide');
  await settled(page);
  expect((await stateOf(page)).other?.text).toBe(WIDE);
  expect((await stateOf(page)).text).toBe(TIRED);
  const [text = ''] = await walk(viewOf(page).getByRole('grid').nth(2), [{ query: 8, key: 1 }]);
  const a = rowsOf(await frameOf(page, patternOf('encoder', 1)), 2)[8]?.[1] ?? -1;
  expect(isShare(SAID.exec(text)?.[1] ?? '', a), text).toBe(true);
  const b = (await patternFor(page, WIDE, 'encoder', 1, 2))[8]?.[1] ?? -1;
  expect(lastIn(SAID.exec(text)?.[3] ?? '').value).toBe(Math.round((b - a) * 100) || 0);
});

test('opened, the other half of the example lies beside the sentence; the pinned cell stays in all', async ({
  page,
}) => {
  await openLive(page, {
    hash: { text: TIRED, kind: 'encoder', layer: '3', heads: '7', cell: '8,1', view: 'pair' },
  });
  await settled(page);
  const second = viewOf(page).getByRole('textbox', { name: 'B, the other sentence' });
  await expect(second).toHaveValue(WIDE);
  await expect(viewOf(page).locator('.am-pin')).toHaveCount(3);
  await expect(viewOf(page)).not.toContainText('Hatched');
  for (const name of ['Difference', 'A', 'B', 'All']) {
    await viewOf(page).getByRole('radio', { name, exact: true }).press('Space');
    await expect(viewOf(page).locator('.am-pin')).toHaveCount(name === 'All' ? 3 : 1);
  }
  await expect(viewOf(page)).toContainText('−100');
  // Of three pictures beside each other every cell is as large as in the others.
  const sizes = await viewOf(page)
    .locator('.am-pin')
    .evaluateAll((pins) => pins.map((pin) => pin.getBoundingClientRect().width));
  expect(new Set(sizes.map(Math.round)).size).toBe(1);
  await set(page, { text: 'Nobody has this sentence in a menu.' });
  await expect(second).toHaveValue('');
  await viewOf(page).getByRole('button', { name: 'Start with a copy of A' }).press('Enter');
  await expect(second).toHaveValue('Nobody has this sentence in a menu.');
});
