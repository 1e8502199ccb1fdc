import type { ColdStart } from './coldStart.ts';
import { type HeadSwitches, switchShareOf } from './headSwitch.ts';
import { median } from './statistics.ts';
import { ratioOf, type SentenceRuns, shareOf } from './twelveWords.ts';

/** A promise of the page's, held against what was measured. */
export interface Requirement {
  readonly name: string;
  readonly value: number;
  /** The most the value may be. */
  readonly limit: number;
  readonly unit: string;
}

/** A full greedy run, in units of its bare matrix products. */
const FULL_RUN_LIMIT = 2.5;
/** One word more typed, as a share of a full run. */
const DRAFT_LIMIT = 0.6;
/** A head switched in the encoder's last layer, as a share of a full encoder run. */
const SWITCH_LIMIT = 0.4;
/** From the weights' last byte to the first live picture, in runs. */
const START_LIMIT_RUNS = 20;

/** False also for a value that is no number. */
export const isMet = ({ value, limit }: Requirement): boolean => value <= limit;

export function requirementsOfRuns(runs: readonly SentenceRuns[]): Requirement[] {
  return [
    {
      name: 'a full greedy run of 12 words on wasm, by its bare products',
      value: median(runs.map(ratioOf)),
      limit: FULL_RUN_LIMIT,
      unit: '×',
    },
    {
      name: 'one word more typed, with the draft, by the full run',
      value: median(runs.map(shareOf)) * 100,
      limit: DRAFT_LIMIT * 100,
      unit: '%',
    },
  ];
}

export function requirementsOfSwitches(switches: readonly HeadSwitches[]): Requirement[] {
  return [
    {
      name: 'a head switched in the encoder’s last layer on wasm, by a full encoder run',
      value: median(switches.map(switchShareOf)) * 100,
      limit: SWITCH_LIMIT * 100,
      unit: '%',
    },
  ];
}

/** From the weights' last byte to the first live picture on screen, milliseconds. */
export const liveAfterWeightsMs = ({ firstLiveMs, weightsMs }: ColdStart): number => firstLiveMs - weightsMs;

/** @param runMs the median run */
export function requirementsOfStarts(starts: readonly ColdStart[], runMs: number): Requirement[] {
  const late = starts.filter(({ firstPictureMs, weightsMs }) => firstPictureMs >= weightsMs);
  return [
    {
      name: 'starts whose first picture came after the weights',
      value: starts.length > 0 ? late.length : Number.NaN,
      limit: 0,
      unit: `of ${starts.length}`,
    },
    {
      name: 'the first live picture after the last byte of the weights',
      value: median(starts.map(liveAfterWeightsMs)) / runMs,
      limit: START_LIMIT_RUNS,
      unit: 'runs',
    },
  ];
}
