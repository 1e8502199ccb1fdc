import type { Browser, Page } from '@playwright/test';
import type { BackendName } from '../src/contract/index.ts';

/** A software WebGL compiles for minutes before it is ready. */
const READY_LIMIT_MS = 300_000;

/** What the page tells of one picture; the shape of `window.headlight.lastTimings()`. */
export type Told = NonNullable<ReturnType<typeof window.headlight.lastTimings>>;

/** A picture's figures with the lengths of what it shows. */
export interface Shown extends Told {
  /** S, the end mark included. */
  readonly source: number;
  /** T, the start mark included. */
  readonly target: number;
}

/** Rejects when the promise takes longer. @throws Error that says what was waited for */
export async function within<T>(limitMs: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${limitMs / 1000} s`)), limitMs);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** A fresh page with an empty cache. `go` opens the address; the context is closed afterwards, whatever happens. */
export async function withPage<T>(browser: Browser, body: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    colorScheme: 'light',
  });
  try {
    return await body(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Resolves when the first live picture is painted. */
export async function whenReady(page: Page): Promise<void> {
  const ready = page.evaluate(() => window.headlight.whenReady());
  await within(READY_LIMIT_MS, 'the first live picture', ready);
}

/**
 * Opens the page on one backend and waits for its first live picture.
 * @returns null, or why the page runs on another backend
 */
export async function openOn(page: Page, address: string, backend: BackendName): Promise<string | null> {
  await page.goto(`${address}?backend=${backend}`);
  await whenReady(page);
  const report = await page.evaluate(() => window.headlight.backend());
  if (report?.name === backend) return null;
  return report?.trials.find(({ name }) => name === backend)?.reason ?? 'not started';
}

/** Puts a sentence on the page by script and waits until its picture is painted. */
export async function show(page: Page, text: string): Promise<Shown> {
  const shown = page.evaluate(async (next) => {
    await window.headlight.setState({ text: next });
    const told = window.headlight.lastTimings();
    const { source, target } = window.headlight.tokens();
    return told && { ...told, source: source.length, target: target.length };
  }, text);
  const answer = await within(READY_LIMIT_MS, `the picture of "${text}"`, shown);
  if (answer?.text !== text) throw new Error(`show: expected figures for "${text}", got "${answer?.text}"`);
  return answer;
}

/** Milliseconds (median) of the bare matrix products a full run of these lengths cannot do without. */
export function products(
  page: Page,
  lengths: { source: number; target: number },
  repeats: number,
): Promise<number> {
  const measured = page.evaluate(
    ([source, target, times]) => window.headlight.measureProducts(source, target, times),
    [lengths.source, lengths.target, repeats] as const,
  );
  return within(READY_LIMIT_MS, 'the bare products', measured);
}
