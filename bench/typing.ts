import type { Page } from '@playwright/test';
import { show, type Told, within } from './page.ts';
import type { Calm } from './patience.ts';

const KEY_LIMIT_MS = 120_000;

/** How much is typed: keys at most, and for how long once `least` keys are in. */
export interface TypingBudget {
  readonly keys: number;
  readonly least: number;
  readonly forMs: number;
}

/** One key's way to the screen. */
export interface Key extends Told {
  readonly keyToPaintedMs: number;
}

/** Resolves with what the page measured for the key that made this text, once its picture is painted. */
function heard(page: Page, text: string): Promise<Told> {
  return page.evaluate(
    (wanted) =>
      new Promise<Told>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntriesByName('headlight:key-to-painted')) {
            const told = (entry as PerformanceMeasure).detail as Told;
            if (told.text !== wanted) continue;
            observer.disconnect();
            resolve(told);
          }
        });
        // Buffered: the key may be faster than this call.
        observer.observe({ type: 'measure', buffered: true });
      }),
    text,
  );
}

async function press(page: Page, typed: string, character: string): Promise<Key> {
  const [told] = await within(
    KEY_LIMIT_MS,
    `the picture of "${typed}"`,
    Promise.all([heard(page, typed), page.keyboard.press(character)]),
  );
  if (told.keyToPaintedMs === null) throw new Error(`press: the page knows no key for "${typed}"`);
  return { ...told, keyToPaintedMs: told.keyToPaintedMs };
}

/** A person's hand is not in step with the screen's frames: up to 40 ms, the same ones every time. */
const pauseAfter = (count: number): number => (count * 17) % 41;

/**
 * Types sentences key by key, each key once the picture of the one before is painted. Every sentence starts with an
 * empty field, which is not counted.
 */
export async function typeSentences(
  page: Page,
  sentences: readonly string[],
  { keys, least, forMs }: TypingBudget,
  calm: Calm,
): Promise<Key[]> {
  const measured: Key[] = [];
  const started = performance.now();
  const isEnough = () =>
    measured.length >= keys || (measured.length >= least && performance.now() - started > forMs);
  for (const sentence of sentences) {
    if (isEnough()) break;
    await show(page, '');
    await page.getByRole('textbox', { name: 'English sentence' }).focus();
    for (const [i, character] of [...sentence].entries()) {
      if (isEnough()) break;
      await calm();
      measured.push(await press(page, sentence.slice(0, i + 1), character));
      await page.waitForTimeout(pauseAfter(measured.length));
    }
  }
  return measured;
}
