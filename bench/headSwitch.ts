import type { Page } from '@playwright/test';
import type { Intervention, Picture, ShowRequest } from '../src/contract/index.ts';
import { within } from './page.ts';
import type { Calm } from './patience.ts';
import { UNRELATED } from './sentences.ts';
import { median } from './statistics.ts';

const LIMIT_MS = 60_000;

/** Milliseconds in the encoder, by the engine's own clock, and how many of its layers were computed. */
interface Encoding {
  readonly ms: number;
  readonly layers: number;
}

/** One sentence's encoder runs. */
export interface HeadSwitches {
  readonly sentence: string;
  /** S, the end mark included. */
  readonly source: number;
  /** Of the encoder. */
  readonly layers: number;
  /** Milliseconds of encoder runs over a sentence not seen before. */
  readonly full: readonly number[];
  /** Milliseconds of encoder runs after a head of its last layer was switched off, on, or another one off. */
  readonly switched: readonly number[];
}

declare global {
  interface Window {
    /** The page's newest worker. */
    benchWorker?: Worker;
  }
}

/** Makes the page's worker known to `showIn`; before the page is opened. */
export async function watchWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { Worker: Own } = window;
    window.Worker = class extends Own {
      constructor(...args: ConstructorParameters<typeof Own>) {
        super(...args);
        window.benchWorker = this;
      }
    };
  });
}

/**
 * A picture by the page's own worker, asked past the page, which need not have a control for every change: a message
 * of the page's own kind, whose answer the page does not wait for and lets fall.
 */
async function showIn(page: Page, request: ShowRequest): Promise<Encoding & { source: number }> {
  const shown = page.evaluate(async (asked) => {
    const worker = window.benchWorker;
    if (!worker) throw new Error('showIn: the page has no worker');
    const id = -1;
    const picture = await new Promise<Picture>((resolve, reject) => {
      const hear = ({ data }: MessageEvent) => {
        if (data.id !== id) return;
        worker.removeEventListener('message', hear);
        if (data.type === 'answer') resolve(data.value);
        else reject(new Error(data.error.message));
      };
      worker.addEventListener('message', hear);
      worker.postMessage({ type: 'ask', id, question: { kind: 'peek', request: asked } });
    });
    const { timings, counts, source } = picture;
    return { ms: timings.encoderMs, layers: counts.encoderLayers, source: source.length };
  }, request);
  return within(LIMIT_MS, `the worker's picture of "${request.text}"`, shown);
}

const decoding = { way: 'greedy', temperature: 1, topK: null, topP: null, seed: 1, width: 4 } as const;
const asking = (text: string, changes: readonly Intervention[]): ShowRequest => ({
  text,
  target: null,
  changes,
  decoding,
});

const headOff = (layer: number, head: number): Intervention => ({
  type: 'off',
  kind: 'encoder',
  layer,
  heads: [head],
  way: 'zero',
});

/** The encoder in full and after switches of a head in its last layer, in turn, so that both see the same machine. */
export async function measureHeadSwitches(
  page: Page,
  sentence: string,
  repeats: number,
  calm: Calm,
): Promise<HeadSwitches> {
  const full: Encoding[] = [];
  const switched: Encoding[] = [];
  let source = 0;
  for (let i = 0; i < repeats; i++) {
    await calm();
    // Another sentence, changed and unchanged: then the engine knows nothing of this one.
    const other = UNRELATED[i % UNRELATED.length] as string;
    for (const changes of [[], [headOff(0, 0)]]) await showIn(page, asking(other, changes));
    const first = await showIn(page, asking(sentence, []));
    source = first.source;
    full.push(first);
    for (const head of [0, 1, 2])
      switched.push(await showIn(page, asking(sentence, [headOff(first.layers - 1, head)])));
  }
  const layers = full[0]?.layers ?? 0;
  const wrong = [
    ...full.filter((one) => one.layers !== layers),
    ...switched.filter((one) => one.layers !== 1),
  ];
  if (layers < 1 || wrong.length > 0)
    throw new Error(
      `measureHeadSwitches: "${sentence}": ${wrong.length} runs computed other layers than they had to`,
    );
  const times = (runs: readonly Encoding[]) => runs.map(({ ms }) => ms);
  return { sentence, source, layers, full: times(full), switched: times(switched) };
}

/** A head switch as a share of the full encoder run of the same sentence. */
export const switchShareOf = ({ full, switched }: HeadSwitches): number => median(switched) / median(full);
