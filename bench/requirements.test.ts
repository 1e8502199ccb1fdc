import { expect, test } from 'vitest';
import type { ColdStart } from './coldStart.ts';
import type { HeadSwitches } from './headSwitch.ts';
import { isMet, requirementsOfRuns, requirementsOfStarts, requirementsOfSwitches } from './requirements.ts';
import type { SentenceRuns } from './twelveWords.ts';

const runs = (full: number[], draft: number[], products: number[]): SentenceRuns => ({
  sentence: 'x',
  source: 13,
  target: 13,
  full,
  draft,
  products,
  draftAccepted: 9,
  draftSteps: 3,
  fullSteps: 12,
});

const start = (firstPictureMs: number, weightsMs: number, firstLiveMs: number): ColdStart => ({
  firstPictureMs,
  weightsMs,
  engineMs: firstLiveMs - 20,
  firstLiveMs,
  weightsBytes: 10,
  backend: 'wasm',
});

test('runs: the median over sentences of each sentence’s own ratio', () => {
  const measured = [
    runs([50, 40, 60], [20, 10, 30], [20, 20, 26]),
    runs([30], [27], [10]),
    runs([44], [11], [22]),
  ];
  const [full, draft] = requirementsOfRuns(measured);
  expect(full).toMatchObject({ value: 2.5, limit: 2.5 });
  expect(draft?.value).toBeCloseTo(40, 10);
  expect([full, draft].map((one) => one && isMet(one))).toEqual([true, true]);
});

test('switches: the median over sentences of each sentence’s own share', () => {
  const one = (full: number[], switched: number[]): HeadSwitches => ({
    sentence: 'x',
    source: 13,
    layers: 4,
    full,
    switched,
  });
  const [share] = requirementsOfSwitches([one([10, 8, 12], [4, 3, 9]), one([10], [9]), one([20], [2])]);
  expect(share).toMatchObject({ value: 40, limit: 40 });
  expect(share && isMet(share)).toBe(true);
});

test('starts: one picture after the weights is one too many, and the wait counts in runs', () => {
  const good = [start(200, 300, 700), start(250, 400, 1400), start(190, 280, 580)];
  expect(requirementsOfStarts(good, 20).map(({ value }) => value)).toEqual([0, 20]);
  expect(requirementsOfStarts(good, 20).every(isMet)).toBe(true);
  expect(requirementsOfStarts(good, 19).every(isMet)).toBe(false);
  const late = [...good, start(300, 300, 310)];
  expect(requirementsOfStarts(late, 20)[0]).toMatchObject({ value: 1, limit: 0 });
});

test('what was not measured is not met', () => {
  const none = [...requirementsOfRuns([]), ...requirementsOfSwitches([]), ...requirementsOfStarts([], 20)];
  expect(none.some(isMet)).toBe(false);
});
