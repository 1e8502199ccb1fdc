import type { Page } from '@playwright/test';
import { TIRED } from '../steps.ts';

export const finderOf = (page: Page) => page.getByRole('region', { name: 'Head finder' });
export const linkTo = (hash: Readonly<Record<string, string>> = {}) => ({
  hash: { text: TIRED, kind: 'encoder', layer: '2', heads: '4', cell: 'none', view: 'heads', ...hash },
});

export interface Listed {
  readonly name: string;
  readonly number: string;
  readonly note: string;
}

export const listOf = (page: Page): Promise<readonly Listed[]> =>
  finderOf(page)
    .locator('.hf-row')
    .evaluateAll((rows) =>
      rows.map((row) => ({
        name: row.querySelector('.hf-head')?.textContent?.trim() ?? '',
        number: row.querySelector('.hf-number')?.textContent?.trim() ?? '',
        note: row.querySelector('.hf-note')?.textContent?.trim() ?? '',
      })),
    );
