import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokenizerCases } from '../testing/fixtures.ts';
import { everyNth } from '../testing/long.ts';
import { createTokenizer } from './index.ts';

const cases = tokenizerCases();
const tokenizer = createTokenizer(JSON.parse(readFileSync('public/models/en-fr/tokenizer.json', 'utf8')));

test('random strings have the ids that Python gives them', () => {
  expect(cases).toHaveLength(10_000);
  const differing = everyNth(5, cases).filter(
    ([text, ids]) =>
      tokenizer
        .encode(text)
        .map((token) => token.id)
        .join() !== ids.join(),
  );
  expect(differing.slice(0, 3)).toEqual([]);
}, 30_000);
