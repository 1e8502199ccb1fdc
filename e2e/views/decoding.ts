import type { Locator, Page } from '@playwright/test';
import { frameOf, openLive, TIRED } from '../steps.ts';
import { expect } from '../support/test.ts';
import { isShare, patternOf, rowsOf, wordsOf } from './looking.ts';

/* The decoder through time, as its tests read it. */

export const viewOf = (page: Page) => page.getByRole('region', { name: 'The decoder, step by step' });
export const open = (page: Page, hash: Readonly<Record<string, string>> = {}) =>
  openLive(page, {
    hash: {
      text: TIRED,
      kind: 'cross',
      layer: '2',
      heads: '3',
      cell: 'none',
      view: 'time',
      step: '0',
      ...hash,
    },
  });
const textsOf = async (list: Locator) => (await list.allTextContents()).map((text) => text.trim());
export const translationOf = (page: Page) => page.evaluate(() => window.headlight.translation());

/** The bars on screen are this row of the pattern of the head that is picked. */
export async function checkRow(page: Page, kind: 'decoder' | 'cross', step: number): Promise<void> {
  const bars = viewOf(page).locator(`.dt-bars[data-kind=${kind}]`);
  const [layer = 0, head = 0] = (await bars.getByRole('combobox').inputValue()).split(' ').map(Number);
  const row = rowsOf(await frameOf(page, patternOf(kind, layer)), head)[step] ?? [];
  const { source, target } = await wordsOf(page);
  const words = kind === 'cross' ? source : target.slice(0, step + 1);
  const said = await textsOf(bars.locator('li .only-spoken'));
  expect(said.map((text) => text.replace(/ [^ ]+$/, ''))).toEqual(words);
  for (const [key, text] of said.entries())
    expect(isShare(text.replace(/^.* (?=\S+$)/, ''), row[key] ?? -1), `${text} is ${row[key]}`).toBe(true);
}
