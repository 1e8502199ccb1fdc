import type { Page } from '@playwright/test';
import { products, type Shown, show } from './page.ts';
import type { Calm } from './patience.ts';
import { UNRELATED, withoutLastWord } from './sentences.ts';
import { median } from './statistics.ts';

/** Repeats of the bare products behind each of their medians. */
const PRODUCT_REPEATS = 3;

/** One sentence's runs, by the engine's own clock. */
export interface SentenceRuns {
  readonly sentence: string;
  /** S and T, marks included. */
  readonly source: number;
  readonly target: number;
  /** Milliseconds of full greedy runs, none of them helped by a draft. */
  readonly full: readonly number[];
  /** Milliseconds of runs after the sentence without its last word. */
  readonly draft: readonly number[];
  readonly products: readonly number[];
  readonly draftAccepted: number;
  /** Single decoding steps of a run with the draft, and of a full one. */
  readonly draftSteps: number;
  readonly fullSteps: number;
}

/** A full greedy run: an unrelated sentence before it leaves a draft of which nothing is taken over. */
export async function fullRun(page: Page, sentence: string): Promise<Shown> {
  for (const unrelated of UNRELATED) {
    await show(page, unrelated);
    const shown = await show(page, sentence);
    if (shown.counts.draftAccepted === 0) return shown;
  }
  throw new Error(`fullRun: every unrelated sentence begins like the French of "${sentence}"`);
}

async function draftRun(page: Page, sentence: string): Promise<Shown> {
  // Not from the full run's own draft, which would hold the whole answer.
  await fullRun(page, withoutLastWord(sentence));
  return show(page, sentence);
}

/**
 * Full runs, runs with the draft of one word less, and the bare products, in turn, so that all see the same machine.
 */
export async function measureSentence(
  page: Page,
  sentence: string,
  repeats: number,
  calm: Calm,
): Promise<SentenceRuns> {
  const full: Shown[] = [];
  const draft: Shown[] = [];
  const bare: number[] = [];
  for (let i = 0; i < repeats; i++) {
    await calm();
    const run = await fullRun(page, sentence);
    full.push(run);
    bare.push(await products(page, run, PRODUCT_REPEATS));
    draft.push(await draftRun(page, sentence));
  }
  const [first, helped] = [full[0], draft[0]];
  if (!first || !helped) throw new RangeError(`measureSentence: repeats: expected 1 or more, got ${repeats}`);
  return {
    sentence,
    source: first.source,
    target: first.target,
    full: full.map(({ parts }) => parts.totalMs),
    draft: draft.map(({ parts }) => parts.totalMs),
    products: bare,
    draftAccepted: helped.counts.draftAccepted,
    draftSteps: helped.counts.steps,
    fullSteps: first.counts.steps,
  };
}

/** Full run in units of the bare products of the same sizes. */
export const ratioOf = ({ full, products: bare }: SentenceRuns): number => median(full) / median(bare);

/** Run with the draft as a share of the full run of the same sentence. */
export const shareOf = ({ full, draft }: SentenceRuns): number => median(draft) / median(full);
