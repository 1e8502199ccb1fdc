import { expect, test } from 'vitest';
import type { Token } from '../../contract/index.ts';
import { createTranslator } from '../../i18n/index.ts';
import { alignTokens } from '../../layout/index.ts';
import { pairLabels } from './pairLabels.ts';

const t = createTranslator('en');
const sentence = (text: string): readonly Token[] => [
  ...text
    .split(' ')
    .map((word, i): Token => ({ id: i, text: word, start: 0, end: 0, word: i, role: 'text' })),
  { id: 99, text: '</s>', start: 0, end: 0, word: 99, role: 'end' },
];

test('same words stand once; where they differ a sign says so, and both are said', () => {
  const [a, b] = [sentence('too tired'), sentence('far too wide')];
  const labels = pairLabels(alignTokens(a, b), a, b, t);
  const shown = (side: keyof typeof labels) => labels[side].map((label) => label.shown);
  expect(shown('a')).toEqual(['–', 'too', '≠ tired', '↵']);
  expect(shown('b')).toEqual(['≠ far', 'too', '≠ wide', '↵']);
  expect(shown('both')).toEqual(['– ≠ far', 'too', 'tired ≠ wide', '↵']);
  expect(shown('short')).toEqual(['≠ far', 'too', '≠ wide', '↵']);
  expect(labels.both.map(({ spoken }) => spoken)).toEqual([
    'A\u00a0–, B\u00a0far',
    'too',
    'A\u00a0tired, B\u00a0wide',
    'end mark',
  ]);
});
