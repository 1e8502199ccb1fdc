import type { ColdStart } from './coldStart.ts';
import { type HeadSwitches, switchShareOf } from './headSwitch.ts';
import type { Machine } from './machine.ts';
import { isMet, liveAfterWeightsMs, type Requirement } from './requirements.ts';
import { median } from './statistics.ts';
import { inFigures, tableOf } from './table.ts';
import { ratioOf, type SentenceRuns, shareOf } from './twelveWords.ts';

/** Above this many programs per core the figures say more of the others than of the page. */
const BUSY = 1;

const percent = (share: number): string => `${inFigures(share * 100)} %`;

export function reportMachine(machine: Machine): string {
  const { processor, cores, memoryGib, system, node, chromium, webgl } = machine;
  return [
    `Machine   ${processor}, ${cores} cores, ${memoryGib} GiB, ${system}`,
    `Browser   Chromium ${chromium}, headless; WebGL: ${webgl ?? 'none'}; Node ${node}`,
  ].join('\n');
}

/**
 * @param loads programs per core at the start and at the end
 * @param waitedMs spent waiting for a quiet machine
 */
export function reportLoad(loads: readonly number[], waitedMs: number): string {
  const figures = loads.map((load) => load.toFixed(2)).join(' at the start, ');
  const waited = waitedMs > 0 ? `; waited ${inFigures(waitedMs / 1000)} s for quiet moments` : '';
  const line = `Load      ${figures} at the end (programs per core)${waited}`;
  if (loads.every((load) => load <= BUSY)) return line;
  return `${line}\n          The machine was busy with other work: read these figures with care.`;
}

export function reportRuns(runs: readonly SentenceRuns[]): string {
  const rows = runs.map((one) => [
    one.sentence,
    one.source,
    one.target,
    median(one.full),
    median(one.products),
    `${inFigures(ratioOf(one))} ×`,
    median(one.draft),
    percent(shareOf(one)),
    `${one.draftAccepted} + ${one.draftSteps}`,
  ]);
  const head = ['12 words', 'S', 'T', 'full', 'products', 'ratio', 'draft', 'share', 'taken + steps'];
  const full = runs.flatMap((one) => one.full);
  return [
    'Runs of 12 words on wasm, ms by the engine’s clock: full, and with the draft of the first 11 words',
    tableOf(head, rows),
    `${full.length} full runs: median ${inFigures(median(full))} ms; with the draft ${inFigures(
      median(runs.flatMap((one) => one.draft)),
    )} ms; bare products ${inFigures(median(runs.flatMap((one) => one.products)))} ms`,
  ].join('\n');
}

export function reportSwitches(switches: readonly HeadSwitches[]): string {
  const rows = switches.map((one) => [
    one.sentence,
    one.source,
    median(one.full),
    median(one.switched),
    percent(switchShareOf(one)),
  ]);
  return [
    `A head switched in the last of ${switches[0]?.layers ?? 0} encoder layers on wasm, ` +
      'ms in the encoder by the engine’s clock',
    tableOf(['12 words', 'S', 'full', 'switched', 'share'], rows),
  ].join('\n');
}

/** @param runMs the median full run on the starts' backend */
export function reportStarts(starts: readonly ColdStart[], runMs: number): string {
  const rows = starts.map((one, i) => [
    i + 1,
    one.backend,
    one.firstPictureMs,
    one.weightsMs,
    one.engineMs,
    one.firstLiveMs,
    liveAfterWeightsMs(one),
    liveAfterWeightsMs(one) / runMs,
  ]);
  const head = [
    'start',
    'backend',
    'first picture',
    'weights',
    'engine',
    'first live',
    'after weights',
    'runs',
  ];
  const bytes = starts[0]?.weightsBytes ?? 0;
  const at = (of: (one: ColdStart) => number) => inFigures(median(starts.map(of)));
  return [
    'Opening the page with an empty cache, ms since the navigation; ' +
      `weights ${inFigures(bytes / 1e6)} MB; a run is ${inFigures(runMs)} ms`,
    tableOf(head, rows),
    `first picture: median ${at((one) => one.firstPictureMs)} ms (orientation: 1 s)`,
    `first live picture after the weights: median ${at(liveAfterWeightsMs)} ms (orientation: 3 s)`,
  ].join('\n');
}

export function reportRequirements(requirements: readonly Requirement[]): string {
  const lines = requirements.map((one) => {
    const value = `${inFigures(one.value)} ${one.unit}`;
    return `${isMet(one) ? '✓' : '✗'} ${one.name}: ${value} (at most ${one.limit})`;
  });
  return ['Required', ...lines].join('\n');
}
