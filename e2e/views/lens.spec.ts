import type { Page } from '@playwright/test';
import { openLive, TIRED } from '../steps.ts';
import { expect, test } from '../support/test.ts';
import { isShare, LAYERS, wordsOf } from './looking.ts';
import { settled } from './numbers.ts';

const viewOf = (page: Page) => page.getByRole('region', { name: 'Logit lens' });

test('the logit lens: each layer’s word and the place of the one written are the engine’s', async ({
  page,
}) => {
  await openLive(page, { hash: { text: TIRED, view: 'lens' } });
  await settled(page);
  const { lens, tokens } = await page.evaluate(async () => ({
    lens: await window.headlight.lens(),
    tokens: window.headlight.translation().tokens,
  }));
  const { target } = await wordsOf(page);
  const endId = tokens.at(-1)?.id;
  const rows = viewOf(page).locator('tbody tr');
  await expect(rows).toHaveCount(LAYERS);
  expect(lens).toHaveLength(LAYERS);
  for (const [layer, guesses] of lens.entries()) {
    // The last layer stands on top.
    const row = rows.nth(LAYERS - 1 - layer);
    await expect(row.getByRole('rowheader')).toHaveText(`layer ${layer + 1}`);
    const cells = await row.getByRole('gridcell').evaluateAll((all) =>
      all.map((cell) => ({
        text: cell.querySelector('span')?.textContent ?? '',
        rank: cell.querySelector('.ll-rank')?.textContent ?? '',
        said: cell.getAttribute('aria-label') ?? '',
      })),
    );
    expect(cells).toHaveLength(tokens.length);
    for (const [t, { text, rank, said }] of cells.entries()) {
      const guess = guesses[t];
      if (!guess) throw new Error(`no guess ${layer} ${t}`);
      expect(text).toBe(guess.id === endId ? '↵' : guess.text);
      // Whose rank it is stands before it: the word's that is written in the end.
      const final = tokens[t]?.id === endId ? '↵' : tokens[t]?.text;
      const place = guess.finalRank === 0 ? '✓' : `${final}: ${guess.finalRank + 1}`;
      expect(rank.replace(',', '')).toBe(place);
      expect(said).toContain(
        `Layer ${layer + 1}, after “${target[t]}”: “${guess.id === endId ? 'end mark' : guess.text}”`,
      );
      const percent = /”, (\S+\s?%)/.exec(said)?.[1] ?? '';
      expect(isShare(percent, guess.probability), said).toBe(true);
    }
  }
  // The last layer is the model itself, so there is a second account of it.
  for (const [t, { id, best }] of tokens.entries()) {
    const guess = lens[LAYERS - 1]?.[t];
    expect(guess?.id).toBe(best[0]?.id);
    expect(Math.abs((guess?.probability ?? 0) - (best[0]?.probability ?? 0))).toBeLessThan(1e-4);
    expect(guess?.finalRank).toBe(best.findIndex((one) => one.id === id));
  }
  // The layer from which on the written word stays first, pointed at by the keys.
  const grid = viewOf(page).getByRole('grid');
  await grid.locator('td[tabindex="0"]').focus();
  for (const t of [0, 1, 2, 3]) {
    const first = lens.findLastIndex((guesses) => guesses[t]?.finalRank !== 0) + 1;
    await expect(viewOf(page).locator('.ll-says')).toContainText(
      first < LAYERS ? `From layer ${first + 1} on, ` : 'Not even in the last layer',
    );
    await page.keyboard.press('ArrowRight');
  }
});

test('all of the opening sentence is inside the pane, without scrolling', async ({ page }) => {
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    await page.setViewportSize(size);
    await openLive(page, { hash: { text: TIRED, view: 'lens' } });
    await settled(page);
    const room = viewOf(page).locator('.ll-room');
    await expect(viewOf(page).locator('tfoot td[lang]').first()).toBeVisible();
    const beyond = await room.evaluate((element) => [
      element.scrollWidth - element.clientWidth,
      element.scrollHeight - element.clientHeight,
    ]);
    expect(Math.max(...beyond), `${size.width}: px beyond the pane`).toBeLessThanOrEqual(1);
  }
});
