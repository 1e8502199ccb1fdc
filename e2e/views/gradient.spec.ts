import type { Page } from '@playwright/test';
import { frameOf, openLive, type PlainFrame, TIRED } from '../steps.ts';
import { expect, lookingTest as test } from '../support/test.ts';
import {
  HEADS,
  type Head,
  isShare,
  KINDS,
  LAYERS,
  type Place,
  patternOf,
  rowsOf,
  set,
  stateOf,
  walk,
  wordsOf,
} from './looking.ts';
import { isWritten, lastIn, settled } from './numbers.ts';
import { below, dice } from './sentences.ts';

const viewOf = (page: Page) => page.getByRole('region', { name: 'Weights and gradients' });

/** All patterns, and the gradients of log P of a token with respect to them. */
async function engineOf(page: Page, row: number, id: number) {
  const gradients = await page.evaluate(
    async ([row, id]) => {
      const { frames } = await window.headlight.gradient(row, id);
      return Object.entries(frames).map(([name, { shape, data }]) => ({
        name: `${name}`,
        frame: { shape: [...shape], data: [...data] },
      }));
    },
    [row, id] as const,
  );
  const slopes = new Map<string, PlainFrame>(gradients.map(({ name, frame }) => [name, frame]));
  const all: (Head & {
    readonly alpha: readonly (readonly number[])[];
    readonly slope: readonly (readonly number[])[];
  })[] = [];
  for (const kind of KINDS) {
    for (let layer = 0; layer < LAYERS; layer++) {
      const name = patternOf(kind, layer);
      const [pattern, gradient] = [await frameOf(page, name), slopes.get(name)];
      if (!gradient) throw new Error(`no gradient of ${name}`);
      for (let head = 0; head < HEADS; head++)
        all.push({ kind, layer, head, alpha: rowsOf(pattern, head), slope: rowsOf(gradient, head) });
    }
  }
  return all;
}
type Numbers = Awaited<ReturnType<typeof engineOf>>;

/**
 * Where a word reads much that counts little: (share of the weights − share of what counts) × √(how much the row
 * counts).
 */
function mostMisleading(all: Numbers) {
  const found = all.flatMap(({ kind, layer, head, alpha, slope }) =>
    alpha.flatMap((row, query) => {
      const counts = row.map((weight, key) => Math.abs(weight * (slope[query]?.[key] ?? 0)));
      const total = counts.reduce((sum, one) => sum + one, 0);
      const weights = row.reduce((sum, one) => sum + one, 0);
      return row.map((weight, key) => {
        const share = total === 0 ? 0 : (counts[key] ?? 0) / total;
        const size = total === 0 ? 0 : (weight / weights - share) * Math.sqrt(total);
        return { kind, layer, head, query, key, weight, share, size };
      });
    }),
  );
  return found.sort((a, b) => b.size - a.size);
}

/** A cell's two numbers as they are said. */
function partsOf(said: string) {
  const [, weight = '', influence = ''] =
    /: α̂ (.+?), (?:α̂ × )?gradient (\S+) nats(?: per 1\.00 of weight)?\.$/.exec(said) ?? [];
  return { weight, influence };
}

for (const weigh of ['product', 'gradient'] as const) {
  test(`${weigh}: beside the weights stands what the engine’s gradients make of them`, async ({ page }) => {
    const hash = { text: TIRED, kind: 'cross', layer: '3', heads: '2', cell: 'none', weigh, word: '1' };
    await openLive(page, { hash });
    await settled(page);
    const roll = dice(9);
    for (const [kind, layer, head] of [
      ['cross', 3, 2],
      ['encoder', 1, 5],
      ['decoder', 2, 0],
    ] as const) {
      await set(page, { kind, layer, heads: [head] });
      await settled(page);
      const { row, id } = await page.evaluate(() => {
        const { tokens } = window.headlight.translation();
        return { row: 1, id: tokens[1]?.id ?? -1 };
      });
      const one = (await engineOf(page, row, id)).find(
        (other) => other.kind === kind && other.layer === layer && other.head === head,
      );
      if (!one) throw new Error('no such head');
      const may = (query: number, key: number) => kind !== 'decoder' || key <= query;
      const number = (query: number, key: number) => {
        const slope = may(query, key) ? (one.slope[query]?.[key] ?? 0) : 0;
        return weigh === 'product' ? slope * (one.alpha[query]?.[key] ?? 0) : slope;
      };
      const sizes = one.alpha.flatMap((cells, query) => cells.map((_, key) => Math.abs(number(query, key))));
      const most = Math.max(...sizes);
      expect(most).toBeGreaterThan(0);
      const [T, S] = [one.alpha.length, one.alpha[0]?.length ?? 0];
      const largest = sizes.indexOf(most);
      const places: readonly Place[] = [
        { query: Math.floor(largest / S), key: largest % S },
        ...Array.from({ length: 6 }, () => ({ query: below(roll, T), key: below(roll, S) })),
      ];
      for (const grid of [0, 1]) {
        const said = await walk(viewOf(page).getByRole('grid').nth(grid), places);
        for (const [i, text] of said.entries()) {
          const { query, key } = places[i] ?? { query: 0, key: 0 };
          const { weight, influence } = partsOf(text);
          expect(isShare(weight, one.alpha[query]?.[key] ?? -1), text).toBe(true);
          const expected = number(query, key);
          expect(isWritten(influence, expected), `${text}: ${expected}`).toBe(true);
          if (i === 0) expect(Math.abs(lastIn(influence).value)).toBeGreaterThan(0);
        }
      }
    }
  });
}

test('one scale for all heads, or the head’s own: both say the same nats, and the link holds which', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED, weigh: 'product', word: '10' } });
  await settled(page);
  const { tokens } = await page.evaluate(() => window.headlight.translation());
  const all = await engineOf(page, 10, tokens[10]?.id ?? -1);
  const sizes = ({ alpha, slope }: Numbers[number]) =>
    alpha.flatMap((row, q) => row.map((weight, k) => Math.abs(weight * (slope[q]?.[k] ?? 0))));
  const most = Math.max(...all.flatMap(sizes));
  const ticks = viewOf(page).locator('.sg-legend p').last();
  const written = ((await ticks.textContent()) ?? '').split('0+').at(-1) ?? '';
  expect(isWritten(written, most), `${written} ${most}`).toBe(true);
  await viewOf(page).getByRole('radio', { name: 'This head' }).click();
  await expect(ticks).toContainText('+100 %');
  expect(await stateOf(page)).toMatchObject({ gradientScale: 'head' });
  await expect(page).toHaveURL(/gradientScale=head/);
});

test('opened on the word the pinned cell is about, with the loss without the head, estimated and measured', async ({
  page,
}) => {
  await openLive(page, {
    hash: { text: TIRED, kind: 'encoder', layer: '3', heads: '7', cell: '8,1', weigh: 'product' },
  });
  await settled(page);
  await expect(viewOf(page).getByRole('combobox', { name: 'Output word' })).toHaveValue('10');
  const told = await page.evaluate(async () => {
    const { tokens } = window.headlight.translation();
    const { drops } = await window.headlight.headEffect('encoder', 3, 7);
    return {
      word: tokens[10]?.text,
      id: tokens[10]?.id ?? -1,
      before: tokens[10]?.probability ?? 0,
      drop: drops[10] ?? 0,
    };
  });
  expect(told.word).toBe('il');
  const one = (await engineOf(page, 10, told.id)).find(
    ({ kind, layer, head }) => kind === 'encoder' && layer === 3 && head === 7,
  );
  const estimate = (one?.alpha ?? [])
    .flatMap((row, q) => row.map((weight, k) => weight * (one?.slope[q]?.[k] ?? 0)))
    .reduce((sum, value) => sum + value, 0);
  const note = viewOf(page).getByRole('region', { name: 'This head switched off' });
  await expect(note).toContainText('log P(“il”)');
  const lines = note.locator('.gn-losses > div');
  await expect(lines.nth(1)).not.toContainText('measuring');
  for (const [n, name, value] of [
    [0, 'estimate', estimate],
    [1, 'measurement', told.drop],
  ] as const) {
    const text = (await lines.nth(n).textContent()) ?? '';
    expect(text).toContain(name);
    const number = /[+−]?[\d.]+(?= nats)/.exec(text)?.[0] ?? '';
    expect(isWritten(number, value), `${text} ${value}`).toBe(true);
  }
  // The word is as likely as the forward pass without the head says.
  await page.evaluate(() =>
    window.headlight.setState({
      changes: [{ type: 'off', way: 'zero', kind: 'encoder', layer: 3, heads: [7] }],
    }),
  );
  await expect(lines.nth(1)).toContainText('0 nats');
  expect(Math.exp(-told.drop) * told.before).toBeLessThan(told.before);
});

test('where weights mislead most about a word: the page names the place that a search of all gradients finds', async ({
  page,
}) => {
  const hash = { text: TIRED, kind: 'encoder', layer: '2', heads: '4', cell: 'none', weigh: 'product' };
  await openLive(page, { hash });
  const tokens = await page.evaluate(() => window.headlight.translation().tokens);
  const { source, target } = await wordsOf(page);
  const note = viewOf(page).getByRole('region', { name: 'Weights are not explanations' });
  for (const row of [1, 4]) {
    // The word that is written, and one that could stand there.
    const others = tokens[row]?.best.filter(({ id }) => id !== tokens[row]?.id) ?? [];
    for (const id of [tokens[row]?.id ?? -1, others[0]?.id ?? -1]) {
      await set(page, { word: row, candidate: id === tokens[row]?.id ? null : id });
      await settled(page);
      const [place, second] = mostMisleading(await engineOf(page, row, id));
      if (!place || !second) throw new Error('no place');
      const queries = place.kind === 'encoder' ? source : target;
      const keys = place.kind === 'decoder' ? target : source;
      await expect(note).toContainText(`“${queries[place.query]}” reads “${keys[place.key]}” `);
      const text = (await note.locator('.gn-place').textContent()) ?? '';
      expect(text).toMatch(new RegExp(`layer ${place.layer + 1}, head ${place.head + 1},`));
      const percents = [...text.matchAll(/[<>]?[\d.]+\s%/g)].map(([one]) => one.replace(/\s%/, ''));
      expect(isShare(percents[0] ?? '', place.weight), `${text} ${place.weight}`).toBe(true);
      expect(isShare(percents[1] ?? '', place.share), `${text} ${place.share}`).toBe(true);
    }
  }
  const [place] = mostMisleading(await engineOf(page, 4, (await stateOf(page)).candidate ?? -1));
  await note.getByRole('button', { name: 'Show this cell' }).press('Enter');
  expect(await stateOf(page)).toMatchObject({
    kind: place?.kind,
    layer: place?.layer,
    heads: [place?.head],
    cell: { query: place?.query, key: place?.key },
    weigh: 'product',
  });
});

test('the output word and what could stand in its place are chosen by their pickers', async ({ page }) => {
  await openLive(page, { hash: { text: TIRED, cell: 'none', weigh: 'product', word: '0' } });
  await settled(page);
  const tokens = await page.evaluate(() => window.headlight.translation().tokens);
  const picker = viewOf(page).getByRole('combobox', { name: 'Output word' });
  expect(await picker.locator('option').count()).toBe(tokens.length);
  await picker.selectOption({ label: `2. ${tokens[1]?.text}` });
  expect(await stateOf(page)).toMatchObject({ word: 1, candidate: null });
  const candidates = viewOf(page).getByRole('combobox', { name: 'log P of' });
  const other = tokens[1]?.best.find(({ id }) => id !== tokens[1]?.id);
  await candidates.selectOption(String(other?.id));
  expect(await stateOf(page)).toMatchObject({ word: 1, candidate: other?.id });
  await settled(page);
  await expect(viewOf(page)).toContainText(`log P(“${other?.text}”)`);
  const label = (await candidates.locator('option:checked').textContent()) ?? '';
  expect(isShare(/\((.+)\)/.exec(label)?.[1] ?? '', other?.probability ?? -1), label).toBe(true);
  await page.keyboard.press('Escape');
  expect(await stateOf(page)).toMatchObject({ view: 'heatmap', weigh: 'pattern' });
});
