import type { Locator } from '@playwright/test';
import { frameOf, openAnew } from '../steps.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import { finderOf, linkTo, listOf } from './finderPage.ts';
import { allPatterns, type Pattern, set, stateOf } from './looking.ts';
import { nameOf } from './measured.ts';
import { lastIn } from './numbers.ts';

/** Beyond the noise of 32 bits the number is the one written: three decimals, or a digit and its power of ten. */
const isNats = (text: string, nats: number): boolean =>
  Math.abs(lastIn(text).value - nats) <= 0.51 * lastIn(text).unit + 1e-5;

/** All 96 heads are measured: some hundred runs, as long as they take here. */
async function allMeasured(finder: Locator): Promise<void> {
  await expect(finder.locator('.hf-row')).toHaveCount(96, { timeout: 60_000 });
  await expect(finder.getByRole('progressbar')).toHaveCount(0);
}

test('effect: every head is switched off in turn, until it is stopped; what is shown is what the French loses', async ({
  page,
}) => {
  // The finder remembers which kinds and layers are listed.
  await openAnew(page, linkTo({ text: 'The cat sat.', measure: 'effect', effectOf: 'mean' }));
  const finder = finderOf(page);
  await expect(finder.getByRole('progressbar')).toHaveAccessibleName(/^([3-9]|[1-8]\d) of 96$/);
  await finder.getByRole('button', { name: 'Stop' }).click();
  await expect(finder.getByRole('progressbar')).toHaveCount(0);
  const some = (await listOf(page)).length;
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(96);
  // The worker answers in turn: what is asked now comes after whatever was still under way.
  for (const stage of ['q', 'k', 'v']) await frameOf(page, `encoder.0.self.${stage}`);
  expect(await listOf(page)).toHaveLength(some);
  await expect(finder).toContainText(`${96 - some} heads are not measured.`);
  await finder.getByRole('button', { name: `Go on: switch off the other ${96 - some}` }).press('Enter');
  await allMeasured(finder);
  const list = await listOf(page);
  const numbers = list.map(({ number }) => lastIn(number).value);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  const heads = await allPatterns(page);
  const { text, probabilities } = await page.evaluate(() => {
    const { text, tokens } = window.headlight.translation();
    return { text, probabilities: tokens.map(({ probability }) => probability) };
  });
  for (const { name, number } of [list[0], list[40], list[95]].flatMap((one) => one ?? [])) {
    const head = heads.find((one) => nameOf(one) === name);
    if (!head) throw new Error(`no ${name}`);
    const { kind, layer } = head;
    const effect = await page.evaluate(([kind, layer, n]) => window.headlight.headEffect(kind, layer, n), [
      kind,
      layer,
      head.head,
    ] as const);
    expect(isNats(number, effect.loss), `${name}: ${number}, ${effect.loss}`).toBe(true);
    // The same French, the head off: what each of its words loses.
    await set(page, { target: text, changes: [{ type: 'off', kind, layer, heads: [head.head] }] });
    const without = await page.evaluate(() =>
      window.headlight.translation().tokens.map(({ probability }) => probability),
    );
    await set(page, { target: null, changes: [] });
    expect(without).toHaveLength(probabilities.length);
    const drops = probabilities.map((p, t) => Math.log(p) - Math.log(without[t] ?? 0));
    const loss = drops.reduce((sum, one) => sum + one, 0) / drops.length;
    expect(Math.abs(loss - effect.loss)).toBeLessThan(1e-4);
    expect(Math.abs(Math.max(...drops) - effect.most)).toBeLessThan(1e-4);
  }
  // Measured once, they are there again.
  expect(await listOf(page)).toEqual(list);
});

test('effect: ranked by the pinned word’s French or a chosen word; the head’s place, and how many matter', async ({
  page,
}) => {
  await openAnew(page, linkTo({ measure: 'effect', layer: '3', heads: '7', cell: '8,1' }));
  const finder = finderOf(page);
  const words = await page.evaluate(() => window.headlight.translation().tokens.map(({ text }) => text));
  const word = finder.getByRole('combobox', { name: 'For' });
  // “it” is pinned, and “il” is its word.
  await expect(word.locator('option:checked')).toHaveText('il');
  await allMeasured(finder);
  const effects = new Map(
    await page.evaluate(async () => {
      const all: (readonly [string, readonly number[]])[] = [];
      for (const kind of ['encoder', 'decoder', 'cross'])
        for (let layer = 0; layer < 4; layer++)
          for (let head = 0; head < 8; head++) {
            const { drops } = await window.headlight.headEffect(kind, layer, head);
            all.push([`${kind} ${layer} ${head}`, drops]);
          }
      return all;
    }),
  );
  const heads = await allPatterns(page);
  const checkWord = async (row: number) => {
    const dropOf = ({ kind, layer, head }: Pattern) => effects.get(`${kind} ${layer} ${head}`)?.[row] ?? NaN;
    const list = await listOf(page);
    const named = new Map(heads.map((head) => [nameOf(head), dropOf(head)]));
    for (const { name, number } of list) {
      expect(isNats(number, named.get(name) ?? NaN), `${name}: ${number}, ${named.get(name)}`).toBe(true);
    }
    const drops = heads.map(dropOf);
    const most = Math.max(...drops.map(Math.abs));
    const summary = (await finder.locator('.hf-effects').textContent()) ?? '';
    const [, said = '', little] =
      /is (.+) nats .*\. (\d+) of 96 change it by less than 0\.1/.exec(summary) ?? [];
    expect(isNats(said, most), summary).toBe(true);
    expect(Number(little)).toBe(drops.filter((drop) => Math.abs(drop) < 0.1).length);
    const own = effects.get('encoder 3 7')?.[row] ?? NaN;
    const place = 1 + drops.filter((drop) => drop > own).length;
    await expect(finder.locator('.hf-standing')).toContainText(`no. ${place} of 96 for “${words[row]}”: `);
  };
  await checkWord(words.indexOf('il'));
  const other = words.indexOf('rue');
  await word.selectOption({ label: 'rue' });
  expect((await stateOf(page)).word).toBe(other);
  await checkWord(other);
  // A head of another kind has other cells, and the word stays.
  await finder.locator('.hf-row[data-kind="cross"]').first().click();
  await expect(word.locator('option:checked')).toHaveText('rue');
  await word.selectOption({ label: 'all words, on average' });
  await expect(finder.locator('.hf-effects')).toContainText('on average');
});
