import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PictureStep } from '../../contract/index.ts';
import { translationDiff } from './translationDiff.ts';

/** Steps of a text: words parted by blanks, their pieces by bars; the end mark last. */
function stepsOf(text: string): readonly PictureStep[] {
  const pieces = text.split(' ').flatMap((word, n) => word.split('|').map((piece) => ({ piece, n })));
  const steps = pieces
    .filter(({ piece }) => piece !== '')
    .map(({ piece, n }) => ({ id: 1, text: piece, start: 0, end: 0, word: n, role: 'text' as const }));
  const end = { id: 0, text: '', start: 0, end: 0, word: 999, role: 'end' as const };
  return [...steps, end].map((token) => ({ token, probability: 1, best: [] }));
}
const diff = (before: string, after: string) =>
  translationDiff(stepsOf(before), stepsOf(after)).map(({ before: b, after: a, steps }) => [b, a, ...steps]);

test('names the word that became another, elided words apart', () => {
  expect(
    diff("L'|animal parce qu'|il était trop fatig|ué .", "L'|animal parce qu'|elle était trop fatig|uée ."),
  ).toEqual([
    ['il', 'elle', 4],
    ['fatigué', 'fatiguée', 7, 8],
  ]);
});

test('names words that came and words that went', () => {
  expect(diff('le chat dort', 'le petit chat dort')).toEqual([[null, 'petit', 1]]);
  expect(diff('le petit chat dort', 'le chat dort')).toEqual([['petit', null]]);
  expect(diff("la rue d'|eau est là", 'la mer est là')).toEqual([["rue d'eau", 'mer', 1]]);
});

test('says nothing of the same words, and all of quite others', () => {
  expect(diff('le chat', 'le chat')).toEqual([]);
  expect(diff('', '')).toEqual([]);
  expect(diff('', 'un')).toEqual([[null, 'un', 0]]);
  expect(diff('a b', 'c d')).toEqual([
    ['a', 'c', 0],
    ['b', 'd', 1],
  ]);
});

/** The most words two lists can have in common, in order; slowly. */
function mostAlike(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined || b.length === 0) return 0;
  const at = b.indexOf(first);
  return Math.max(mostAlike(rest, b), at < 0 ? 0 : 1 + mostAlike(rest, b.slice(at + 1)));
}

test('as many words as there can be are the same', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const changed = translationDiff(stepsOf(before.join(' ')), stepsOf(after.join(' ')));
      const steps = changed.flatMap((change) => change.steps);
      expect(after.length - steps.length).toBe(mostAlike(before, after));
    }),
    { numRuns: 1000 },
  );
});

test('what changed, put back, gives the earlier words', () => {
  const texts = fc.array(fc.constantFrom('il', 'elle', 'est', "qu'|il", 'fatig|ué', '.'), { maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const changed = translationDiff(stepsOf(before.join(' ')), stepsOf(after.join(' ')));
      const steps = changed.flatMap((change) => change.steps);
      const kept = stepsOf(after.join(' '))
        .map(({ token }, i) => (steps.includes(i) ? '' : token.text))
        .join('');
      const gone = changed.reduce((sum, change) => sum + (change.before?.replaceAll(' ', '').length ?? 0), 0);
      expect(new Set(steps).size).toBe(steps.length);
      expect(kept.length + gone).toBe(before.join('').replaceAll('|', '').length);
    }),
    { numRuns: 1000 },
  );
});
