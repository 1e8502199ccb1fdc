import type { Page } from '@playwright/test';
import { openAnew, openLive } from '../steps.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { finderOf, type Listed, linkTo, listOf } from './finderPage.ts';
import { allPatterns, isShare, type Pattern, set, stateOf, wordsOf } from './looking.ts';
import { linkOf, measured, nameOf, piecesOf } from './measured.ts';
import { isWritten } from './numbers.ts';

const UNITS: Readonly<Record<string, RegExp>> = {
  distance: /^[\d.]+$/,
  entropy: /^[\d.]+ bits$/,
};

/** The list is these heads with these numbers, in their order. */
function check(
  list: readonly Listed[],
  heads: readonly Pattern[],
  values: readonly (number | null)[],
  measure: string,
) {
  const known = new Map(heads.map((head, i) => [nameOf(head), values[i] ?? null]));
  const count = values.filter((value) => value !== null).length;
  expect(new Set(list.map(({ name }) => name)).size, measure).toBe(count);
  expect(list).toHaveLength(count);
  let last = Number.POSITIVE_INFINITY;
  for (const { name, number } of list) {
    const value = known.get(name) ?? Number.NaN;
    const isRight = measure in UNITS ? isWritten(number.replace(' bits', ''), value) : isShare(number, value);
    expect(isRight, `${measure} of ${name}: ${number}, expected ${value}`).toBe(true);
    expect(number).toMatch(UNITS[measure] ?? /%$/);
    expect(value, `${measure}: ${name} stands in its place`).toBeLessThanOrEqual(last + 1e-6);
    last = value;
  }
}

const MEASURES = [
  'distance',
  'entropy',
  'evenness',
  'same',
  'previous',
  'next',
  'first',
  'separator',
  'strongest',
];

test('by every measure: all heads, their numbers made of the engine’s patterns, in their order', async ({
  page,
}) => {
  await openLive(page, linkTo());
  const [heads, words] = [await allPatterns(page), await wordsOf(page)];
  expect(heads).toHaveLength(96);
  for (const measure of MEASURES) {
    await set(page, { measure, order: 'most' });
    const values = heads.map((head) => measured(head, words)[measure] ?? null);
    const list = await listOf(page);
    check(list, heads, values, measure);
    // A decoder cannot read the next word, nor any full stop but from where it stands.
    const without = measure === 'next' || measure === 'separator' ? 32 : 0;
    expect(list).toHaveLength(96 - without);
    if (without > 0) await expect(finderOf(page)).toContainText('32 heads have no such number.');
    await set(page, { order: 'least' });
    const least = await listOf(page);
    expect(least.map(({ number }) => number)).toEqual(list.map(({ number }) => number).reverse());
    if (measure !== 'strongest') continue;
    const [top] = list;
    const head = heads.find((one) => nameOf(one) === top?.name);
    const flat = head?.rows.flat() ?? [];
    const at = flat.indexOf(Math.max(...flat));
    const S = head?.rows[0]?.length ?? 1;
    const queries = head?.kind === 'encoder' ? words.source : words.target;
    const keys = head?.kind === 'decoder' ? words.target : words.source;
    // Of the decoder, the first row has no choice, and is not counted.
    if (head?.kind !== 'decoder')
      expect(top?.note).toContain(`“${queries[Math.floor(at / S)]}” → “${keys[at % S]}”`);
  }
});

test('the link of two chosen words, also of words in pieces and across languages; only some kinds, one layer', async ({
  page,
}) => {
  await openLive(page, linkTo({ measure: 'link', cell: '8,1' }));
  const heads = await allPatterns(page);
  const { source, target } = await wordsOf(page);
  const checkLink = async (kind: Pattern['kind'], from: readonly number[], to: readonly number[]) => {
    const values = heads.map((head) => (head.kind === kind ? linkOf(head, from, to) : null));
    const list = await listOf(page);
    expect(list).toHaveLength(32);
    check(list, heads, values, 'link');
  };
  const [from, to] = [
    finderOf(page).getByLabel('This word'),
    finderOf(page).getByLabel('reads', { exact: true }),
  ];
  // The pinned cell's words, as long as none are chosen.
  await checkLink('encoder', [8], [1]);
  await to.selectOption({ label: "didn't" });
  const didnt = piecesOf(source, "didn't");
  expect(didnt.length).toBeGreaterThan(1);
  await checkLink('encoder', [8], didnt);
  await from.selectOption({ label: "didn't" });
  await to.selectOption({ label: 'animal' });
  await checkLink('encoder', didnt, [1]);
  await from.selectOption({ label: 'animal' });
  const french = finderOf(page).locator('select[id] optgroup[label^="French"]').first();
  const written = target.indexOf('animal');
  if (written > 0) {
    const value = await french
      .locator('option', { hasText: /animal/ })
      .first()
      .getAttribute('value');
    await from.selectOption(value ?? '');
    await checkLink('cross', piecesOf(target, await wordAt(page, value ?? '')), [1]);
  }
  await finderOf(page).getByRole('combobox', { name: 'Layer' }).selectOption({ label: 'Layer 2' });
  expect(await listOf(page)).toHaveLength(8);
  await finderOf(page).getByRole('checkbox', { name: 'Cross-Attention' }).uncheck();
  // What only the decoder can read is asked of no other kind.
  expect(await listOf(page)).toHaveLength(written > 0 ? 0 : 8);
});

/** The word of a picker's choice, as it is written. */
const wordAt = (page: Page, value: string) =>
  finderOf(page)
    .locator(`option[value="${value}"]`)
    .first()
    .textContent()
    .then((text) => text ?? '');

test('a head is found, named and opened without a mouse; its name stays, and goes with the link', async ({
  page,
}) => {
  await openAnew(page, linkTo({ measure: 'previous' }));
  const finder = finderOf(page);
  await finder.getByRole('checkbox', { name: 'Decoder', exact: true }).press('Space');
  const [first, second] = await listOf(page);
  await finder.getByRole('list', { name: '64 heads, in order' }).locator('button[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const rows = finder.locator('.hf-row');
  await expect(rows.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(rows.nth(1)).toBeFocused();
  const card = finder.getByRole('region', { name: second?.name ?? '', exact: true });
  await expect(card).toBeVisible();
  await card.getByRole('textbox', { name: /^Your name for / }).focus();
  await page.keyboard.type('  looks   back ');
  await page.keyboard.press('Enter');
  await expect(rows.nth(1).locator('.hf-note')).toHaveText('looks back');
  await card.getByRole('button', { name: 'Open' }).press('Enter');
  const { kind, layer, heads, names, view } = await stateOf(page);
  expect(nameOf({ kind, layer, head: heads[0] ?? -1 })).toBe(second?.name);
  expect(names).toEqual([{ kind, layer, head: heads[0], name: 'looks back' }]);
  expect(view).toBe('heatmap');
  expect(second?.name).not.toBe(first?.name);
  await expect(page.locator('.app-head-title')).toContainText('looks back');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('looks+back');
  await page.reload();
  await page.evaluate(() => window.headlight.whenReady());
  expect((await stateOf(page)).names).toEqual(names);
  // Without the link it is remembered here, and with the link it is there for others.
  const link = page.url();
  await openAnew(page, { hash: { text: 'Hello.' } });
  expect((await stateOf(page)).names).toEqual(names);
  await page.evaluate(() => localStorage.clear());
  await page.goto(link);
  await page.evaluate(() => window.headlight.whenReady());
  await expect(page.locator('.app-head-title')).toContainText('looks back');
  expect((await stateOf(page)).names).toEqual(names);
});
