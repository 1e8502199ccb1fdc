import type { Locator, Page } from '@playwright/test';
import { frameOf, type PlainFrame } from '../steps.ts';
import { isWritten, lastIn } from './numbers.ts';

export type Kind = 'encoder' | 'decoder' | 'cross';
export const KINDS = ['encoder', 'decoder', 'cross'] as const;
/** The bundled model: so many layers of each kind, so many heads in each. */
export const LAYERS = 4;
export const HEADS = 8;

/** A head, from 0. */
export interface Head {
  readonly kind: Kind;
  readonly layer: number;
  readonly head: number;
}

export const stateOf = (page: Page) => page.evaluate(() => window.headlight.getState());
export const set = (page: Page, patch: Readonly<Record<string, unknown>>) =>
  page.evaluate((state) => window.headlight.setState(state), patch);

/** The stage of a kind's pattern, as docs/ARCHITECTURE.md names it. */
export const patternOf = (kind: Kind, layer: number) =>
  kind === 'cross' ? `decoder.${layer}.cross.pattern` : `${kind}.${layer}.self.pattern`;

/** One head's pattern as rows. */
export function rowsOf({ shape, data }: PlainFrame, head: number): readonly (readonly number[])[] {
  const [, T = 0, S = 0] = shape;
  return Array.from({ length: T }, (_, query) => {
    const from = (head * T + query) * S;
    return data.slice(from, from + S);
  });
}

export interface Pattern extends Head {
  readonly rows: readonly (readonly number[])[];
}

/** The patterns of all heads, as the engine has them. */
export async function allPatterns(page: Page): Promise<readonly Pattern[]> {
  const all: Pattern[] = [];
  for (const kind of KINDS) {
    for (let layer = 0; layer < LAYERS; layer++) {
      const frame = await frameOf(page, patternOf(kind, layer));
      for (let head = 0; head < HEADS; head++) all.push({ kind, layer, head, rows: rowsOf(frame, head) });
    }
  }
  return all;
}

/** Words as they are said, the marks by their names. */
export async function wordsOf(page: Page): Promise<{ readonly source: string[]; readonly target: string[] }> {
  const { source, target } = await page.evaluate(() => window.headlight.tokens());
  const texts = (tokens: typeof source) => tokens.map(({ text }) => text);
  return {
    source: [...texts(source).slice(0, -1), 'end mark'],
    target: ['start mark', ...texts(target).slice(1)],
  };
}

/** A share of 1 written as per cent; `<1 %` is less than that. */
export function isShare(text: string, share: number): boolean {
  if (text.includes('>')) return share < 1 && share * 100 > lastIn(text).value;
  if (text.includes('<')) return share > 0 && share * 100 < lastIn(text).value;
  return isWritten(text, share * 100);
}

export interface Place {
  readonly query: number;
  readonly key: number;
}

/** Walks the keys of a grid to cells, one after the other, and reads what is said of each. */
export async function walk(grid: Locator, places: readonly Place[]): Promise<readonly string[]> {
  const said: string[] = [];
  await grid.focus();
  const { keyboard } = grid.page();
  await keyboard.press('Control+Home');
  let at: Place = { query: 0, key: 0 };
  for (const to of places) {
    const down = to.query - at.query;
    const right = to.key - at.key;
    for (let n = 0; n < Math.abs(down); n++) await keyboard.press(down > 0 ? 'ArrowDown' : 'ArrowUp');
    for (let n = 0; n < Math.abs(right); n++) await keyboard.press(right > 0 ? 'ArrowRight' : 'ArrowLeft');
    const id = await grid.getAttribute('aria-activedescendant');
    said.push((await grid.page().locator(`[id="${id}"]`).getAttribute('aria-label')) ?? '');
    at = to;
  }
  return said;
}
