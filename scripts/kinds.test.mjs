import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { allFiles } from './lib/changed.mjs';
import { inRoot } from './lib/paths.mjs';

/* What a kind of attention is, is asked of the table in src/contract/sites.ts and of nobody else. */

const sources = allFiles().filter((path) => /^src\/.*(?<!\.test)\.tsx?$/.test(path));
const WORDS = "'(?:encoder|decoder|cross|self)'";

/** `kind === 'cross'`, `case 'cross':`, `x.startsWith('encoder')`, and lists of kinds or parts. */
const QUESTION = new RegExp(
  [
    `[=!]==\\s*${WORDS}`,
    `${WORDS}\\s*[=!]==`,
    `case ${WORDS}`,
    `(?:startsWith|endsWith|includes)\\(${WORDS}`,
    `\\[${WORDS}, ${WORDS}`,
  ].join('|'),
);

/** Where the word may stand: the family's own folder, what reads Hugging Face's config, and what a person is told. */
const MARIAN = /^src\/(?:engine\/architectures\/|models\/(?:config|testing\/tiny)\.ts|i18n\/)/;

/** `path:line: text` of every line that matches. */
const linesWith = (pattern, paths) =>
  paths.flatMap((path) =>
    readFileSync(inRoot(path), 'utf8')
      .split('\n')
      .flatMap((text, i) => (pattern.test(text) ? [`${path}:${i + 1}: ${text.trim()}`] : [])),
  );

it('nobody asks which kind of attention or which part it is; sites.ts says what it is', () => {
  expect(linesWith(QUESTION, sources)).toEqual([]);
});

it('only architectures/ knows the word Marian', () => {
  const elsewhere = sources.filter((path) => !MARIAN.test(path));
  expect(linesWith(/marian/i, elsewhere)).toEqual([]);
});

it.each([
  ["if (kind === 'cross') return", true],
  ["return 'self' !== sub", true],
  ["const parts = ['encoder', 'decoder'];", true],
  ["name.startsWith('encoder')", true],
  ["siteOf(info, 'cross')", false],
  ["import x from 'cross';", false],
])('%s is seen: %s', (text, seen) => {
  expect(QUESTION.test(text)).toBe(seen);
});
