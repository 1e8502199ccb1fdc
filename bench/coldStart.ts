import type { Browser, Page } from '@playwright/test';
import { whenReady, withPage } from './page.ts';

/** One opening of the page with nothing in its cache; milliseconds since the navigation started. */
export interface ColdStart {
  /** The stored picture is painted. */
  readonly firstPictureMs: number;
  /** The last byte of the weights has arrived in the worker. */
  readonly weightsMs: number;
  /** The engine is ready: weights checked and widened, backends tried. */
  readonly engineMs: number;
  /** The first picture of the engine is painted. */
  readonly firstLiveMs: number;
  readonly weightsBytes: number;
  readonly backend: string;
}

const WEIGHTS = /\.safetensors$/;

/** When the weights had arrived, by the clock of the worker that fetched them, since 1970. */
async function weightsArrival(page: Page): Promise<{ atMs: number; bytes: number }> {
  for (const worker of page.workers()) {
    const found = await worker.evaluate((pattern) => {
      const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const entry = entries.find(({ name }) => new RegExp(pattern).test(name));
      return entry && { atMs: performance.timeOrigin + entry.responseEnd, bytes: entry.decodedBodySize };
    }, WEIGHTS.source);
    if (found) return found;
  }
  throw new Error('weightsArrival: no worker of the page fetched a .safetensors file');
}

async function readMarks(page: Page): Promise<{ originMs: number; marks: Record<string, number> }> {
  return page.evaluate(() => ({
    originMs: performance.timeOrigin,
    marks: Object.fromEntries(
      performance.getEntriesByType('mark').map(({ name, startTime }) => [name, startTime]),
    ),
  }));
}

/** Opens the page as a person does, with nothing chosen, and reads the marks it left. */
export function coldStart(browser: Browser, address: string): Promise<ColdStart> {
  return withPage(browser, async (page) => {
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'headlight' in window);
    await whenReady(page);
    const [{ originMs, marks }, weights] = await Promise.all([readMarks(page), weightsArrival(page)]);
    const backend = await page.evaluate(() => window.headlight.backend()?.name ?? 'none');
    const mark = (name: string): number => {
      const at = marks[`headlight:${name}`];
      if (at === undefined) throw new Error(`coldStart: the page left no mark headlight:${name}`);
      return at;
    };
    return {
      firstPictureMs: mark('first-picture'),
      weightsMs: weights.atMs - originMs,
      engineMs: mark('live'),
      firstLiveMs: mark('first-live'),
      weightsBytes: weights.bytes,
      backend,
    };
  });
}
