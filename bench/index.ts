import type { Browser, Page } from '@playwright/test';
import type { BackendName } from '../src/contract/index.ts';
import { type BackendBudget, type BackendFigures, measureBackend, reportBackends } from './backends.ts';
import { type ColdStart, coldStart } from './coldStart.ts';
import { type HeadSwitches, measureHeadSwitches, watchWorker } from './headSwitch.ts';
import { describeMachine, loadPerCore, type Machine } from './machine.ts';
import { openOn, withPage } from './page.ts';
import { atOnce, type Calm, patience } from './patience.ts';
import {
  reportLoad,
  reportMachine,
  reportRequirements,
  reportRuns,
  reportStarts,
  reportSwitches,
} from './report.ts';
import {
  isMet,
  type Requirement,
  requirementsOfRuns,
  requirementsOfStarts,
  requirementsOfSwitches,
} from './requirements.ts';
import { TWELVE_WORDS } from './sentences.ts';
import { measureSimd, reportSimd, type SimdRuns } from './simd.ts';
import { median } from './statistics.ts';
import { measureSentence, type SentenceRuns } from './twelveWords.ts';

export interface BenchOptions {
  readonly browser: Browser;
  /** Of the built page, with its slash. */
  readonly address: string;
  /** Fewer repetitions: to see whether it works, not for figures to keep. */
  readonly quick: boolean;
  /** Waits for a quiet machine before each measurement. */
  readonly patient: boolean;
  readonly print: (text: string) => void;
}

/** Everything that was measured, raw. */
export interface Figures {
  readonly date: string;
  readonly quick: boolean;
  readonly machine: Machine;
  /** Programs per core at the start and at the end. */
  readonly loads: readonly number[];
  /** Spent waiting for a quiet machine. */
  readonly waitedMs: number;
  readonly backends: readonly BackendFigures[];
  readonly runs: readonly SentenceRuns[];
  readonly switches: readonly HeadSwitches[];
  readonly simd: SimdRuns;
  readonly starts: readonly ColdStart[];
  readonly requirements: readonly (Requirement & { readonly met: boolean })[];
}

interface Plan {
  readonly backends: Readonly<Record<BackendName, BackendBudget>>;
  readonly sentences: number;
  readonly repeats: number;
  readonly starts: number;
}

const EVERY_KEY = Number.POSITIVE_INFINITY;

const THOROUGH: Plan = {
  backends: {
    wasm: { typing: { keys: EVERY_KEY, least: EVERY_KEY, forMs: 0 }, runs: 15 },
    webgl: { typing: { keys: 160, least: 12, forMs: 60_000 }, runs: 5 },
    cpu: { typing: { keys: 160, least: 12, forMs: 30_000 }, runs: 5 },
  },
  sentences: TWELVE_WORDS.length,
  repeats: 5,
  starts: 7,
};

const QUICK: Plan = {
  backends: {
    wasm: { typing: { keys: 40, least: 40, forMs: 0 }, runs: 5 },
    webgl: { typing: { keys: 40, least: 5, forMs: 10_000 }, runs: 2 },
    cpu: { typing: { keys: 40, least: 5, forMs: 10_000 }, runs: 2 },
  },
  sentences: TWELVE_WORDS.length,
  repeats: 2,
  starts: 5,
};

/** How long a patient bench waits in all. */
const PATIENCE_MS = 15 * 60_000;

const ORDER: readonly BackendName[] = ['wasm', 'cpu', 'webgl'];

/** One after the other, in one page on wasm. */
async function onWasm<T>(
  { browser, address }: BenchOptions,
  plan: Plan,
  measure: (page: Page, sentence: string) => Promise<T>,
): Promise<T[]> {
  return withPage(browser, async (page) => {
    await watchWorker(page);
    const missing = await openOn(page, address, 'wasm');
    if (missing !== null) throw new Error(`onWasm: wasm does not start: ${missing}`);
    const measured: T[] = [];
    for (const sentence of TWELVE_WORDS.slice(0, plan.sentences))
      measured.push(await measure(page, sentence));
    return measured;
  });
}

async function measureStarts(
  { browser, address }: BenchOptions,
  plan: Plan,
  calm: Calm,
): Promise<ColdStart[]> {
  const starts: ColdStart[] = [];
  for (let i = 0; i < plan.starts; i++) {
    await calm();
    starts.push(await coldStart(browser, address));
  }
  return starts;
}

/** The median full run on the backend the page chose for itself. */
function runMsOf(starts: readonly ColdStart[], backends: readonly BackendFigures[]): number {
  const chosen = backends.find(({ name }) => name === starts[0]?.backend);
  return median(chosen?.fullRuns ?? []);
}

/** Takes all figures, printing each part when it is done. */
export async function bench(options: BenchOptions): Promise<Figures> {
  const { browser, address, quick, patient, print } = options;
  const plan = quick ? QUICK : THOROUGH;
  const { calm, waitedMs } = patient ? patience(PATIENCE_MS) : { calm: atOnce, waitedMs: () => 0 };
  const loadBefore = loadPerCore();
  const machine = await describeMachine(browser);
  print(`${reportMachine(machine)}\n`);
  const starts = await measureStarts(options, plan, calm);
  const backends: BackendFigures[] = [];
  for (const name of ORDER)
    backends.push(await measureBackend(browser, address, name, plan.backends[name], calm));
  const runMs = runMsOf(starts, backends);
  print(`${reportStarts(starts, runMs)}\n`);
  print(`${reportBackends(backends)}\n`);
  const runs = await onWasm(options, plan, (page, sentence) =>
    measureSentence(page, sentence, plan.repeats, calm),
  );
  print(`${reportRuns(runs)}\n`);
  const switches = await onWasm(options, plan, (page, sentence) =>
    measureHeadSwitches(page, sentence, plan.repeats, calm),
  );
  print(`${reportSwitches(switches)}\n`);
  const simd = await measureSimd(browser, address, TWELVE_WORDS[1] as string, plan.repeats, calm);
  print(`${reportSimd(simd)}\n`);
  const loads = [loadBefore, loadPerCore()];
  const requirements = [
    ...requirementsOfRuns(runs),
    ...requirementsOfSwitches(switches),
    ...requirementsOfStarts(starts, runMs),
  ];
  print(`${reportLoad(loads, waitedMs())}\n`);
  print(reportRequirements(requirements));
  return {
    date: new Date().toISOString(),
    quick,
    machine,
    loads,
    waitedMs: waitedMs(),
    backends,
    runs,
    switches,
    simd,
    starts,
    requirements: requirements.map((one) => ({ ...one, met: isMet(one) })),
  };
}
