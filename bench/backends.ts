import type { Browser } from '@playwright/test';
import type { BackendName } from '../src/contract/index.ts';
import { openOn, products, withPage } from './page.ts';
import type { Calm } from './patience.ts';
import { TWELVE_WORDS, TYPED } from './sentences.ts';
import { median, type Summary, summarise } from './statistics.ts';
import { inFigures, tableOf } from './table.ts';
import { fullRun } from './twelveWords.ts';
import { type Key, type TypingBudget, typeSentences } from './typing.ts';

/** One backend's figures, or why there are none. */
export interface BackendFigures {
  readonly name: BackendName;
  readonly missing: string | null;
  readonly keys: readonly Key[];
  /** Milliseconds of full greedy runs of one sentence of 12 words, and of its bare products. */
  readonly fullRuns: readonly number[];
  readonly products: readonly number[];
}

export interface BackendBudget {
  readonly typing: TypingBudget;
  readonly runs: number;
}

const REFERENCE = TWELVE_WORDS[1] as string;

/** A page of its own for each backend: what one leaves in memory is not the next one's. */
export function measureBackend(
  browser: Browser,
  address: string,
  name: BackendName,
  { typing, runs }: BackendBudget,
  calm: Calm,
): Promise<BackendFigures> {
  return withPage(browser, async (page) => {
    const missing = await openOn(page, address, name);
    if (missing !== null) return { name, missing, keys: [], fullRuns: [], products: [] };
    const keys = await typeSentences(page, TYPED, typing, calm);
    const fullRuns: number[] = [];
    const bare: number[] = [];
    for (let i = 0; i < runs; i++) {
      await calm();
      const run = await fullRun(page, REFERENCE);
      fullRuns.push(run.parts.totalMs);
      bare.push(await products(page, run, 1));
    }
    return { name, missing, keys, fullRuns, products: bare };
  });
}

type Part = 'tokens' | 'encoder' | 'decoder' | 'readback' | 'draw' | 'between';

/**
 * Where a key's time went; what is left between the parts is the page's own work and the way to the worker and back.
 */
export function partsOf({ keyToPaintedMs, parts, drawMs }: Key): Record<Part, number> {
  const { tokensMs, encoderMs, decoderMs, readbackMs } = parts;
  return {
    tokens: tokensMs,
    encoder: encoderMs,
    decoder: decoderMs,
    readback: readbackMs,
    draw: drawMs,
    between: keyToPaintedMs - tokensMs - encoderMs - decoderMs - readbackMs - drawMs,
  };
}

const PARTS: readonly Part[] = ['tokens', 'encoder', 'decoder', 'readback', 'draw', 'between'];

const measuredOf = (backends: readonly BackendFigures[]) => backends.filter(({ keys }) => keys.length > 0);

function typingTable(backends: readonly BackendFigures[]): string {
  const rows = measuredOf(backends).map(({ name, keys }) => {
    const all = summarise(keys.map(({ keyToPaintedMs }) => keyToPaintedMs));
    const parts = keys.map(partsOf);
    const medians = PARTS.map((part) => median(parts.map((one) => one[part])));
    return [name, all.count, all.median, all.p95, all.most, ...medians];
  });
  return tableOf(['backend', 'keys', 'median', 'p95', 'most', ...PARTS], rows);
}

function runTable(backends: readonly BackendFigures[]): string {
  const rows = measuredOf(backends).map(({ name, fullRuns, products: bare }) => {
    const ratio = median(fullRuns) / median(bare);
    return [name, fullRuns.length, median(fullRuns), median(bare), `${inFigures(ratio)} ×`];
  });
  return tableOf(['backend', 'runs', 'full run', 'bare products', 'ratio'], rows);
}

/** What a key costs the device: nothing is a program on cpu and wasm. */
export function costsOf(keys: readonly Key[]): Record<'passes' | 'programs' | 'reads', Summary> {
  const of = (count: 'passes' | 'programs' | 'reads') => summarise(keys.map(({ counts }) => counts[count]));
  return { passes: of('passes'), programs: of('programs'), reads: of('reads') };
}

function costTable(backends: readonly BackendFigures[]): string {
  const rows = measuredOf(backends).map(({ name, keys }) => {
    const { passes, programs, reads } = costsOf(keys);
    return [name, ...[passes, programs, reads].flatMap(({ median: middle, most }) => [middle, most])];
  });
  return tableOf(['backend', 'passes', 'most', 'programs', 'most', 'reads', 'most'], rows);
}

export function reportBackends(backends: readonly BackendFigures[]): string {
  const missing = backends.filter((one) => one.missing !== null);
  return [
    'From key to painted picture, ms; the parts are medians of their own, so they need not add up',
    typingTable(backends),
    '',
    `A full greedy run of 12 words, "${REFERENCE}", ms`,
    runTable(backends),
    '',
    'What a key costs: medians and most',
    costTable(backends),
    ...missing.map((one) => `${one.name} was not measured: ${one.missing}`),
  ].join('\n');
}
