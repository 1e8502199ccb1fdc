import type { Page } from '@playwright/test';
import type { Intervention } from '../src/contract/index.ts';
import {
  exactWeight,
  frameOf,
  linkingHeads,
  openLive,
  type PlainFrame,
  painted,
  TIRED,
  WIDE,
  weightOf,
  wholePercent,
} from './steps.ts';
import { expect, lookingTest as test } from './support/test.ts';

const HEAD = { kind: 'encoder', layer: 2, heads: [4] } as const;
const HASH = { text: TIRED, kind: 'encoder', layer: '2', heads: '4', cell: 'none' };

/** A stage's numbers in the unchanged model, over the same words. */
const unchanged = (page: Page, name: string): Promise<PlainFrame> =>
  page.evaluate(async (stage) => {
    const { shape, data } = await window.headlight.frame(stage, { changes: [] });
    return { shape: [...shape], data: [...data] };
  }, name);

const set = (page: Page, patch: object) => page.evaluate((next) => window.headlight.setState(next), patch);
const exactOf = (page: Page) => page.locator('.rp-exact').textContent();
const listOf = (page: Page) =>
  page.getByRole('region', { name: 'What is changed in the model' }).getByRole('listitem');

/** Rows of one head of a pattern [H, T, S]. */
function rowsOf({ shape, data }: PlainFrame, head: number): readonly (readonly number[])[] {
  const [, T = 0, S = 0] = shape;
  return Array.from({ length: T }, (_, t) => data.slice((head * T + t) * S, (head * T + t + 1) * S));
}
const sum = (row: readonly number[]): number => row.reduce((a, b) => a + b, 0);

test('what is read after, before, and of the difference are the engine’s numbers', async ({ page }) => {
  const changes: readonly Intervention[] = [
    { type: 'off', kind: 'encoder', layer: 0, heads: [0, 1, 2], way: 'mean' },
    { type: 'forbid', ...HEAD, mode: 'after', cells: [{ query: 8, key: 1 }] },
  ];
  await openLive(page, { hash: HASH });
  await set(page, { changes, layer: 3, heads: [5] });
  const name = 'encoder.3.self.pattern';
  const [after, before] = [await frameOf(page, name), await unchanged(page, name)];
  expect(after.data).not.toEqual(before.data);
  for (let i = 0; i < 12; i++) {
    const [query, key] = [(i * 5) % 14, (i * 3 + 1) % 14];
    const [now, was] = [after, before].map((frame) => exactWeight(weightOf(frame, 5, query, key)));
    await set(page, { cell: { query, key }, shown: 'after' });
    expect(await exactOf(page)).toContain(`: ${now}`);
    await set(page, { shown: 'before' });
    expect(await exactOf(page)).toContain(`: ${was}`);
    await set(page, { shown: 'difference' });
    expect(await exactOf(page)).toContain(`: ${was} → ${now}`);
  }
});

test('“it” may not read its noun in the heads that link them: the page shows what the model does', async ({
  page,
}, info) => {
  await openLive(page, { hash: HASH });
  const heads = await linkingHeads(page);
  const [first] = heads;
  await set(page, { layer: first.layer, heads: [first.head] });
  const pronouns = async () => {
    const { text, tokens } = await page.evaluate(() => window.headlight.translation());
    const at = tokens.findIndex((token) => /^(il|elle)$/.test(token.text));
    const shares = ['il', 'elle'].map(
      (word) => tokens[at]?.best.find((one) => one.text === word)?.probability ?? 0,
    );
    return {
      text,
      at,
      probability: tokens[at]?.probability ?? 0,
      told: `il ${shares[0]?.toFixed(4)}, elle ${shares[1]?.toFixed(4)}`,
    };
  };
  for (const [text, noun] of [
    [TIRED, 1],
    [WIDE, 6],
  ] as const) {
    await set(page, { text, changes: [], shown: 'after', cell: { query: 8, key: noun } });
    const before = await pronouns();
    const changes = heads.map(({ kind, layer, head }) => ({
      type: 'forbid',
      kind,
      layer,
      heads: [head],
      cells: [{ query: 8, key: noun }],
    }));
    await set(page, { changes });
    const after = await pronouns();
    info.annotations.push({ type: text, description: `${before.told} → ${after.told}: ${after.text}` });
    for (const { layer, head } of heads) {
      const frame = await frameOf(page, `encoder.${layer}.self.pattern`);
      expect(weightOf(frame, head, 8, noun)).toBe(0);
      for (const row of rowsOf(frame, head)) expect(sum(row)).toBeCloseTo(1, 4);
    }
    expect(await exactOf(page)).toMatch(/: forbidden before softmax$/);
    const spoken = page.locator(`.strip-token[data-step="${after.at}"]`);
    expect(await spoken.getAttribute('aria-label')).toContain(`${wholePercent(after.probability)}`);
    const said = page.locator('.app-french');
    if (after.text === before.text) await expect(said).toContainText('same French as without');
    else await expect(page.locator('.strip-token[data-changed]')).not.toHaveCount(0);
    await set(page, { shown: 'before' });
    const was = page.locator(`.strip-token[data-step="${before.at}"]`);
    expect(await was.getAttribute('aria-label')).toContain(`${wholePercent(before.probability)}`);
  }
});

test('the decoder without its mask looks ahead, and says so everywhere', async ({ page }) => {
  await openLive(page, { hash: { ...HASH, kind: 'decoder' } });
  const ahead = (frame: PlainFrame): number =>
    rowsOf(frame, 4).reduce((all, row, query) => all + sum(row.slice(query + 1)), 0);
  const name = 'decoder.2.self.pattern';
  expect(ahead(await frameOf(page, name))).toBe(0);
  await expect(page.getByRole('heading', { name: /^Masked Self-Attention/ })).toBeVisible();
  await set(page, {
    changes: [{ type: 'mask', kind: 'decoder', layer: 2, mask: 'none' }],
    cell: { query: 0, key: 3 },
  });
  const frame = await frameOf(page, name);
  expect(ahead(frame)).toBeGreaterThan(0.5);
  for (const row of rowsOf(frame, 4)) expect(sum(row)).toBeCloseTo(1, 4);
  expect(ahead(await unchanged(page, name))).toBe(0);
  await expect(page.getByRole('heading', { name: /^Decoder Self-Attention, looks ahead/ })).toBeVisible();
  await expect(page.locator('.figure-caption', { hasText: '3 · Self-Attention, looks ahead' })).toBeVisible();
  await expect(page.locator('.figure-caption', { hasText: '2 · Masked Self-Attention' })).toBeVisible();
  await expect(listOf(page)).toHaveText([
    'decoder Self-Attention layer 3, all heads: no mask, it may look ahead',
  ]);
  expect(await exactOf(page)).toContain(weightOf(frame, 4, 0, 3).toFixed(4));
});

test('a word that may read nothing has a row of zeros and no NaN anywhere', async ({ page }) => {
  await openLive(page, { hash: HASH });
  for (const mode of ['before', 'after'] as const) {
    const changes = [{ type: 'forbid', kind: 'encoder', mode, cells: [{ query: 8, key: null }] }];
    await set(page, { changes, cell: { query: 8, key: 2 } });
    for (let layer = 0; layer < 4; layer++) {
      const frame = await frameOf(page, `encoder.${layer}.self.pattern`);
      for (let head = 0; head < 8; head++) expect(sum(rowsOf(frame, head)[8] ?? [1])).toBe(0);
    }
    for (const stage of ['encoder.3.output', 'decoder.3.output', 'probabilities']) {
      expect((await frameOf(page, stage)).data.every(Number.isFinite), stage).toBe(true);
    }
    await expect(page.locator('.rp-heading')).toHaveText('“it” may read nothing.');
    expect(await exactOf(page)).toContain(mode === 'before' ? 'forbidden before softmax' : 'α̂ = 0');
    await expect(page.locator('.am-sum')).toHaveText(['Σ α̂', '0']);
  }
});

test('without ÷ √d softmax saturates: the panel’s entropies are those of the frames', async ({ page }) => {
  await openLive(page, { hash: { ...HASH, changes: 'scale.e.none' } });
  const entropy = (row: readonly number[]): number =>
    row.reduce((bits, share) => (share > 0 ? bits - share * Math.log2(share) : bits), 0);
  const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
  const name = 'encoder.2.self.pattern';
  const [after, before] = [await frameOf(page, name), await unchanged(page, name)];
  const bits = (frame: PlainFrame, head: number): number => mean(rowsOf(frame, head).map(entropy));
  for (let head = 0; head < 8; head++) expect(bits(after, head)).toBeLessThan(bits(before, head));
  await page.keyboard.press('e');
  await page.locator('.ui-section-head', { hasText: 'Scale' }).click();
  const largest = (frame: PlainFrame): string =>
    `${Math.round(100 * mean(rowsOf(frame, 4).map((row) => Math.max(...row))))}\u202f%`;
  await expect(page.getByText(/^On average/)).toHaveText(
    `On average ${bits(before, 4).toFixed(2)} → ${bits(after, 4).toFixed(2)} bits; ` +
      `the largest weight ${largest(before)} → ${largest(after)}.`,
  );
  // The variance of q·k over all pairs, of the q and k that the engine gives.
  const [q, k] = [await frameOf(page, 'encoder.2.self.q'), await frameOf(page, 'encoder.2.self.k')];
  const dots = rowsOf(q, 4).flatMap((x) => rowsOf(k, 4).map((y) => sum(x.map((n, i) => n * (y[i] ?? 0)))));
  const middle = mean(dots);
  const variance = mean(dots.map((dot) => (dot - middle) ** 2));
  const digits = variance >= 100 ? 0 : variance >= 10 ? 1 : 2;
  await expect(page.getByText(/^this head, all pairs of the sentence/)).toHaveText(
    `this head, all pairs of the sentence: ${variance.toFixed(digits)}`,
  );
});

test('with positions off, words in another order give the same output in that order; with them on, another', async ({
  page,
}) => {
  await openLive(page, { hash: { ...HASH, changes: 'positions.e.off' } });
  const outputs = async (): Promise<{
    readonly ids: readonly number[];
    readonly rows: readonly number[][];
  }> =>
    page.evaluate(async () => {
      const { shape, data } = await window.headlight.frame('encoder.3.output');
      const [S = 0, D = 0] = shape;
      return {
        ids: window.headlight.tokens().source.map(({ id }) => id),
        rows: Array.from({ length: S }, (_, i) => [...data.slice(i * D, (i + 1) * D)]),
      };
    });
  const first = await outputs();
  await page.keyboard.press('e');
  await page.locator('.ui-section-head', { hasText: 'Positions' }).click();
  const finding = page.locator('.cp-finding');
  await expect(finding).toContainText(
    'With positions off, permuting the words permutes the encoder’s output',
  );
  await page.locator('.cp-chip', { hasText: 'street' }).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await painted(page);
  expect(await page.evaluate(() => window.headlight.getState().text)).toBe(
    "The animal didn't cross street the because it was too tired.",
  );
  await expect(finding).toContainText(`Compared with: ${TIRED}`);
  const moved = await outputs();
  // The two exchanged words, and every other one, each beside itself.
  const places = first.ids.map((_, i) => (i === 5 ? 6 : i === 6 ? 5 : i));
  const differences = places.map((to, from) =>
    Math.max(...(moved.rows[to] ?? []).map((x, d) => Math.abs(x - (first.rows[from]?.[d] ?? 0)))),
  );
  expect(places.map((to) => moved.ids[to])).toEqual(first.ids);
  const most = Math.max(...differences);
  expect(most).toBeLessThan(1e-4);
  await expect(finding).toContainText(`differ by ${most.toExponential(0)[0]} × 10`);
  await set(page, { changes: [] });
  await expect(finding).toContainText(
    'With positions on, the same words in another order give another output',
  );
  await set(page, {
    changes: [
      { type: 'positions', part: 'encoder' },
      { type: 'mask', kind: 'encoder', mask: 'causal' },
    ],
  });
  await expect(finding).toContainText('still counts places');
});
