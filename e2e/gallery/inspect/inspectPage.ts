import { expect, type Locator, type Page } from '@playwright/test';
import { findings } from '../../support/axe.ts';
import { numbersIn } from '../../views/numbers.ts';

/* The gallery page with the bundled model's own numbers, and what its specs read from it. */

export const PLACES = [
  { kind: 'encoder', layer: 2, head: 2, q: 8, k: 6 },
  { kind: 'decoder', layer: 1, head: 2, q: 9, k: 6 },
  { kind: 'cross', layer: 1, head: 2, q: 6, k: 5 },
] as const;
type Place = (typeof PLACES)[number];

export async function open(page: Page, place: Place | null, more: string): Promise<void> {
  const at = place ? Object.entries(place).map(([name, value]) => `${name}=${value}`) : [];
  const query = [...at, more].join('&');
  const isThere = new URL(page.url()).pathname.endsWith('/inspect.html');
  if (isThere) await page.evaluate((asked) => window.show?.(asked), query);
  else await page.goto(`e2e/gallery/inspect/inspect.html?${query}`);
  await page.waitForSelector('[data-view]');
}

/** A number of a Frame in the page; indices as its shape has them. */
export async function frameNumber(page: Page, stage: string, indices: readonly number[]): Promise<number> {
  return page.evaluate(
    ([name, at]) => {
      const frame = window.inspected?.frames.get(name as never);
      if (!frame) throw new Error(`no ${name}`);
      const flat = (at as number[]).reduce((sum, index, axis) => sum * (frame.shape[axis] ?? 1) + index, 0);
      return frame.data[flat] ?? Number.NaN;
    },
    [stage, indices] as const,
  );
}

/** The last number written in a place is this one, rounded. */
export async function expectLast(place: Locator, value: number): Promise<void> {
  const last = numbersIn((await place.innerText()).replaceAll('\n', ' ')).at(-1);
  expect(Math.abs((last?.value ?? Number.NaN) - value)).toBeLessThanOrEqual(0.5 * (last?.unit ?? 0) + 1e-6);
}

/** Axe finds nothing. The gallery is no page of ours: it has no headings of its own. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await findings(page, { without: ['page-has-heading-one', 'heading-order'] })).toEqual([]);
}
