import type { Browser, Page } from '@playwright/test';
import { openOn, withPage } from './page.ts';
import type { Calm } from './patience.ts';
import { median } from './statistics.ts';
import { inFigures, tableOf } from './table.ts';
import { fullRun } from './twelveWords.ts';

/** Milliseconds of full greedy runs of one sentence on wasm. */
export interface SimdRuns {
  readonly sentence: string;
  readonly withLoops: readonly number[];
  /** By TF.js's own operations and plain JavaScript. */
  readonly without: readonly number[];
}

/** Makes the page's worker open its model without our loops; before the page is opened. */
async function withoutLoops(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message: unknown, ...rest: unknown[]) {
      const asked = message as { readonly type?: string; readonly options?: object };
      const told = asked.type === 'open' ? { ...asked, options: { ...asked.options, simd: 'none' } } : asked;
      Reflect.apply(postMessage, this, [told, ...rest]);
    };
  });
}

async function openOnWasm(page: Page, address: string): Promise<void> {
  const missing = await openOn(page, address, 'wasm');
  if (missing !== null) throw new Error(`measureSimd: wasm does not start: ${missing}`);
}

/** Runs with our SIMD loops and without them, in turn, so that both see the same machine. */
export function measureSimd(
  browser: Browser,
  address: string,
  sentence: string,
  repeats: number,
  calm: Calm,
): Promise<SimdRuns> {
  return withPage(browser, (fast) =>
    withPage(browser, async (slow) => {
      await withoutLoops(slow);
      await openOnWasm(fast, address);
      await openOnWasm(slow, address);
      const [withLoops, without]: [number[], number[]] = [[], []];
      for (let i = 0; i < repeats; i++) {
        await calm();
        withLoops.push((await fullRun(fast, sentence)).parts.totalMs);
        without.push((await fullRun(slow, sentence)).parts.totalMs);
      }
      return { sentence, withLoops, without };
    }),
  );
}

/** How many times as long a run takes without our loops. */
export const gainOf = ({ withLoops, without }: SimdRuns): number => median(without) / median(withLoops);

export function reportSimd(runs: SimdRuns): string {
  const { sentence, withLoops, without } = runs;
  return [
    `A full greedy run on wasm with our SIMD loops and without, "${sentence}", ms`,
    tableOf(
      ['runs', 'with', 'without', 'ratio'],
      [[withLoops.length, median(withLoops), median(without), `${inFigures(gainOf(runs))} ×`]],
    ),
  ].join('\n');
}
