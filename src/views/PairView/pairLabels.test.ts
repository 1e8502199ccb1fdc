import { expect, test } from 'vitest';
import type { Token } from '../../contract/index.ts';
import { alignTokens } from '../../layout/index.ts';
import { type PairLabelWords, pairLabels } from './pairLabels.ts';

const words: PairLabelWords = {
  startMark: 'start mark',
  endMark: 'end mark',
  nothing: '–',
  differs: (a, b) => `A ${a}, B ${b}`,
};
const sentence = (text: string): readonly Token[] => [
  ...text
    .split(' ')
    .map((word, i): Token => ({ id: i, text: word, start: 0, end: 0, word: i, role: 'text' })),
  { id: 99, text: '</s>', start: 0, end: 0, word: 99, role: 'end' },
];

test('same words stand once; where they differ a sign says so, and both are said', () => {
  const [a, b] = [sentence('too tired'), sentence('far too wide')];
  const labels = pairLabels(alignTokens(a, b), a, b, words);
  const shown = (side: keyof typeof labels) => labels[side].map((label) => label.shown);
  expect(shown('a')).toEqual(['–', 'too', '≠ tired', '↵']);
  expect(shown('b')).toEqual(['≠ far', 'too', '≠ wide', '↵']);
  expect(shown('both')).toEqual(['– ≠ far', 'too', 'tired ≠ wide', '↵']);
  expect(shown('short')).toEqual(['≠ far', 'too', '≠ wide', '↵']);
  expect(labels.both.map(({ spoken }) => spoken)).toEqual([
    'A –, B far',
    'too',
    'A tired, B wide',
    'end mark',
  ]);
});
