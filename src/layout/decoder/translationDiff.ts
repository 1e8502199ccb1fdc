import type { PictureStep } from '../../contract/index.ts';
import { joinTokens } from '../matrix/joinWords.ts';

/** A place where two translations of one sentence differ. */
export interface WordChange {
  /** What stood there before, and what stands there after; null for nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** Steps of the later translation; none where words are gone. */
  readonly steps: readonly number[];
}

interface Unit {
  readonly text: string;
  readonly steps: readonly number[];
}

/** Words of a translation; what is elided before an apostrophe is one of its own: "qu'il" is "qu'" and "il". */
function unitsOf(steps: readonly PictureStep[]): readonly Unit[] {
  const units: { tokens: PictureStep['token'][]; steps: number[] }[] = [];
  steps.forEach(({ token }, step) => {
    if (token.role !== 'text') return;
    const last = units.at(-1);
    const before = last?.tokens.at(-1);
    const goesOn = before?.word === token.word && !/['’]$/u.test(before.text);
    if (last && goesOn) {
      last.tokens.push(token);
      last.steps.push(step);
    } else units.push({ tokens: [token], steps: [step] });
  });
  return units.map(({ tokens, steps: own }) => ({
    text: joinTokens(tokens.map((token) => ({ ...token, word: 0 })))[0]?.text ?? '',
    steps: own,
  }));
}

/** [before, after] of units that are the same, as many as there can be, in order: a longest common subsequence. */
function alike(before: readonly Unit[], after: readonly Unit[]): readonly (readonly [number, number])[] {
  const columns = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * columns);
  const at = (i: number, j: number): number => lengths[i * columns + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const same = before[i]?.text === after[j]?.text;
      lengths[i * columns + j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i]?.text === after[j]?.text) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

const written = (units: readonly Unit[]): string | null =>
  units.length === 0
    ? null
    : units
        .map(({ text }) => text)
        .join(' ')
        .replace(/(['’]) /gu, '$1');

/** As many words as before: each became the one in its place. Else all of them together became the others. */
function changesBetween(before: readonly Unit[], after: readonly Unit[]): readonly WordChange[] {
  if (before.length === 0 && after.length === 0) return [];
  const change = (old: readonly Unit[], now: readonly Unit[]): WordChange => ({
    before: written(old),
    after: written(now),
    steps: now.flatMap(({ steps }) => steps),
  });
  if (before.length !== after.length) return [change(before, after)];
  return before.map((old, i) => change([old], after.slice(i, i + 1)));
}

/** Where a translation differs from an earlier one of the same sentence, in the order of the sentence. */
export function translationDiff(
  before: readonly PictureStep[],
  after: readonly PictureStep[],
): readonly WordChange[] {
  const [old, now] = [unitsOf(before), unitsOf(after)];
  const pairs = [...alike(old, now), [old.length, now.length] as const];
  let [i, j] = [0, 0];
  return pairs.flatMap(([nextOld, nextNow]) => {
    const found = changesBetween(old.slice(i, nextOld), now.slice(j, nextNow));
    [i, j] = [nextOld + 1, nextNow + 1];
    return found;
  });
}
